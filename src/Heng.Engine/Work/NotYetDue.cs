using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;

namespace Heng.Engine.Work;

/// <summary>What is due on a day that is not over at the as-of instant is not due yet, whatever else the day holds.</summary>
public static class NotYetDue
{
    public static AgentDay Without(AgentDay day, ShopClock clock, Instant asOf) =>
        Awaits(day.Measures, day.Day, clock, asOf) ? day with { Measures = Less(day.Measures) } : day;

    public static Contribution Without(Contribution fact, ShopClock clock, Instant asOf) =>
        Awaits(fact.Measures, fact.Day, clock, asOf) ? fact with { Measures = Less(fact.Measures) } : fact;

    private static bool Awaits(Measures measures, DateOnly day, ShopClock clock, Instant asOf) => measures[Primitive.ReportsAwaited] > 0 && asOf < clock.EndOf(day);

    private static Measures Less(Measures measures) => new Measures().Add(measures).Add(Primitive.ReportsAwaited, -measures[Primitive.ReportsAwaited]);
}
