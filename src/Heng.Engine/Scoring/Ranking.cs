using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring;

/// <summary>Whom a person is ranked among: the group, those with the same position, or everyone on the plan.</summary>
public enum RankWithin : byte { Group, Position, Plan }

/// <summary>
/// Points by place (排名). Competition ranking on rounded values: 1, 1, 3. The missing are unranked and get no points. Its value is the place, not the metric.
/// </summary>
public sealed record ByRank(RankWithin Within, Better Better, IReadOnlyList<decimal> Places, decimal Rest) : Method
{
    protected override decimal? PointsFor(decimal value, decimal full, decimal share) => value <= Places.Count ? Places[(int)value - 1] : Rest;

    /// <summary>Whatever the values are, somebody is first; who is last depends on how many there are.</summary>
    public override Bounds Range(Interval values, decimal full) => Bounds.Of([.. Places, Rest]);

    public override Wording Formula
    {
        get
        {
            var places = string.Join("/", Places.Select(Shown.Number));
            return new($"按名次 {places}，其余 {Shown.Number(Rest)}", $"by place {places}, the rest {Shown.Number(Rest)}");
        }
    }
}

/// <summary>Competition place: one more than the number of better values among those compared.</summary>
public static class Ranking
{
    public static int Place(decimal value, IEnumerable<decimal> all, Better better) =>
        1 + all.Count(other => better == Better.Lower ? other < value : other > value);

    /// <summary>The place with its own value beside it. Others' values stay unnamed: a colleague's figures are not this person's to read.</summary>
    public static Explained Explain(Explained own, IReadOnlyList<decimal> all, Better better)
    {
        var ahead = own.Value is { } value ? Place(value, all, better) - 1 : (decimal?)null;
        return Explained.By("place", new("名次", "place"), Unit.None, PlaceAfter.Instance,
            own, Explained.Leaf("ahead", new("更好的人数", "people with a better value"), ahead, Unit.None)) with
        {
            Note = new($"有数据的 {all.Count} 人参加排名", $"ranked among {all.Count} with data"),
        };
    }
}

/// <summary>The place behind those ahead; without a value of one's own there is none.</summary>
public sealed record PlaceAfter : Operation
{
    public static readonly PlaceAfter Instance = new();
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) => inputs is [not null, { } ahead] ? ahead + 1 : null;
    public override Wording Formula => new("更好的人数 + 1", "people with a better value + 1");
}
