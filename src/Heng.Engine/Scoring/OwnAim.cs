using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring;

/// <summary>An item as it stands for one person: with their own target, and the words that say so; Lacking where nobody said what is aimed at.</summary>
internal sealed record OwnAim(Item Item, Wording? Note, Wording? Lacking)
{
    public static OwnAim Of(Plan plan, Item item, Candidate person, Period period)
    {
        if (item.Method.Aim is not { } aim) return new(item, null, null);
        var who = Asker.Of(person.Agent, person.Group, person.Position, period.Last, person.Days ?? new(period.First.First, period.Last.Last), plan.Promotions);
        if (aim.For(who, metric => person.Metric(Asking.For(Beside.Target, metric)).Value) is not { } own || (own == 0 && item.Method.Standard is not { Better: Metrics.Better.Lower }))
            return new(item, null, new("没有目标", "no target"));
        var mixed = who.PromotionDays > 0 && aim.By.Any(r => r.Calendar is not null);
        return new(item with { Method = item.Method.With(own) }, mixed
            ? new($"目标 {Shown.Number(own)}（{who.Days} 天中大促 {who.PromotionDays} 天）", $"target {Shown.Number(own)} ({who.PromotionDays} of {who.Days} days are promotion days)")
            : new($"目标 {Shown.Number(own)}", $"target {Shown.Number(own)}"), null);
    }
}
