namespace Heng.Engine.Statistics;

/// <summary>A mark as a share of its scale, 0 the lowest and 1 the highest: who gave it as what, about whom, for which item. Full is how many points the scale has.</summary>
public readonly record struct RatedShare(string Rater, string Kind, string About, string Item, decimal Share, decimal Full = 1m);

/// <summary>What a habit comes to beside the others'; N is how much it rests on, and under its least there is no verdict.</summary>
public readonly record struct Habit(decimal? Value, int N, HabitVerdict Verdict);

public enum HabitVerdict : byte { None, TooFew, Usual, Lenient, Severe, Central, Halo, SelfHigh, SelfLow }

/// <summary>One rater's habits (评分习惯). Of somebody who rated themselves alone only the gap is known.</summary>
public sealed record RaterHabits(string Rater, IReadOnlyList<string> Kinds, int Marks, int People, decimal? Mean, Habit Leniency, Habit Spread, Habit Halo, Habit SelfPeerGap)
{
    /// <summary>Leniency in points of the items' scales.</summary>
    public decimal? LeniencyPoints { get; init; }
}

/// <summary>
/// Habits of raters (评分人分析). Self marks stand apart: they make the gap, and nothing else.
/// Leniency: the mean of own share − the others' mean of the same person's same item; where nobody else rated that, of the same item by others of the same kind.
/// Spread: per item the standard deviation over people (two at least), averaged over items ÷ the same of all other raters. Halo: per person that over items, likewise.
/// Gap: self share − peers' mean of the same items, averaged.
/// </summary>
public static class RaterStatistics
{
    public const int LeastMarks = 10, LeastPeople = 5, LeastItems = 3;
    public const decimal Lenient = 0.1m, Alike = 0.5m;
    private const string Self = "self", Peer = "peer";

    public static IReadOnlyList<RaterHabits> Of(IReadOnlyList<RatedShare> marks)
    {
        var others = marks.Where(m => m.Kind != Self).ToArray();
        return [.. marks.GroupBy(m => m.Rater, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => One(g.Key, [.. g], others))];
    }

    private static RaterHabits One(string rater, RatedShare[] all, RatedShare[] everybody)
    {
        var (own, rest) = (all.Where(m => m.Kind != Self).ToArray(), everybody.Where(m => m.Rater != rater).ToArray());
        return new(rater, [.. all.Select(m => m.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], own.Length, own.Select(m => m.About).Distinct(StringComparer.Ordinal).Count(),
            own.Length == 0 ? null : own.Average(m => m.Share), LeniencyOf(own, rest),
            Beside(own, rest, m => m.Item, HabitVerdict.Central), Beside(own, rest, m => m.About, HabitVerdict.Halo), GapOf(rater, all, everybody))
        {
            LeniencyPoints = own.Select(m => (m.Share - Reference(m, rest)) * m.Full).Average(),
        };
    }

    private static Habit LeniencyOf(RatedShare[] own, RatedShare[] rest)
    {
        decimal[] off = [.. own.Select(m => m.Share - Reference(m, rest)).OfType<decimal>()];
        if (off.Length == 0) return new(null, 0, HabitVerdict.None);
        var mean = off.Average();
        return new(mean, off.Length, off.Length < LeastMarks ? HabitVerdict.TooFew : mean >= Lenient ? HabitVerdict.Lenient : mean <= -Lenient ? HabitVerdict.Severe : HabitVerdict.Usual);
    }

    private static decimal? Reference(RatedShare mark, RatedShare[] rest)
    {
        var cell = rest.Where(r => r.About == mark.About && r.Item == mark.Item).ToArray();
        if (cell.Length == 0) cell = [.. rest.Where(r => r.Item == mark.Item && r.Kind == mark.Kind)];
        return cell.Length == 0 ? null : cell.Average(r => r.Share);
    }

    /// <summary>How far a rater's marks lie apart within what they are grouped by, beside how far the others' do. N counts the people behind it.</summary>
    private static Habit Beside(RatedShare[] own, RatedShare[] rest, Func<RatedShare, string> within, HabitVerdict verdict)
    {
        var (mine, theirs) = (Apart(own, within), Apart(rest, within));
        var people = own.GroupBy(within, StringComparer.Ordinal).Where(g => g.Count() > 1).SelectMany(g => g).Select(m => m.About).Distinct(StringComparer.Ordinal).Count();
        if (mine is not { } apart || theirs is not { } usual || usual == 0) return new(null, people, HabitVerdict.None);
        var ratio = Math.Round((decimal)(apart / usual), 6, MidpointRounding.AwayFromZero);
        return new(ratio, people, people < LeastPeople ? HabitVerdict.TooFew : ratio < Alike ? verdict : HabitVerdict.Usual);
    }

    /// <summary>The mean of the standard deviations of groups of two marks or more of one rater; null where there is none.</summary>
    private static double? Apart(IEnumerable<RatedShare> marks, Func<RatedShare, string> within)
    {
        double[] deviations = [.. marks.GroupBy(m => (m.Rater, Within: within(m))).Where(g => g.Count() > 1).Select(g => Deviation([.. g.Select(m => (double)m.Share)]))];
        return deviations.Length == 0 ? null : deviations.Average();
    }

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }

    private static Habit GapOf(string rater, RatedShare[] all, RatedShare[] everybody)
    {
        decimal[] gaps = [.. all.Where(m => m.Kind == Self && m.About == rater).Select(m => m.Share - MeanOfPeers(m, everybody)).OfType<decimal>()];
        if (gaps.Length == 0) return new(null, 0, HabitVerdict.None);
        var mean = gaps.Average();
        return new(mean, gaps.Length, gaps.Length < LeastItems ? HabitVerdict.TooFew : mean >= Lenient ? HabitVerdict.SelfHigh : mean <= -Lenient ? HabitVerdict.SelfLow : HabitVerdict.Usual);
    }

    private static decimal? MeanOfPeers(RatedShare self, RatedShare[] everybody) =>
        everybody.Where(m => m.Kind == Peer && m.About == self.About && m.Item == self.Item).Select(m => (decimal?)m.Share).Average();
}
