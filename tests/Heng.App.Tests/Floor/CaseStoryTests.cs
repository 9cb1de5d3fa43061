using Heng.App.Features.Cases;
using Heng.App.Features.People;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Store;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Floor.FloorShop;

namespace Heng.App.Tests.Floor;

public sealed class CaseStoryTests
{
    private static string Reception(FloorShop shop)
    {
        shop.Import("messages-csv", Counter.Messages + Counter.Line("2026-11-02 15:00:00", buyer: "小小雨") + Counter.Line("2026-11-02 15:00:10", "在的", "agent", buyer: "小小雨"));
        var of = shop.Database.Shops.Find(Counter.Shop)!;
        return shop.Database.Facts.Receptions(of.Id, Day(2), Day(2)).Single().Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static Case Only(FloorShop shop) => new CaseBook(shop.Database).All.Single().Case;

    private static string? Do(FloorShop shop, Viewer by, CaseEvent act, string note = "说明", string? to = null, string? department = null)
    {
        // Of two versions of a record that one second brings, none is the later.
        shop.Clock.Pass(TimeSpan.FromSeconds(1));
        return new CaseDoing(shop.Desk).Do(Only(shop).Shop, Only(shop).Id, act, note, to, department, null, by)?.Name;
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_case_from_a_reception_is_passed_on_solved_and_closed_once_the_buyer_was_told(DatabaseEngine engine)
    {
        using var shop = new FloorShop(engine);
        var reception = Reception(shop);
        NewCase asked = new(reception, "售后", "少发一件", At(3, "12:00"), null);
        Assert.Equal("not-yours", new CaseDoing(shop.Desk).Open(asked, Li).Refused?.Name);
        var opened = new CaseDoing(shop.Desk).Open(asked, Wang).Opened!;
        Assert.Equal(new Case(Counter.Shop, "H20261102-170000", "王雨桐", null, At(2, "17:00"), "售后", "小小雨", At(3, "12:00"), null, null, true, null, "少发一件"), opened.Case);
        Assert.Equal("already-open", new CaseDoing(shop.Desk).Open(asked, Wang).Refused?.Name);
        Assert.Null(Do(shop, Wang, CaseEvent.Passed, "请补发", "李思远"));
        Assert.Equal(["case-step passed"], shop.Told("李思远"));
        Assert.Null(Do(shop, Li, CaseEvent.Passed, "查库存", department: "仓库"));
        Assert.Equal("李思远", Only(shop).Holder);
        Assert.Equal("not-yours", Do(shop, Zhao, CaseEvent.Solved));
        Assert.Equal("not-solved", Do(shop, Li, CaseEvent.Told));
        shop.Until(3, "09:59:59");
        Assert.Null(Do(shop, Li, CaseEvent.Solved, "已补发"));
        Assert.Equal(["case-step solved"], shop.Told("王雨桐"));
        Assert.Null(Do(shop, Wang, CaseEvent.Told, ""));
        Assert.Equal((At(3, "10:00"), At(3, "10:00:01"), "少发一件"), (Only(shop).SolvedAt!.Value, Only(shop).ToldAt!.Value, Only(shop).Remark));
        Assert.Equal(["case-opened", "case-passed", "case-passed", "case-solved", "case-told"], shop.Database.Decisions.About("case/1").Select(d => d.What));
    }

    [Fact]
    public async Task Five_that_are_opened_in_one_second_are_five_cases()
    {
        using var shop = new FloorShop();
        Reception(shop);
        Viewer[] people = [Wang, Li, Zhao, Chen, Sun];
        var opened = await Task.WhenAll(people.Select(by => Task.Run(() => new CaseDoing(shop.Desk).Open(new(null, "售后", "少发一件", null, null), by))));
        Assert.All(opened, one => Assert.Null(one.Refused));
        Assert.Equal(["H20261102-170000", "H20261102-170000-2", "H20261102-170000-3", "H20261102-170000-4", "H20261102-170000-5"], opened.Select(o => o.Opened!.Case.Id).Order(StringComparer.Ordinal));
        Assert.Equal(people.Select(p => p.Person).Order(StringComparer.Ordinal), new CaseBook(shop.Database).All.Select(c => c.Case.Agent).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_buyers_phone_and_address_are_masked_before_a_note_is_kept()
    {
        using var shop = new FloorShop();
        Reception(shop);
        var opened = new CaseDoing(shop.Desk).Open(new(null, "售后", "张三13812345678 收货地址：杭州市文三路 1 号", null, null), Wang).Opened!;
        Assert.DoesNotContain("12345678", opened.Case.Remark, StringComparison.Ordinal);
        Assert.DoesNotContain("文三路", opened.Case.Remark, StringComparison.Ordinal);
        Assert.Null(Do(shop, Wang, CaseEvent.Noted, "回电13812345678"));
        Assert.DoesNotContain(new CaseBook(shop.Database).Steps(opened.Case.Shop, opened.Case.Id)!.Happened, h => h.Why.Contains("12345678", StringComparison.Ordinal));
    }

    [Fact]
    public void An_imported_case_is_taken_on_here_and_seen_by_its_group_alone_with_a_masked_buyer()
    {
        using var shop = new FloorShop();
        shop.Import("cases", "shop,id,agent,opened_at,due_at,buyer,category\n小店,K7,王雨桐,2026-11-01 10:00:00,2026-11-02 12:00:00,小小雨,物流\n");
        CaseView? View(Viewer viewer) => new CaseQuery(shop.Desk with { Viewers = _ => viewer }).One("小店", "K7", null, new DefaultHttpContext()).View;
        Assert.Equal(("小**雨", true), (View(Wang)!.Buyer, View(Wang)!.MayAct));
        Assert.False(View(Zhao)!.MayAct);
        Assert.True(View(Chen)!.MayAct);
        Assert.Null(View(Sun));
        Assert.Null(View(Lu));
        Assert.False(View(Auditor)!.MayAct);
        Assert.Null(Do(shop, Chen, CaseEvent.Noted, "催一下"));
        Assert.Equal(["催一下"], View(Wang)!.Steps.Select(s => s.Why));
        CasesView List(Viewer viewer, string list, string state) => new CaseQuery(shop.Desk with { Viewers = _ => viewer }).List(new(list, state, null), new DefaultHttpContext()).View!;
        Assert.Equal((1, 1, 0), (List(Wang, "mine", "late").Rows.Count, List(Zhao, "group", "late").Rows.Count, List(Zhao, "mine", "open").Rows.Count));
        Assert.Empty(List(Sun, "all", "open").Rows);
    }

    [Fact]
    public void Of_a_case_that_is_due_its_holder_is_told_and_of_a_late_one_the_leaders_too_each_once()
    {
        using var shop = new FloorShop();
        shop.Import("cases", "shop,id,agent,opened_at,due_at\n小店,K7,王雨桐,2026-11-01 10:00:00,2026-11-02 18:00:00\n小店,K8,王雨桐,2026-11-01 10:00:00,2026-11-04 18:00:00\n");
        Instant Now() => new(shop.Clock.GetUtcNow().ToUnixTimeSeconds());
        Assert.Equal(["王雨桐 no"], CaseReminders.Run(shop.Database, Now()).Select(n => $"{n.To} {n.Words["late"]}"));
        Assert.Empty(CaseReminders.Run(shop.Database, Now()));
        shop.Until(2, "18:00");
        Assert.Empty(CaseReminders.Run(shop.Database, Now()));
        shop.Until(2, "18:01");
        Assert.Equal(["周敏 yes", "王雨桐 yes", "陈静 yes"], CaseReminders.Run(shop.Database, Now()).Select(n => $"{n.To} {n.Words["late"]}").Order(StringComparer.Ordinal));
        Assert.Empty(CaseReminders.Run(shop.Database, Now()));
    }
}
