using System.Globalization;
using System.Text.Json.Serialization;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;

namespace Heng.Engine.Live.Warnings;

/// <summary>What is warned of. Stored by number: append, never renumber.</summary>
public enum WarningKind : byte { LongWait, SlowAverage, Unanswered, ForbiddenWords, RiskWords, Overload, Away, Complaint, Drift }

/// <summary>How grave (程度) a warning is. Stored by number.</summary>
public enum Gravity : byte { Notice, Serious, Grave }

/// <summary>Whom a warning is about: a person, a group where no person is named, else the shop. Fact is the reception, record or metric where each is a matter of its own.</summary>
public sealed record WarningSubject(string Shop, string? Group, string? Person, string? Fact = null);

/// <summary>One of those that a warning stands for (累计里的一次): whose it is, since when it holds or when it happened, what was measured, and where it is.</summary>
public sealed record WarnedPart(string? Person, Instant Since)
{
    public decimal? Figure { get; init; }
    public long? Reception { get; init; }
    public Explanation.Wording? What { get; init; }
}

/// <summary>Something that asks for somebody's eye (预警). Since when; how many it stands for; what was measured against which limit, where it was.</summary>
public sealed record Raised(WarningKind Kind, WarningSubject Of, Instant Since, Gravity Gravity)
{
    public int Count { get; init; } = 1;
    public decimal? Figure { get; init; }
    public decimal? Limit { get; init; }
    /// <summary>The reception to look at, where there is one.</summary>
    public long? Reception { get; init; }
    /// <summary>The rule, the metric, what a complaint is about or how somebody is away, in both languages where it has them.</summary>
    public Explanation.Wording? What { get; init; }

    /// <summary>So many of what it stands for are kept; how many there are is <see cref="Count"/>.</summary>
    public const int MostParts = 5;
    /// <summary>Where it stands for several: of what holds the worst first, of what happened the newest. Empty where it stands for itself.</summary>
    public IReadOnlyList<WarnedPart> Parts { get; init; } = [];

    [JsonIgnore]
    public IReadOnlyList<WarnedPart> Each => Parts.Count > 0 ? Parts : [new(Of.Person, Since) { Figure = Figure, Reception = Reception, What = What }];

    public static IReadOnlyList<WarnedPart> Foremost(IEnumerable<WarnedPart> parts, bool happened) =>
        [.. (happened ? parts.OrderByDescending(p => p.Since.UnixSeconds) : parts.OrderByDescending(p => p.Figure).ThenBy(p => p.Since.UnixSeconds)).ThenBy(p => p.Person, StringComparer.Ordinal).Take(MostParts)];

    /// <summary>Happened once, rather than holds for a time: it waits for somebody, and does not end by itself.</summary>
    [JsonIgnore]
    public bool IsEvent => Kind is WarningKind.ForbiddenWords or WarningKind.RiskWords or WarningKind.Complaint;

    [JsonIgnore]
    public string Key => KeyOf(Kind, Of);

    /// <summary>Of a finding: a fatal one is an agent's, one that draws attention is a reception's by itself; null where it is none to act on now, as what is not urgent.</summary>
    public static Raised? From(string shop, KeptFinding finding, Urgency urgency, string? person, string? group, Instant at) => finding.Severity switch
    {
        Severity.Fatal => new(WarningKind.ForbiddenWords, new(shop, group, person), at, Gravity.Grave) { Reception = finding.Reception },
        Severity.Attention when urgency != Urgency.Low => new(WarningKind.RiskWords, new(shop, group, person, finding.Reception.ToString(CultureInfo.InvariantCulture)), at, Gravity.Serious) { Reception = finding.Reception },
        _ => null,
    };

    public static Raised From(Complaint complaint, string? group) =>
        new(WarningKind.Complaint, new(complaint.Shop, group, complaint.Agent.Length > 0 ? complaint.Agent : null, complaint.Id), complaint.At, Gravity.Grave) { What = complaint.What is { Length: > 0 } about ? new($"{complaint.Id} {about}", $"{complaint.Id} {about}") : new(complaint.Id, complaint.Id) };

    public static string KeyOf(WarningKind kind, WarningSubject of) => $"{(int)kind}\u001E{of.Shop}\u001E{of.Group}\u001E{of.Person}\u001E{of.Fact}";
}
