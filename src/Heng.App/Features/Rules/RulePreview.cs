using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Facts;
using Heng.App.Features.Months;
using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Rules;

/// <summary>A metric as it was and as it would have been.</summary>
public sealed record PreviewCell(Metric Metric, decimal? Before, decimal? After)
{
    public bool Moves => Before != After;
    /// <summary>The change as a share of the larger of the two, so that what moved most comes first whatever its unit; a value that came or went moved wholly.</summary>
    public decimal Share => !Moves ? 0 : Before is not { } b || After is not { } a ? 1 : Math.Abs(a - b) / Math.Max(Math.Abs(a), Math.Abs(b));
}

/// <summary>The shop's or a person's metrics, what moved most first.</summary>
public sealed record PreviewRow(string Name, IReadOnlyList<PreviewCell> Cells)
{
    public decimal Most => Cells.Count == 0 ? 0 : Cells[0].Share;
    public int Moved => Cells.Count(c => c.Moves);
}

/// <summary>
/// What a month would have been under changed rules (预览): its days are folded again in memory, the orders decided again, and the sums laid beside those that are kept. Nothing is written.
/// </summary>
public sealed class RulePreview
{
    public static readonly string[] Shown =
        ["consulted", "received", "reply-rate", "average-response", "within-30s", "inquiries", "consult-conversion", "inquiry-paid-final", "sales", "orders", "slow"];

    private readonly Database database;
    private readonly Shop shop;
    private readonly Month month;
    private readonly RuleTimeline rules;
    private readonly Roster roster;
    private readonly Dictionary<DateOnly, IReadOnlyList<Session>> sessions = [];
    private readonly List<Reception> receptions = [];
    private readonly List<AgentDay> days = [];

    private RulePreview(Database database, Shop shop, Month month, RuleTimeline rules) => (this.database, this.shop, this.month, this.rules, roster) = (database, shop, month, rules, database.People.Roster);

    /// <summary>The shop first, then everybody who worked in the month, what moved most first. The change is made to every version that the month looks at.</summary>
    public static (PreviewRow Shop, IReadOnlyList<PreviewRow> People) Of(Database database, Shop shop, Month month, Func<RuleSet, RuleSet> change)
    {
        var kept = database.RuleSets.Timeline(shop.Id);
        var preview = new RulePreview(database, shop, month, new([.. kept.Versions.Select(v => (v.From, change(v.Rules)))]));
        var before = PeriodFacts.Load(database, [shop], month.First, month.Last, null, alone: true);
        preview.Count();
        return preview.Beside(before);
    }

    /// <summary>The month's agent-days under other rules: chats, orders and the funnel are decided again, the rest is as it is kept.</summary>
    public static IReadOnlyList<AgentDay> DaysUnder(Database database, Shop shop, Month month, RuleTimeline rules)
    {
        var preview = new RulePreview(database, shop, month, rules);
        preview.Count();
        return [.. preview.days, .. database.Facts.AgentDays(shop.Id, month.First, month.Last, parts: [FactPart.Service, FactPart.Refunds, FactPart.Records, FactPart.Phrases, FactPart.Quality])];
    }

    private void Count()
    {
        foreach (var day in database.Days.Between(shop.Id, month.First, month.Last))
        {
            var facts = Folded(day.Day);
            sessions[day.Day] = facts.Sessions;
            receptions.AddRange(facts.Receptions);
            days.AddRange(facts.AgentDays);
        }
        var (parts, _) = new OrderDays(database, shop, rules, Talks, (_, _) => receptions).Of(month.First, month.Last);
        days.AddRange(parts.SelectMany(p => p.AgentDays));
    }

    private DayFacts Folded(DateOnly day)
    {
        var own = rules.On(day);
        return Folding.Of(database, shop, roster, own, database.Days.Load(shop.Id, day, Folding.NeedsText(database, shop, own, day))!);
    }

    /// <summary>Of the days around the month only the talks are held.</summary>
    private IReadOnlyList<Session> Talks(DateOnly from, DateOnly to, IReadOnlySet<int> buyers)
    {
        var found = new List<Session>();
        foreach (var day in database.Days.Between(shop.Id, from, to))
        {
            if (!sessions.TryGetValue(day.Day, out var own)) sessions[day.Day] = own = Folded(day.Day).Sessions;
            found.AddRange(own.Where(s => buyers.Contains(s.Buyer)));
        }
        return found;
    }

    private (PreviewRow Shop, IReadOnlyList<PreviewRow> People) Beside(PeriodFacts before)
    {
        var own = rules.On(month.Last);
        var metrics = ShopCatalogue.On(database, own.Paying, month.Last);
        var shopAfter = Totals.OfShop(month.First, month.Last, days, before.Coverage);
        PreviewRow Row(string name, Totals was, Totals would) => new(name, [.. Shown
            .Select(id => new PreviewCell(metrics.Find(id)!, before.Read(before.Metrics.Find(id)!, was).Value, Pipeline.Value(metrics.Find(id)!, would, shopAfter, own, before.AsOf).Value))
            .Select((cell, i) => (cell, i)).OrderByDescending(c => c.cell.Share).ThenBy(c => c.i).Select(c => c.cell)]);
        var people = before.People.Select(p => Row(p.Name, before.TotalsOf(p.Id), Totals.Of(month.First, month.Last, days.Where(d => d.Agent == p.Id), before.Coverage)));
        return (Row(shop.Name, before.Shop, shopAfter), [.. people.OrderByDescending(p => p.Most).ThenBy(p => p.Name, StringComparer.Ordinal)]);
    }
}
