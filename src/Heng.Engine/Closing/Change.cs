using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Scoring;

namespace Heng.Engine.Closing;

/// <summary>
/// Why a number moved (变动原因), in the order in which it is gone through: what was corrected or came late after the earlier month was closed, other rules
/// of counting, another version of the plan or pay scheme, and what the person's own figures did.
/// </summary>
public enum ChangeCause : byte { Corrections, Rules, Plan, Figures }

/// <summary>One part of a score or of pay as it stood: an item and the points it counted, a line and its yuan. Reading is the value it was made of, where one was.</summary>
public sealed record StandingPart(string Id, Wording Name, decimal Amount, decimal? Reading, Unit ReadingUnit);

/// <summary>A card or payslip as a sum of its parts. What the parts don't hold of the total (a gate, a cap) stands as a part of its own, so that they always add up.</summary>
public sealed record Standing(decimal Total, IReadOnlyList<StandingPart> Parts)
{
    public const string Rest = "rest";

    /// <summary>Null without a score: what isn't there can't be split.</summary>
    public static Standing? Of(Scorecard? card) => card?.Score is not { } score ? null
        : Of(score, [.. card.Items.Where(i => i.Counted is not null).Select(i => new StandingPart(i.Item, i.Name, i.Counted!.Value, i.Value.Value, i.Value.Unit))]);

    public static Standing? Of(Payslip? slip) => slip is null ? null
        : Of(slip.Net, [.. slip.Lines.Select(l => new StandingPart(l.Id, l.Label, l.Amount, null, Unit.None))]);

    public static Standing Of(decimal total, IReadOnlyList<StandingPart> parts)
    {
        var rest = total - parts.Sum(p => p.Amount);
        return new(total, rest == 0 ? parts : [.. parts, new(Rest, new("封顶、否决等", "caps, gates and the like"), rest, null, Unit.None)]);
    }
}

/// <summary>One part before and after, and what each cause moved it by, in the order of the causes.</summary>
public sealed record PartChange(string Id, Wording Name, StandingPart? Before, StandingPart? After, IReadOnlyList<decimal> ByCause)
{
    public decimal Moved => ByCause.Sum();
}

/// <summary>
/// The exact split of a difference between two months (变动拆分). The earlier month is taken step by step to the later one, one cause at a time; what a step
/// moves is its cause's. So causes and parts both add up to the difference, with nothing left over.
/// </summary>
public sealed record Change(decimal Before, decimal After, IReadOnlyList<ChangeCause> Causes, IReadOnlyList<PartChange> Parts)
{
    public decimal Moved => After - Before;
    public decimal MovedBy(ChangeCause cause) => Causes.ToList().IndexOf(cause) is var at and >= 0 ? Parts.Sum(p => p.ByCause[at]) : 0m;

    /// <param name="before">The earlier month as it counted.</param>
    /// <param name="steps">The same month after each cause, the last of them the later month itself. A step that came to nothing is left out, and what it moved is the next one's.</param>
    public static Change Of(Standing before, IReadOnlyList<(ChangeCause Cause, Standing? Then)> steps)
    {
        if (steps.Count == 0 || steps[^1].Then is null) throw new ArgumentException("the last step is the later month", nameof(steps));
        var taken = steps.Where(s => s.Then is not null).ToArray();
        Standing[] stands = [before, .. taken.Select(s => s.Then!)];
        var maps = stands.Select(s => s.Parts.ToDictionary(p => p.Id, StringComparer.Ordinal)).ToArray();
        var order = stands[^1].Parts.Concat(stands.SelectMany(s => s.Parts)).Select(p => p.Id).Distinct(StringComparer.Ordinal);
        return new(before.Total, stands[^1].Total, [.. taken.Select(s => s.Cause)], [.. order.Select(id => Part(id, maps))]);
    }

    private static PartChange Part(string id, Dictionary<string, StandingPart>[] stands)
    {
        var amounts = stands.Select(s => s.GetValueOrDefault(id)).ToArray();
        var name = amounts.Last(p => p is not null)!.Name;
        return new(id, name, amounts[0], amounts[^1], [.. amounts.Zip(amounts.Skip(1), (was, then) => (then?.Amount ?? 0m) - (was?.Amount ?? 0m))]);
    }
}
