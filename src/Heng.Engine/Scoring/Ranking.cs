using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Statistics;

namespace Heng.Engine.Scoring;

/// <summary>Whom a person is ranked among: the group, those with the same position, or everyone on the plan.</summary>
public enum RankWithin : byte { Group, Position, Plan }

/// <summary>What becomes of values that can't be told apart (误差之内): the better value stands first all the same, or the place counts only those clearly better.</summary>
public enum RankNoise : byte { ByValue, SamePlace }

/// <summary>
/// Points by place (排名). Competition ranking on rounded values: 1, 1, 3. The missing are unranked and get no points. Its value is the place, not the metric.
/// </summary>
public sealed record ByRank(RankWithin Within, Better Better, IReadOnlyList<decimal> Places, decimal Rest) : Method
{
    public RankNoise Noise { get; init; }

    protected override decimal? PointsFor(decimal value, decimal full, decimal share) => value <= Places.Count ? Places[(int)value - 1] : Rest;

    /// <summary>Whatever the values are, somebody is first; who is last depends on how many there are.</summary>
    public override Bounds Range(Interval values, decimal full) => Bounds.Of([.. Places, Rest]);

    public override Bounds PointsWithin(Confidence seen, decimal full) =>
        Bounds.Of(Enumerable.Range((int)seen.Low, (int)(seen.High - seen.Low) + 1).Select(place => PointsFor(place, full, 1m)!.Value));

    public override Wording Formula
    {
        get
        {
            var places = string.Join("/", Places.Select(Shown.Number));
            return new($"按名次 {places}，其余 {Shown.Number(Rest)}", $"by place {places}, the rest {Shown.Number(Rest)}");
        }
    }
}

/// <summary>Competition places of everybody with a value among those compared.</summary>
internal sealed class Ranking
{
    private static readonly Wording Ahead = new("更好的人数", "people with a better value");
    private static readonly Wording ClearlyAhead = new("明显更好的人数（95% 置信）", "people clearly better (95 %)");

    private readonly ByRank method;
    /// <summary>The best first; of everyone, how many are clearly better, and of those who count only these, how many stand ahead.</summary>
    private readonly Estimate[] all;
    private readonly int[] clearly, ahead;

    public Ranking(ByRank method, IEnumerable<Explained> values)
    {
        this.method = method;
        all = [.. values.Where(v => v.Value is not null).Select(Of).OrderByDescending(v => v.Value)];
        clearly = [.. all.Select(own => all.Count(o => o.ClearlyAbove(own)))];
        ahead = Steadied(clearly);
    }

    /// <summary>One more than the number of better values.</summary>
    public static int Place(decimal value, IEnumerable<decimal> all, Better better) =>
        1 + all.Count(other => better == Better.Lower ? other < value : other > value);

    /// <summary>The place with its own value beside it. Others' values stay unnamed: a colleague's figures are not this person's to read.</summary>
    public Explained Explain(Explained own)
    {
        var (name, note) = (method.Noise == RankNoise.SamePlace ? ClearlyAhead : Ahead, new Wording($"有数据的 {all.Length} 人参加排名", $"ranked among {all.Length} with data"));
        if (own.Value is null) return Placed(own, null, name, note);
        var value = Of(own);
        var (at, behind) = (Array.IndexOf(all, value), all.Count(value.ClearlyAbove));
        var within = new Confidence(clearly[at] + 1, all.Length - behind);
        if (within.Width is var alike and > 0m && value.BelowSquared + value.AboveSquared > 0m)
            note = new($"{note.Zh}，与其中 {alike:0} 人难分高下（95% 置信）", $"{note.En}, {alike:0} of them not distinguishable (95 %)");
        return Placed(own, method.Noise == RankNoise.SamePlace ? ahead[at] : all.Count(o => o.Value > value.Value), name, note) with { Confidence = within };
    }

    private static Explained Placed(Explained own, decimal? ahead, Wording name, Wording note) =>
        Explained.By("place", new("名次", "place"), Unit.None, PlaceAfter.Instance, own, Explained.Leaf("ahead", name, ahead, Unit.None)) with { Note = note };

    /// <summary>Nobody stands behind somebody with a worse value: else a small sample, which is hard to be clearly better than, would be an advantage.</summary>
    private int[] Steadied(int[] counts)
    {
        var steady = counts.ToArray();
        for (var i = steady.Length - 2; i >= 0; i--) steady[i] = Math.Min(steady[i], steady[i + 1]);
        for (var i = 1; i < steady.Length; i++)
            if (all[i].Value == all[i - 1].Value) steady[i] = steady[i - 1];
        return steady;
    }

    private Estimate Of(Explained value)
    {
        var estimate = Estimate.Of(value.Value!.Value, value.Confidence);
        return method.Better == Better.Lower ? estimate.Negate() : estimate;
    }
}

/// <summary>The place behind those ahead; without a value of one's own there is none.</summary>
public sealed record PlaceAfter : Operation
{
    public static readonly PlaceAfter Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs is [not null, { } ahead] ? ahead + 1 : null;
    public override Wording Formula => new("更好的人数 + 1", "people with a better value + 1");
}
