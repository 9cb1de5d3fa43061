using Heng.Engine.Metrics;

namespace Heng.Engine.Choosing;

/// <summary>Why a deed on a choice is not allowed. Worded at the edge in both languages.</summary>
public enum ChoiceRefusal
{
    NeedsNamedPerson, RoleMayNot, AlreadySigned, TitleMissing, TitleTooLong, PositionMissing, NothingConsidered, MetricUnknown, StruckWithoutReason, NothingKept,
    NotShortened, WeightNotAboveZero, WeightsNotHundred, DirectionMissing, OwnerUnknown, NotWeighed, NotTheOwner, ChangedMeanwhile, NotSigned, SchemeUnreadable, DraftExists,
}

/// <summary>What is known when a deed comes: the metrics there are, and who may own a choice.</summary>
public sealed record ChoiceSituation(Func<string, Metric?> Metrics, Func<string, bool> MayOwn);

/// <summary>A person's deed; <paramref name="Person"/> is null where nobody is named.</summary>
public abstract record ChoiceDeed(string? Person, bool MayDo);

/// <summary>More for the long list; what stands on it already stays as it is.</summary>
public sealed record AddToList(string? Person, bool MayDo, IReadOnlyList<Considered> Added) : ChoiceDeed(Person, MayDo);

/// <summary>What of the long list is kept, what each was held against, and why the others are struck. Of an indicator that is not named nothing is changed.</summary>
public sealed record Shorten(string? Person, bool MayDo, IReadOnlyList<Considered> Rows) : ChoiceDeed(Person, MayDo);

/// <summary>The weights of what is chosen, why the rest of the short list is not, and who answers for it.</summary>
public sealed record Weigh(string? Person, bool MayDo, IReadOnlyList<Considered> Rows, string Owner) : ChoiceDeed(Person, MayDo);

/// <summary>One stage back; what was recorded stays.</summary>
public sealed record StepBack(string? Person, bool MayDo) : ChoiceDeed(Person, MayDo);
public sealed record SignChoice(string? Person, bool MayDo) : ChoiceDeed(Person, MayDo);

/// <summary>The next state, or the refusal and the indicators that it is about.</summary>
public readonly record struct ChoiceStep(IndicatorChoice? Next, ChoiceRefusal? Refused, IReadOnlyList<string>? About = null)
{
    public static implicit operator ChoiceStep(IndicatorChoice next) => new(next, null);
    public static implicit operator ChoiceStep(ChoiceRefusal refused) => new(null, refused);
}

/// <summary>From everything considered to what its owner signs. Nothing falls away without a reason, and nobody signs for another.</summary>
public static class ChoiceCycle
{
    public const int LongestTitle = 80;

    public static ChoiceStep Begin(IndicatorChoice choice, string? person, bool mayDo, ChoiceSituation now) => choice switch
    {
        _ when person is null => ChoiceRefusal.NeedsNamedPerson,
        _ when !mayDo => ChoiceRefusal.RoleMayNot,
        { Title: "" } => ChoiceRefusal.TitleMissing,
        { Title.Length: > LongestTitle } => ChoiceRefusal.TitleTooLong,
        { Position: "" } => ChoiceRefusal.PositionMissing,
        { List.Count: 0 } => ChoiceRefusal.NothingConsidered,
        _ => Known(choice, now),
    };

    public static ChoiceStep Decide(IndicatorChoice choice, ChoiceDeed deed, ChoiceSituation now) => deed switch
    {
        { Person: null } => ChoiceRefusal.NeedsNamedPerson,
        { MayDo: false } => ChoiceRefusal.RoleMayNot,
        _ when choice.Stage == ChoiceStage.Signed => ChoiceRefusal.AlreadySigned,
        AddToList add => Add(choice, add, now),
        Shorten shorten => Shortened(With(choice, shorten.Rows, (was, row) => was with { Meets = row.Meets, Struck = row.Struck, Weight = row.Struck is null ? was.Weight : null })),
        Weigh weigh => Weighed(choice, weigh, now),
        StepBack => choice with { Stage = (ChoiceStage)Math.Max(0, (int)choice.Stage - 1), Owner = null },
        SignChoice sign => Signed(choice, sign),
        _ => throw new ArgumentOutOfRangeException(nameof(deed)),
    };

    private static ChoiceStep Known(IndicatorChoice choice, ChoiceSituation now) =>
        choice.List.Where(c => now.Metrics(c.Metric) is null).Select(c => c.Metric).ToArray() is { Length: > 0 } unknown ? new ChoiceStep(null, ChoiceRefusal.MetricUnknown, unknown) : choice;

    /// <summary>What is added is considered anew with all else, so the choice goes back to its long list.</summary>
    private static ChoiceStep Add(IndicatorChoice choice, AddToList add, ChoiceSituation now)
    {
        var known = choice.List.Select(c => c.Metric).ToHashSet(StringComparer.Ordinal);
        Considered[] added = [.. add.Added.Where(c => known.Add(c.Metric))];
        if (added.Length == 0) return ChoiceRefusal.NothingConsidered;
        return Known(choice with { List = [.. choice.List, .. added], Stage = ChoiceStage.LongList, Owner = null }, now);
    }

    private static ChoiceStep Shortened(IndicatorChoice choice)
    {
        if (Blank(choice) is { Length: > 0 } blank) return new(null, ChoiceRefusal.StruckWithoutReason, blank);
        return choice.Kept.Any() ? choice with { Stage = ChoiceStage.ShortList, Owner = null } : ChoiceRefusal.NothingKept;
    }

    private static ChoiceStep Weighed(IndicatorChoice choice, Weigh weigh, ChoiceSituation now)
    {
        if (choice.Stage == ChoiceStage.LongList) return ChoiceRefusal.NotShortened;
        // What was struck from the long list isn't brought back here.
        var next = With(choice, weigh.Rows, (was, row) => was.Struck is not null ? was : was with { Struck = row.Struck, Weight = row.Struck is null ? row.Weight : null, Better = row.Better });
        if (Blank(next) is { Length: > 0 } blank) return new(null, ChoiceRefusal.StruckWithoutReason, blank);
        if (!next.Kept.Any()) return ChoiceRefusal.NothingKept;
        if (Those(next, c => c.Weight is not > 0m) is { Length: > 0 } weightless) return new(null, ChoiceRefusal.WeightNotAboveZero, weightless);
        if (next.Weights != 100m) return ChoiceRefusal.WeightsNotHundred;
        if (Those(next, c => c.Better == Better.None && now.Metrics(c.Metric)?.Better is null or Better.None) is { Length: > 0 } sideless) return new(null, ChoiceRefusal.DirectionMissing, sideless);
        if (!now.MayOwn(weigh.Owner)) return ChoiceRefusal.OwnerUnknown;
        return next with { Stage = ChoiceStage.Chosen, Owner = weigh.Owner };
    }

    private static ChoiceStep Signed(IndicatorChoice choice, SignChoice sign) => choice switch
    {
        { Stage: not ChoiceStage.Chosen } => ChoiceRefusal.NotWeighed,
        _ when choice.Owner != sign.Person => ChoiceRefusal.NotTheOwner,
        _ => choice with { Stage = ChoiceStage.Signed },
    };

    private static IndicatorChoice With(IndicatorChoice choice, IReadOnlyList<Considered> rows, Func<Considered, Considered, Considered> change)
    {
        var asked = rows.ToDictionary(r => r.Metric, StringComparer.Ordinal);
        return choice with { List = [.. choice.List.Select(was => asked.TryGetValue(was.Metric, out var row) ? change(was, row) : was)] };
    }

    private static string[] Blank(IndicatorChoice choice) => [.. choice.List.Where(c => c.Struck is not null && string.IsNullOrWhiteSpace(c.Struck)).Select(c => c.Metric)];

    private static string[] Those(IndicatorChoice choice, Func<Considered, bool> lacking) => [.. choice.Kept.Where(lacking).Select(c => c.Metric)];
}
