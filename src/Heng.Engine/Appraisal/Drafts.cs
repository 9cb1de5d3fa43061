using Heng.Engine.Records;

namespace Heng.Engine.Appraisal;

/// <summary>What one rater gives one person for one item (评分格). The part says about whom it is and as what.</summary>
public sealed record ScoreCell(ToDo Part, string Item);

/// <summary>What was typed, as it was typed: what is no number is kept too.</summary>
public sealed record Typed(string Points, string Comment)
{
    public static readonly Typed Nothing = new("", "");
    public bool IsNothing => Points.Length == 0 && Comment.Length == 0;
}

/// <summary>
/// One version of a cell's draft (草稿). Sitting names the form that it came from. Aside: typed somewhere else meanwhile, it waits beside the standing one for somebody to choose.
/// </summary>
public sealed record DraftLine(Typed What, bool Aside, string Sitting, string Who, Instant At);

/// <summary>All versions of a cell's draft, the first first.</summary>
public sealed record DraftCell(IReadOnlyList<DraftLine> Lines)
{
    public static readonly DraftCell Empty = new([]);

    public int Version => Lines.Count;
    public DraftLine? Standing => Lines.LastOrDefault(l => !l.Aside);
    public Typed What => Standing?.What ?? Typed.Nothing;
    /// <summary>What waits beside it; null where there is nothing to choose.</summary>
    public DraftLine? Beside => Lines is [.., { Aside: true } last] ? last : null;
}

/// <summary>Which of two that stand side by side somebody wants.</summary>
public enum DraftChoice : byte { Standing, Beside }

/// <summary>
/// Two people at the same card (a leader on two devices, a leader and the delegate): what was not touched here gives way, what was changed on both sides stands side by side,
/// and nothing is overwritten that its writer has not seen.
/// </summary>
public static class Drafts
{
    /// <summary>The version to append; null where there is nothing new.</summary>
    /// <param name="seen">The version on which the form was filled in, 0 for none.</param>
    public static DraftLine? Saved(DraftCell kept, Typed typed, int seen, DraftLine by)
    {
        var line = by with { What = typed };
        if (typed == kept.What || typed == kept.Beside?.What) return null;
        // What this form itself saved since is no other's.
        var current = seen <= kept.Version && kept.Lines.Skip(seen).All(l => l.Sitting == by.Sitting);
        if (kept.Beside is null && current) return line with { Aside = false };
        // Seen and left as it was: whoever changed it since is right.
        if (!current && typed == (seen <= 0 ? Typed.Nothing : kept.Lines.ElementAtOrDefault(seen - 1)?.What)) return null;
        return line with { Aside = true };
    }

    /// <summary>The chosen one stands anew; null where the two have changed since they were looked at, or where there is nothing to choose.</summary>
    public static DraftLine? Chosen(DraftCell kept, DraftChoice choice, int seen, DraftLine by) =>
        kept.Beside is { } beside && seen == kept.Version ? by with { What = choice == DraftChoice.Beside ? beside.What : kept.What, Aside = false } : null;
}
