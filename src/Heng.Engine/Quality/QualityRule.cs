using Heng.Engine.Explanation;

namespace Heng.Engine.Quality;

/// <summary>
/// How grave a finding is (严重程度): 致命, 非致命, 服务提倡 (praise), 关注. What only draws attention, such as a buyer's threat, never costs or brings points. Stored by number.
/// </summary>
public enum Severity : byte { Fatal, NonFatal, Advocated, Attention }

/// <summary>How soon somebody should look at what only draws attention (紧急程度): 紧急, 一般, 不急. It orders what is shown and costs nothing.</summary>
public enum Urgency : byte { High, Usual, Low }

/// <summary>Whether a rule reads texts as written (原文), or as they are meant: width, script, case, separators and drawn-out characters evened out (归一).</summary>
public enum Reading : byte { Raw, Normalised }

/// <summary>
/// What is looked at in every chat (质检规则). <paramref name="When"/> is asked of each stretch of a reception that is as wide as the widest of its conditions; every stretch that meets it
/// is a finding, or, where once is enough, the first of the reception.
/// </summary>
/// <param name="Points">What one finding takes, or, praised, adds; 0 and more.</param>
/// <param name="CountsAs">The kind under which plans ask how often it occurred; several rules may share one.</param>
public sealed record QualityRule(string Id, int Version, Wording Name, Severity Severity, string Category, decimal Points, Expression When)
{
    public Reading Reading { get; init; }
    public bool EachTime { get; init; } = true;
    public string CountsAs { get; init; } = "";
    public Urgency Urgency { get; init; } = Urgency.Usual;
    /// <summary>Where nothing is named, everywhere and everybody. A line (业务线) is a group of people.</summary>
    public IReadOnlyList<string> Shops { get; init; } = [];
    public IReadOnlyList<string> Lines { get; init; } = [];
    public IReadOnlyList<string> Positions { get; init; } = [];
    /// <summary>Business days, both included.</summary>
    public DateOnly From { get; init; } = DateOnly.MinValue;
    public DateOnly Until { get; init; } = DateOnly.MaxValue;
    /// <summary>Longer phrases that take back a hit that lies inside them (第一时间 for 第一), products' names among them.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];
    /// <summary>A hit that repeats what the buyer wrote before is taken back.</summary>
    public bool ExceptQuotes { get; init; }
    public IReadOnlyList<RuleExample> Examples { get; init; } = [];

    public bool Holds(DateOnly day, string shop, string? line, string? position) =>
        From <= day && day <= Until && Named(Shops, shop) && Named(Lines, line) && Named(Positions, position);

    private static bool Named(IReadOnlyList<string> names, string? name) => names.Count == 0 || name is not null && names.Contains(name, StringComparer.Ordinal);
}

/// <summary>A short talk that a rule must find something in, or must not: a line each, <c>买家：</c> or <c>客服：</c> before it, a time before that where it matters.</summary>
public sealed record RuleExample(string Talk, bool Hits);
