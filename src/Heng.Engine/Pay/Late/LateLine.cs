using Heng.Engine.Records;

namespace Heng.Engine.Pay.Late;

/// <summary>
/// The names of lines that no component makes: <c>difference.2026-09.ksf.conversion</c> (差额) settles what a line of a closed month comes to now,
/// <c>difference.forward</c> (结转下月) is what the month's pay could not bear, and <c>difference.brought.2026-10</c> (上月结转) takes that up again.
/// </summary>
public readonly record struct LateLine(Month Month, string Line)
{
    /// <summary>No component of a scheme may have this id.</summary>
    public const string Prefix = "difference";
    public const string Forward = Prefix + ".forward";

    private const string Broughts = Prefix + ".brought.";

    public string Id => $"{Prefix}.{Month}.{Line}";

    public static string Brought(Month from) => Broughts + from;

    public static bool Is(string line) => line.StartsWith(Prefix + ".", StringComparison.Ordinal);

    /// <summary>Null for a line that is no difference of a closed month's line.</summary>
    public static LateLine? Parse(string id)
    {
        if (id.Split('.', 3) is not [Prefix, var month, var line]) return null;
        return Records.Month.Parse(month) is { } of ? new(of, line) : null;
    }

    /// <summary>The month from which a balance was brought; null for any other line.</summary>
    public static Month? BroughtFrom(string id) => id.StartsWith(Broughts, StringComparison.Ordinal) ? Records.Month.Parse(id[Broughts.Length..]) : null;
}
