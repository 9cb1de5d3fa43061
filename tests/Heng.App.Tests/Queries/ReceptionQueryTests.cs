using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using static Heng.App.Tests.Queries.DrilledShop;

namespace Heng.App.Tests.Queries;

/// <summary>A reception's transcript shows the waits that were counted, where they were.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class ReceptionQueryTests(DrilledShop shop)
{
    private static readonly DateOnly Day = new(2026, 10, 14);

    private IReadOnlyList<Reception> OfDay => shop.Database.Facts.Receptions(shop.Shop.Id, Day, Day);
    private static string IdOf(Reception reception) => reception.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task The_waits_of_every_transcript_of_a_day_add_up_to_what_was_counted_and_lie_at_their_seconds()
    {
        var (clock, rounds) = (shop.Facts.Rules.Clock, 0);
        Assert.NotEmpty(OfDay);
        foreach (var reception in OfDay)
        {
            var view = (await shop.Reception(Manager, IdOf(reception)))!;
            Assert.NotEmpty(view.Lines);
            Assert.Equal(reception.Measures[Primitive.RoundSeconds], view.Waits.Where(w => w.To is not null).Sum(w => w.Seconds));
            Assert.Equal(reception.Measures[Primitive.Rounds], view.Waits.Count(w => w.To is not null));
            Assert.Equal(reception.Measures[Primitive.UnansweredRounds], view.Waits.Count(w => w.To is null));
            Assert.Equal(reception.FirstResponseSeconds is null ? 0 : 1, view.Waits.Count(w => w.First));
            foreach (var wait in view.Waits.Where(w => w.To is not null))
            {
                Assert.Equal(wait.Seconds, (view.Lines[wait.To!.Value].At - view.Lines[wait.From].At).TotalSeconds);
                Assert.Equal(Speaker.Agent, view.Lines[wait.To.Value].From);
                Assert.Contains(view.Lines[wait.From].From, new[] { Speaker.Buyer, Speaker.System });
                rounds++;
            }
            if (view.Waits.FirstOrDefault(w => w.First) is { } first) Assert.Equal(reception.FirstResponseSeconds, first.Seconds);
            Assert.Equal(view.Lines.Where(l => l.From == Speaker.Agent && l.Notice is null).Count(), reception.Measures[Primitive.AgentMessages]);
            Assert.All(view.Lines, l => Assert.Equal(Day, clock.DayOf(clock.FromLocal(l.At))));
        }
        Assert.True(rounds > 100, $"only {rounds} rounds");
    }

    [Fact]
    public async Task What_a_persons_receptions_add_is_the_persons_number()
    {
        var agent = shop.Facts.Roster.Find(shop.Ann.Name)!.Id;
        var day = shop.Facts.Days.Where(d => d.Agent == agent).MaxBy(d => d.Measures[Primitive.Inquiries])!.Day;
        var adds = new List<ReceptionAdds>();
        foreach (var reception in shop.Database.Facts.Receptions(shop.Shop.Id, day, day, agent)) adds.AddRange((await shop.Reception(Manager, IdOf(reception)))!.Adds);
        foreach (var id in new[] { "consulted", "average-response", "first-response", "within-30s", "inquiry-paid-final", "agent-messages" })
        {
            var metric = shop.Facts.Metrics.Find(id)!;
            var own = adds.Where(a => a.Metric == metric.Name).ToList();
            var opened = (await shop.Explain(Manager, shop.Ann.Name, id, day))!;
            Assert.NotEmpty(own);
            Assert.Equal(opened.FactSum, own.Sum(a => a.Part));
            Assert.All(own, a => Assert.Equal(Links.ExplainMetric(October, shop.Ann.Name, id, day), a.Href));
        }
    }

    [Fact]
    public async Task An_order_that_landed_stands_with_its_reception_and_leads_back()
    {
        var row = shop.Database.Ledger.Between(shop.Shop.Id, Day, Day).First(r => r.Created is { Agent: > 0, Session: not null } && r.PaidDay is not null && r.CreatedDay == Day);
        var order = (await shop.Order(Manager, row.Order.Id))!;
        Assert.NotNull(order.CreatedEvent.ReceptionId);
        Assert.True(order.CreatedEvent.SessionFrom <= order.CreatedEvent.At || order.CreatedEvent.Clause == Engine.Orders.Clause.LastBefore);
        var reception = (await shop.Reception(Manager, order.CreatedEvent.ReceptionId!))!;
        Assert.Contains(reception.Orders, o => o.Id == row.Order.Id && o.Amount == row.Order.Amount);
        Assert.Equal(shop.Facts.Roster.NameOf(row.Created.Agent!.Value), reception.Agent);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("slow")]
    [InlineData("unreplied")]
    [InlineData("unanswered")]
    [InlineData("transferred")]
    public async Task The_list_counts_as_the_measures_do(string? show)
    {
        var view = (await shop.Receptions(Manager, new(October, Show: show)))!;
        var measures = new Measures();
        foreach (var day in shop.Facts.Days) measures.Add(day.Measures);
        var all = shop.Database.Facts.Receptions(shop.Shop.Id, October.First, October.Last);
        Assert.Equal(show switch
        {
            null => (int)measures[Primitive.ReceptionsAll],
            "slow" => (int)measures[Primitive.SlowReceptions],
            "unreplied" => (int)measures[Primitive.Unreplied],
            "unanswered" => all.Count(r => r.Measures[Primitive.UnansweredRounds] > 0),
            _ => all.Count(r => r.Measures[Primitive.TransferredIn] + r.Measures[Primitive.TransferredOut] > 0),
        }, view.Total);
        Assert.Equal(Math.Min(view.Total, ReceptionsAsk.PageSize), view.Rows.Count);
        Assert.Equal(view.Rows.OrderByDescending(r => r.Start).Select(r => r.Start), view.Rows.Select(r => r.Start));
        if (show == "slow") Assert.All(view.Rows, r => Assert.True(r.Slow));
        if (show == "unreplied") Assert.All(view.Rows, r => Assert.False(r.Replied));
    }

    [Fact]
    public async Task Narrowed_to_a_person_and_a_day_the_list_holds_that_days_receptions()
    {
        var agent = shop.Facts.Roster.Find(shop.Ann.Name)!.Id;
        var view = (await shop.Receptions(Manager, new(October, shop.Ann.Name, Day)))!;
        Assert.Equal(OfDay.Count(r => r.Agent == agent && !r.Filtered), view.Total);
        Assert.All(view.Rows, r => Assert.Equal(shop.Ann.Name, r.Agent));
        Assert.All(view.Rows, r => Assert.Equal(Day, DateOnly.FromDateTime(r.Start)));
        Assert.Null(await shop.Receptions(Manager, new(October, Day: new(2026, 9, 30))));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("99999999999999999999")]
    [InlineData("1.5")]
    public async Task A_wrong_id_is_not_there(string id) => Assert.Null(await shop.Reception(Manager, id));
}
