using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Targets;
using Heng.Engine.Tests.Scoring;

namespace Heng.Engine.Tests.Targets;

/// <summary>Looks back on months that are written short.</summary>
internal static class Looks
{
    public static readonly Month July = new(2026, 7), August = new(2026, 8), September = new(2026, 9);

    public static Subject Person(Month month, string name, decimal? value, decimal? worked = null, string metric = "received") => Person(month, name, worked, value is { } v ? [(metric, v)] : []);

    public static Subject Person(Month month, string name, decimal? worked, params (string, decimal)[] values)
    {
        var scored = Cards.Person(name, "一组", values) with { WorkedDays = worked, DueDays = worked is null ? null : 22m };
        return new(scored, new(name, 0m, worked is { } days ? new Attendance(month, name, 22m, days) : null, null, scored.Metric, []));
    }

    public static HistoryMonth Back(Month month, params Subject[] people) => new(new SimulatedMonth(month, people));

    public static HistoryMonth Back(Month month, params decimal?[] values) => Back(month, [.. values.Select((v, i) => Person(month, $"p{i:00}", v))]);

    /// <summary>A target of 100 for one item of 20 points.</summary>
    public static SetPoint Target(string metric = "received", Method? method = null, bool scaled = false, bool sums = true, IReadOnlyList<DaySpan>? promotions = null)
    {
        var item = Cards.Metric(metric, 20m, method ?? new Proportional(100m, Better.Higher)) with { ScaledByDays = scaled };
        var plan = Cards.Plan(item) with { Promotions = promotions ?? [] };
        return new ItemTarget(new("s", 1, [plan], null) { Promotions = promotions ?? [] }, "", plan, item) { Scaled = scaled, Sums = sums };
    }

    public static TargetProposal Of(this IReadOnlyList<TargetProposal> all, HistoryWay way, bool byCalendar = false) => all.Single(p => p.Way == way && p.ByCalendar == byCalendar);

    /// <summary>The number proposed, checked against its own explanation.</summary>
    public static decimal? Number(this TargetProposal proposal, int of = 0)
    {
        var number = proposal.Numbers[of].Number;
        Assert.Equal(number.Value, number.Recompute());
        return number.Value;
    }

    public static IReadOnlyList<TargetProposal> Propose(SetPoint point, params HistoryMonth[] months) => TargetProposals.For(point, months, null);
}
