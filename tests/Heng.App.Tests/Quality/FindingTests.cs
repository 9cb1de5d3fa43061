using Heng.App.Features.Appeals;
using Heng.App.Features.Closing;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Store;
using Heng.Engine.Metrics;
using Heng.Engine.Quality;
using Heng.Engine.Records;
using Heng.Store;
using static Heng.App.Tests.Quality.CheckedShop;

namespace Heng.App.Tests.Quality;

/// <summary>What rules find in an invented week, what it comes to, and what changes it.</summary>
public sealed class FindingTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_import_is_checked_and_gives_exactly_the_findings_worked_by_hand(DatabaseEngine engine)
    {
        using var shop = new CheckedShop(engine);
        Assert.Equal(Expected, shop.Told());
        // ann 0 (fatal), cat 100 − 2, dan 100: 198 of 300. bea 100 − 3 + 5, held at 100.
        Assert.Equal((66m, 100m), (shop.Metric("qa-score", "王雨桐"), shop.Metric("qa-score", "李思远")));
        Assert.Equal((1m, 2m, 0m, 1m), (shop.Metric("fatal-findings", "王雨桐"), shop.Metric("non-fatal-findings", "王雨桐"), shop.Metric("praised-findings", "王雨桐"), shop.Metric("taboo-hits", "王雨桐")));
        Assert.Equal((0m, 1m, 1m, 0m), (shop.Metric("fatal-findings", "李思远"), shop.Metric("non-fatal-findings", "李思远"), shop.Metric("praised-findings", "李思远"), shop.Metric("taboo-hits", "李思远")));
        // One of three receptions; the buyer's word costs nothing.
        Assert.Equal(1m / 3m, shop.Metric("risk-receptions", "王雨桐"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Shuffled_split_and_repeated_imports_find_the_same(DatabaseEngine engine)
    {
        using var whole = new CheckedShop(engine);
        using var parts = new CheckedShop(engine, chats: false);
        parts.Import("second.csv", Counter.Messages + string.Concat(Lines.Where((_, i) => i % 2 == 1).Reverse()));
        parts.Import("first.csv", Counter.Messages + string.Concat(Lines.Where((_, i) => i % 2 == 0).Reverse()));
        parts.Import("again.csv", Counter.Messages + string.Concat(Lines));
        Assert.Equal(Expected, parts.Told());
        Assert.Equal(whole.Findings.Select(f => (f.Id, f.Reception)), parts.Findings.Select(f => (f.Id, f.Reception)));
        Assert.Equal(whole.Metric("qa-score", "王雨桐"), parts.Metric("qa-score", "王雨桐"));
    }

    [Fact]
    public void Equal_messages_of_one_second_are_read_in_an_order_that_no_import_changes()
    {
        string[] lines = [Says("05 09:00:00", "ann", "雨桐", "buyer", "在吗", "z1"), Says("05 09:00:20", "ann", "雨桐", "agent", "自己看一", "z2"), Says("05 09:00:20", "ann", "雨桐", "agent", "自己看二", "z3")];
        var once = Taboo with { EachTime = false };
        var found = new List<string>();
        foreach (var order in new[] { lines, [lines[0], lines[2], lines[1]] })
        {
            using var shop = new CheckedShop(rules: false, chats: false);
            shop.Put(once, First, First);
            shop.Import("a.csv", Counter.Messages + order[0] + order[1]);
            // Both stand in the second line of a file, so neither came first.
            shop.Import("b.csv", Counter.Messages + order[0] + order[2]);
            found.Add(string.Join(' ', shop.Findings.Select(f => $"{f.Id}")));
        }
        Assert.Equal(found[0], found[1]);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_changed_rule_book_counts_once_the_days_are_counted_again_and_keeps_the_ids(DatabaseEngine engine)
    {
        using var shop = new CheckedShop(engine, rules: false);
        Assert.Empty(shop.Findings);
        foreach (var rule in new[] { Taboo, Address, Slow, Thanks, Risk }) shop.Put(rule, First, First);
        Assert.Empty(shop.Findings);
        shop.Recount();
        Assert.Equal(Expected, shop.Told());
        var ids = shop.Findings.Where(f => f.Rule == "address").Select(f => f.Id).ToList();
        // The second version takes 10 from the 6th on.
        shop.Put(Address with { Points = 10 }, First, new(2026, 10, 6));
        shop.Recount();
        Assert.Equal(Expected, shop.Told());
        Assert.Equal(ids, shop.Findings.Where(f => f.Rule == "address" && f.Counts).Select(f => f.Id));
        // 0, 100 − 10 and 100: 190 of 300.
        Assert.Equal(190m / 3m, shop.Metric("qa-score", "王雨桐"));
    }

    [Fact]
    public void What_is_in_shadow_is_found_beside_what_counts_and_is_in_no_number()
    {
        using var shop = new CheckedShop();
        shop.Put(Address with { Points = 50, When = Agent("你", "您") }, First, null);
        shop.Put(Rule("new", Severity.Fatal, "服务用语", 0, Agent("十元")) with { CountsAs = "新词" }, First, null);
        var before = (shop.Metric("qa-score", "王雨桐"), shop.Metric("taboo-hits", "王雨桐"), shop.Book.Find("王雨桐")!.Card!.Score);
        shop.Recount();
        Assert.Equal(Expected, shop.Told());
        Assert.Equal(["address 李思远 05 您 shadow", "address 王雨桐 05 你 shadow", "address 王雨桐 05 您 shadow", "address 王雨桐 06 你 shadow", "new 王雨桐 07 十元 shadow"], shop.Told(all: true).Except(Expected));
        Assert.Equal(before, (shop.Metric("qa-score", "王雨桐"), shop.Metric("taboo-hits", "王雨桐"), shop.Book.Find("王雨桐")!.Card!.Score));
    }

    [Fact]
    public void Without_a_rule_that_counts_the_numbers_are_missing_and_not_0()
    {
        using var shop = new CheckedShop(rules: false);
        foreach (var id in new[] { "qa-score", "fatal-findings", "non-fatal-findings", "praised-findings", "taboo-hits", "risk-receptions" }) Assert.Null(shop.Metric(id, "王雨桐"));
        shop.Put(Taboo, First, null);
        shop.Recount();
        Assert.Single(shop.Findings);
        Assert.Null(shop.Metric("fatal-findings", "王雨桐"));
        Assert.DoesNotContain(shop.Database.Coverage.Between(shop.Only.Id, October.First, October.Last), c => c.Source == Source.Quality);
        // A rule that counts for another group alone leaves whoever had receptions without a number.
        shop.Put(Slow with { Lines = ["二组"] }, First, First);
        shop.Recount();
        Assert.Null(shop.Metric("fatal-findings", "王雨桐"));
        Assert.Contains(shop.Database.Coverage.Between(shop.Only.Id, October.First, October.Last), c => c == (Source.Quality, Fifth));
    }

    [Fact]
    public void A_plan_asks_how_often_a_kind_was_found_and_takes_the_programs_cards()
    {
        using var shop = new CheckedShop();
        var card = shop.Book.Find("王雨桐")!.Card!;
        // Two 禁用称呼 at 5 each: 50 − 10; 198 of 300 of 50 is 33.
        Assert.Equal([40m, 33m], card.Items.Select(i => i.Points));
        Assert.Equal([50m, 50m], shop.Book.Find("李思远")!.Card!.Items.Select(i => i.Points));
        using var bare = new CheckedShop(rules: false);
        bare.Put(Taboo, First, First);
        bare.Recount();
        Assert.Null(bare.Book.Find("王雨桐")!.Card!.Items[0].Points);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_accepted_objection_strikes_the_finding_and_moves_the_score_and_the_cause_as_shown_before(DatabaseEngine engine)
    {
        using var shop = new CheckedShop(engine);
        shop.Close();
        shop.Clock.Pass(TimeSpan.FromDays(1));
        var hash = shop.Database.ClosedMonths.Find(SealedMonth.Company, October)!.Hash;
        var sixth = shop.Findings.Single(f => f.Rule == "address" && f.Day == new DateOnly(2026, 10, 6));
        var (raised, refused) = shop.Doing.Raise(CorrectedFact.Finding, $"{sixth.Id}", sixth.Day, new(), "引用买家的话", Wang);
        Assert.Null(refused);
        Assert.Null(shop.Doing.Answer(raised!, true, null, "属实", Hr));
        Assert.Equal(Expected.Except(["address 王雨桐 06 你"]), shop.Told());
        Assert.Contains("address 王雨桐 06 你 struck", shop.Told(all: true));
        // 0, 100 and 100: 200 of 300; one 禁用称呼 is left.
        Assert.Equal(200m / 3m, shop.Metric("qa-score", "王雨桐"));
        var now = Features.Months.MonthBook.Load(shop.Database, October, shop.Database.Shops.All, null, corrected: true);
        // A share is read to four places and points to two: 0.6667 of 50 is 33.335.
        Assert.Equal([45m, 33.34m], now.Find("王雨桐")!.Card!.Items.Select(i => i.Points!.Value));
        // The seal stays; pay moves by what was shown: 78.34 − 73 points at 10 yuan.
        Assert.Equal(hash, shop.Database.ClosedMonths.Find(SealedMonth.Company, October)!.Hash);
        Assert.Null(new Verification(shop.Database).Of(October).Fault);
        var moved = Assert.Single(shop.Database.Appeals.Find(1)!.Moved!);
        Assert.Equal(("王雨桐", 53.40m), (moved.Agent, moved.After.Net!.Value - moved.Before.Net!.Value));
        // It stays struck however often the day is counted again.
        Assert.Equal((null, "nothing-to-correct"), shop.Doing.Raise(CorrectedFact.Finding, $"{sixth.Id}", sixth.Day, new(), "再来", Wang) is var (again, why) ? (again, why?.Name) : default);
        shop.Import("again.csv", Counter.Messages + Says("06 11:00:00", "cat", "雨桐", "buyer", "好", "c3"));
        Assert.Contains("address 王雨桐 06 你 struck", shop.Told(all: true));
    }

    [Fact]
    public void Only_whom_a_finding_bears_on_objects_and_what_is_in_shadow_is_no_fact()
    {
        using var shop = new CheckedShop();
        shop.Put(Rule("new", Severity.Fatal, "服务用语", 0, Agent("十元")), First, null);
        shop.Recount();
        shop.Close();
        shop.Clock.Pass(TimeSpan.FromDays(1));
        string? Raise(string rule, Features.People.Viewer by) => shop.Findings.First(f => f.Rule == rule) is var f ? shop.Doing.Raise(CorrectedFact.Finding, $"{f.Id}", f.Day, new(), "不对", by).Refused?.Name : null;
        Assert.Equal("unknown-fact", Raise("new", Wang));
        Assert.Equal("not-yours", Raise("taboo", Li));
        Assert.Null(Raise("taboo", Wang));
    }

    [Fact]
    public void A_recalled_or_corrected_message_is_not_read_and_a_filtered_reception_is_not_checked()
    {
        using var shop = new CheckedShop(chats: false);
        shop.Import("chats.csv", Counter.Messages + Says("05 09:00:00", "ann", "雨桐", "buyer", "在吗", "a1")
            + $"{Counter.Shop},ann,小店:雨桐,2026-10-05 09:00:20,agent,recalled,,你自己看,a2\n" + Says("05 09:00:40", "ann", "雨桐", "agent", "您说", "a3")
            + $"{Counter.Shop},eve,小店:雨桐,2026-10-05 09:00:20,agent,auto-reply,,你自己看,e1\n");
        Assert.Empty(shop.Told());
        // ann's alone: nobody spoke with eve, which is an empty chat.
        Assert.Equal(100m, shop.Metric("qa-score", "王雨桐"));
        Assert.Single(shop.Database.Ledger.Contributions(shop.Only.Id, Fifth, Fifth, part: FactPart.Quality));
    }

    [Fact]
    public void A_case_that_comes_later_checks_its_day_again_where_a_rule_looks_at_remarks()
    {
        using var shop = new CheckedShop(rules: false, chats: false);
        shop.Put(Rule("remark", Severity.NonFatal, "信息备注", 4, new Condition(Engine.Quality.Role.Anyone, Stretch.Reception, new Remark(RemarkFault.Missing, []))), First, First);
        shop.Import("chats.csv", Counter.Messages + string.Concat(Lines));
        Assert.Empty(shop.Told());
        shop.Import("cases.csv", "shop,id,agent,opened_at,buyer,remark\n小店,k1,王雨桐,2026-10-06 10:05:00,cat,\n小店,k2,王雨桐,2026-10-07 10:05:00,dan,已备注\n", "cases");
        Assert.Equal(["remark 王雨桐 06"], shop.Told().Select(t => string.Join(' ', t.Split(' ').Take(3))));
    }
}
