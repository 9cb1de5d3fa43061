using Dapper;
using Heng.App.Features.Appeals;
using Heng.App.Features.Closing;
using Heng.App.Features.Facts;
using Heng.App.Features.Importing;
using Heng.App.Features.Rules;
using Heng.App.Tests.Store;
using Heng.Engine.Appraisal;
using Heng.Engine.Facts;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Heng.Store;
using static Heng.App.Tests.Appeals.AppealShop;

namespace Heng.App.Tests.Appeals;

/// <summary>Appeals of October: what one of them corrects, whose numbers move, who is told, and what stays as it was.</summary>
public sealed class AppealStoryTests
{
    private static readonly AppealWish ToWang = new("王雨桐");

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_order_is_reassigned_and_both_cards_ranks_and_pays_move(DatabaseEngine engine)
    {
        using var shop = new AppealShop(engine);
        // 400 of 400 sold is 50, 8 of 10 is 40; 10 % of 400 is 40. 200 of 380 is 26.32, 7 of 10 is 35; 4000 × 19 ÷ 20 + 20.
        Assert.Equal((new MonthStanding(90m, "A", 1, 4040m), new MonthStanding(61.32m, "B", 2, 3820m)), (shop.Standing("李思远"), shop.Standing("王雨桐")));
        var bystander = shop.Standing("赵磊");

        Assert.Equal((1L, null), shop.Raise(Wang, CorrectedFact.Order, "1", ToWang));
        Assert.Equal(("appeal-raised", "/appeals/1"), Assert.Single(shop.Told("陈静")) is var raised ? (raised.Kind, raised.Link) : default);
        Assert.Empty(shop.Told("hr"));
        var preview = shop.Doing.Preview(new AppealFacts(shop.Database).Find(shop.Database.Appeals.Find(1)!)!, ToWang);
        Assert.Equal(90m, shop.Standing("李思远").Score);

        Assert.Null(shop.Answer(Chen, 1, accepts: true));
        // 100 of 400 is 12.5 + 40; 500 of 380 is 50 + 35.
        Assert.Equal((new MonthStanding(52.5m, "C", 2, 4010m), new MonthStanding(85m, "A", 1, 3850m)), (shop.Standing("李思远"), shop.Standing("王雨桐")));
        Assert.Equal(bystander, shop.Standing("赵磊"));
        // What was shown before the decision is what came after it.
        Assert.Equal(preview, shop.Database.Appeals.Find(1)!.Moved);
        Assert.Equal(["李思远", "王雨桐"], preview.Select(m => m.Agent));
        Assert.Equal([shop.Standing("李思远"), shop.Standing("王雨桐")], preview.Select(m => m.After));
        Assert.True(LedgerBalance.Holds(shop.Database, shop.Database.Shops.All, October));
        Assert.Null(shop.Database.Decisions.FirstBroken());

        var row = shop.Database.Ledger.Find(shop.Database.Shops.All[0].Id, "1")!;
        Assert.Equal((Clause.Corrected, WhyLost.Corrected, "李思远"), (row.Created.Clause, row.Created.Why, shop.Database.People.Roster.NameOf(row.Created.RunnerUp!.Value)));
        var told = Assert.Single(shop.Told("李思远"));
        Assert.Equal(("moved-by-correction", "90.00", "52.50", "1", "2", "A", "C", "1"),
            (told.Kind, told.Words["scoreWas"], told.Words["score"], told.Words["rankWas"], told.Words["rank"], told.Words["gradeWas"], told.Words["grade"], told.Words["order"]));
        Assert.DoesNotContain("王雨桐", string.Concat(told.Words.Values), StringComparison.Ordinal);
        Assert.Equal(("appeal-answered", "accepted"), Assert.Single(shop.Told("王雨桐")) is var answered ? (answered.Kind, answered.Words["answer"]) : default);
        Assert.Empty(shop.Told("赵磊"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_later_export_does_not_undo_it_and_the_record_stays_as_it_was(DatabaseEngine engine)
    {
        using var shop = new AppealShop(engine);
        shop.Raise(Wang, CorrectedFact.Order, "1", ToWang);
        Assert.Null(shop.Answer(Hr, 1, accepts: true));
        var (li, wang) = (shop.Standing("李思远"), shop.Standing("王雨桐"));
        shop.Export("2026-11-30", "后来改的备注");
        Assert.Equal("后来改的备注", shop.Database.Orders.Find(shop.Database.Shops.All[0].Id, "1")!.Remark);
        Assert.Equal((li, wang), (shop.Standing("李思远"), shop.Standing("王雨桐")));
        // Nor does counting everything again.
        Assert.Equal(4, new Recompute(shop.Database, shop.Shop.Data, shop.Clock).Run(shop.Database.Shops.All[0], October.First, October.Last, "再算一遍", "boss", _ => { }));
        Assert.Equal((li, wang), (shop.Standing("李思远"), shop.Standing("王雨桐")));
    }

    [Fact]
    public void Refused_and_escalated_it_is_refused_again_and_nothing_moves()
    {
        using var shop = new AppealShop();
        var before = shop.Standing("李思远");
        shop.Raise(Wang, CorrectedFact.Order, "1", ToWang);
        Assert.Null(shop.Answer(Chen, 1, accepts: false, "聊天里是李思远谈成的"));
        Assert.Equal("not-yours", shop.Escalate(Li, 1));
        Assert.Null(shop.Escalate(Wang, 1));
        Assert.Equal(["appeal-escalated"], shop.Told("hr").Select(n => n.Kind));
        Assert.Equal(["appeal-escalated"], shop.Told("boss").Select(n => n.Kind));
        Assert.Equal("own-appeal", shop.Answer(Chen, 1, accepts: true));
        Assert.Null(shop.Answer(Boss, 1, accepts: false, "核对过了"));
        Assert.Equal("already-escalated", shop.Escalate(Wang, 1));
        Assert.Equal("already-decided", shop.Answer(Hr, 1, accepts: true));
        // The same again is decided already; who has the order may still appeal about it.
        Assert.Equal((null, "already-decided"), shop.Raise(Wang, CorrectedFact.Order, "1", ToWang));
        Assert.Equal((2L, null), shop.Raise(Li, CorrectedFact.Order, "1", new("")));
        Assert.Equal(before, shop.Standing("李思远"));
        Assert.Equal(["appeal-answered", "appeal-answered"], shop.Told("王雨桐").Select(n => n.Kind));
    }

    [Fact]
    public void Each_reason_against_an_appeal_is_named()
    {
        using var shop = new AppealShop();
        Assert.Equal((null, "unknown-fact"), shop.Raise(Wang, CorrectedFact.Order, "404", ToWang));
        Assert.Equal((null, "not-yours"), shop.Raise(Zhao, CorrectedFact.Order, "1", new("赵磊")));
        Assert.Equal((null, "not-yours"), shop.Raise(Hr, CorrectedFact.Order, "1", ToWang));
        Assert.Equal((null, "nothing-to-correct"), shop.Raise(Li, CorrectedFact.Order, "1", new("李思远")));
        Assert.Equal((null, "needs-reason"), shop.Raise(Wang, CorrectedFact.Order, "1", ToWang, why: "  "));
        Assert.Equal((null, "reason-too-long"), shop.Raise(Wang, CorrectedFact.Order, "1", ToWang, why: new string('长', 501)));
        Assert.Equal((null, "person-unknown"), shop.Raise(Wang, CorrectedFact.Order, "1", new(new string('谁', 100_000))));
        Assert.Equal((null, "needs-named-person"), shop.Raise(new("operator", Features.People.Role.Operator, null, null), CorrectedFact.Order, "1", ToWang));
        Assert.Equal((1L, null), shop.Raise(Wang, CorrectedFact.Order, "1", ToWang, why: new string('长', 500)));
        Assert.Equal((null, "already-raised"), shop.Raise(Li, CorrectedFact.Order, "1", new("")));
        Assert.Equal("not-answered", shop.Escalate(Wang, 1));
        Assert.Equal("own-appeal", shop.Answer(Wang, 1, accepts: true));
        Assert.Equal("own-appeal", shop.Answer(Li, 1, accepts: false));
        Assert.Equal("role-may-not", shop.Answer(Zhao, 1, accepts: true));
        Assert.Equal("needs-reason", shop.Answer(Chen, 1, accepts: true, why: ""));
        Assert.Equal("nothing-to-correct", shop.Answer(Chen, 1, accepts: true, wish: new("李思远")));
        Assert.Empty(shop.Database.Records(RecordKinds.Corrections).All(shop.Database.Shops.All[0].Id));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_is_told_no()
    {
        using var shop = new AppealShop();
        shop.Raise(Wang, CorrectedFact.Order, "1", ToWang);
        var answers = await Task.WhenAll(Task.Run(() => shop.Answer(Hr, 1, accepts: true)), Task.Run(() => shop.Answer(Boss, 1, accepts: false)));
        Assert.Single(answers, a => a is null);
        Assert.Single(answers, a => a == "already-decided");
        Assert.Equal(2, shop.Database.Appeals.Find(1)!.State.Happened.Count);
        Assert.Equal(answers[0] is null ? 1 : 0, shop.Database.Records(RecordKinds.Corrections).All(shop.Database.Shops.All[0].Id).Count);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void In_a_closed_month_it_is_a_difference_of_the_next_and_the_seal_stays_and_is_verified(DatabaseEngine engine)
    {
        using var shop = new AppealShop(engine);
        shop.Close(October);
        var hash = shop.Database.ClosedMonths.Find(SealedMonth.Company, October)!.Hash;
        shop.November1();
        shop.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Equal((1L, null), shop.Raise(Wang, CorrectedFact.Order, "1", ToWang));
        Assert.Null(shop.Answer(Hr, 1, accepts: true));
        // 10 % of 300 from one to the other; scores and ranks are sealed.
        var moved = shop.Database.Appeals.Find(1)!.Moved!;
        Assert.Equal([("李思远", null, 4040m, 4010m), ("王雨桐", (decimal?)null, 3820m, 3850m)], moved.Select(m => (m.Agent, m.After.Score, m.Before.Net!.Value, m.After.Net!.Value)));
        var november = shop.Month(November).Book;
        Assert.Equal((-30m, 30m), (Line("李思远"), Line("王雨桐")));
        Assert.Equal(hash, shop.Database.ClosedMonths.Find(SealedMonth.Company, October)!.Hash);
        Assert.Null(new Verification(shop.Database).Of(October).Fault);

        decimal Line(string agent) => november.Find(agent)!.Pay!.Lines.Single(l => l.Id == "difference.2026-10.sale").Amount;
    }

    [Fact]
    public void The_window_of_a_closed_month_is_seven_days()
    {
        using var shop = new AppealShop();
        shop.Close(October);
        shop.Clock.Pass(TimeSpan.FromDays(8));
        Assert.Equal((null, "window-over"), shop.Raise(Wang, CorrectedFact.Order, "1", ToWang));
        // An export that comes again begins no window.
        shop.Export("2026-11-09", "迟到的更改");
        Assert.Equal((null, "window-over"), shop.Raise(Wang, CorrectedFact.Order, "1", ToWang));
    }

    [Fact]
    public void Who_an_order_was_taken_from_has_seven_days_from_then_on()
    {
        using var shop = new AppealShop();
        shop.Close(October);
        shop.Raise(Wang, CorrectedFact.Order, "1", ToWang);
        shop.Clock.Pass(TimeSpan.FromDays(20));
        Assert.Null(shop.Answer(Hr, 1, accepts: true));
        shop.Clock.Pass(TimeSpan.FromDays(7));
        Assert.Equal((2L, null), shop.Raise(Li, CorrectedFact.Order, "1", new("李思远")));
        Assert.Null(shop.Answer(Boss, 2, accepts: true));
        Assert.Equal((90m, 61.32m), (shop.Standing("李思远").Score, shop.Standing("王雨桐").Score));
    }

    [Fact]
    public void Points_are_rerated_by_another_than_who_gave_them_and_attendance_is_corrected()
    {
        using var shop = new AppealShop();
        var (entry, sheet) = (Corrections.IdOf(new Entry(October, "王雨桐", "attitude", "leader", 7m, null, "陈静")), "2026-10/王雨桐");
        Assert.Equal((1L, null), shop.Raise(Wang, CorrectedFact.Entry, entry, new(Points: 10m), day: October.First));
        Assert.Equal("own-appeal", shop.Answer(Chen, 1, accepts: false));
        Assert.Null(shop.Answer(Hr, 1, accepts: true, wish: new(Points: 9m)));
        // 26.32 + 45: 9 of 10 of 50.
        Assert.Equal(71.32m, shop.Standing("王雨桐").Score);
        Assert.Equal(7m, shop.Database.Entries.Of(October).Single(e => e.Agent == "王雨桐").Points);
        Assert.Equal((null, "nothing-to-correct"), shop.Raise(Wang, CorrectedFact.Attendance, sheet, new(DueDays: 20m, PaidDays: 21m), day: October.First));
        Assert.Equal((2L, null), shop.Raise(Wang, CorrectedFact.Attendance, sheet, new(PaidDays: 20m), day: October.First));
        Assert.Null(shop.Answer(Chen, 2, accepts: true));
        Assert.Equal(4020m, shop.Standing("王雨桐").Net);
        // A later sheet of the exporter's does not undo it.
        shop.Import("attendance_202611200900.csv", "month,agent,due_days,paid_days\n2026-10,王雨桐,20,18\n", "attendance");
        Assert.Equal(4020m, shop.Standing("王雨桐").Net);
        // A month that is closed with corrections recomputes with them.
        shop.Close(October);
        Assert.Null(new Verification(shop.Database).Of(October).Fault);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_rating_is_voided_and_a_message_is_taken_out_by_the_named_rule(DatabaseEngine engine)
    {
        using var shop = new AppealShop(engine);
        var place = shop.Database.Shops.All[0];
        var rating = ServiceCredits.IdOf(Assert.Single(shop.Database.Ratings.Between(place.Id, ShopClock.Shanghai.StartOf(October.First), ShopClock.Shanghai.EndOf(October.Last))));
        long Of(string agent, Primitive primitive) => shop.Month(October).Book.Find(agent)!.Totals.Measures[primitive];
        Assert.Equal((1L, 1L), (Of("李思远", Primitive.Rated), Of("李思远", Primitive.Invited)));
        Assert.Equal((null, "not-yours"), shop.Raise(Wang, CorrectedFact.Rating, rating));
        Assert.Equal((1L, null), shop.Raise(Li, CorrectedFact.Rating, rating));
        Assert.Null(shop.Answer(Chen, 1, accepts: true));
        Assert.Equal((0L, 1L), (Of("李思远", Primitive.Rated), Of("李思远", Primitive.Invited)));

        var day = new DateOnly(2026, 10, 6);
        var records = shop.Database.Days.Load(place.Id, day, withText: true)!;
        var message = Corrections.IdOf(records.Key![Array.FindIndex(records.From, f => f == Sender.Buyer)]);
        var before = shop.Database.Days.Between(place.Id, day, day)[0];
        Assert.Equal((2L, null), shop.Raise(Li, CorrectedFact.Message, message, day: day));
        Assert.Null(shop.Answer(Chen, 2, accepts: true));
        var after = shop.Database.Days.Between(place.Id, day, day)[0];
        Assert.Equal((2, 2, 0, 1, 1), (before.Messages, before.Folded, before.Filtered, after.Folded, after.Filtered));
        // Folding the day again, as a change of people does, keeps it out.
        Refold.Day(shop.Database, place, shop.Database.People.Roster, shop.Database.RuleSets.Current(place.Id, day), day);
        Assert.Equal(1, shop.Database.Days.Between(place.Id, day, day)[0].Filtered);
        // What came after the closing proves nothing, so all of it was there long before.
        using (var connection = shop.Database.Connect()) connection.Execute("UPDATE import_file SET started_at = 1, finished_at = 1");
        shop.Close(October);
        var verified = new Verification(shop.Database).Of(October);
        Assert.Null(verified.Fault);
        Assert.Empty(verified.Messages!.Moved);
    }

    [Fact]
    public void A_run_that_was_cut_off_before_it_was_settled_is_made_good_by_the_next()
    {
        using var shop = new AppealShop();
        shop.Raise(Wang, CorrectedFact.Order, "1", ToWang);
        var (appeal, place) = (shop.Database.Appeals.Find(1)!, shop.Database.Shops.All[0]);
        var import = shop.Database.Imports.Begin(null, "appeal/1", "corrections", "", 0, new(900), new(900), "人事");
        Assert.True(shop.Database.Appeals.Append(appeal, new(AppealEvent.Accepted, "人事", new(900), "有记录"),
            new(place.Id, new("小店", CorrectedFact.Order, "1", new(2026, 10, 5), "有记录", "人事", new(900), "appeal/1") { Person = "王雨桐" }, new(import, new(900)), [])));
        Assert.Equal(90m, shop.Standing("李思远").Score);
        using (var run = new ImportRun(shop.Database, shop.Shop.Data, TimeProvider.System)) run.Import([]);
        shop.Export("2026-11-02", "下一次导入");
        Assert.Equal((52.5m, 85m), (shop.Standing("李思远").Score, shop.Standing("王雨桐").Score));
        Assert.Equal("already-decided", shop.Answer(Hr, 1, accepts: true));
    }
}
