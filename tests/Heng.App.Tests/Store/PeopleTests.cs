using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class PeopleTests
{
    private static readonly DateOnly First = new(2026, 10, 1), Fifteenth = new(2026, 10, 15), Sixteenth = new(2026, 10, 16);

    private static Employment Works(string name, string[] accounts, DateOnly from, DateOnly? to = null, string group = "一组") => new(name, accounts, group, "售前", 4000m, from, to);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_account_belongs_to_who_is_bound_to_it_on_the_day_last_day_included(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        fresh.Database.People.Import([Works("王雨桐", ["店:小雨"], First, Fifteenth), Works("李思远", ["店:小雨", "店:小雪"], Sixteenth)], null, 1);
        var roster = fresh.Database.People.Roster;
        var (wang, li) = (roster.Find("王雨桐")!.Id, roster.Find("李思远")!.Id);
        Assert.Equal([0, wang, wang, li], new[] { First.AddDays(-1), First, Fifteenth, Sixteenth }.Select(d => roster.AgentOf("店:小雨", d)));
        Assert.Equal(0, roster.AgentOf("店:小风", Sixteenth));
        Assert.Empty(roster.Conflicts);
        Assert.Equal("李思远", roster.NameOf(li));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_person_keeps_the_number_through_new_stretches_and_repeated_imports(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var people = fresh.Database.People;
        Assert.Equal(1, people.Import([Works("王雨桐", ["店:小雨"], First)], new Instant(1), 1).New);
        var id = people.Roster.Find("王雨桐")!.Id;
        Assert.Equal(1, people.Import([Works("王雨桐", ["店:小雨"], First, Fifteenth)], new Instant(2), 2).Replaced);
        Assert.Equal(1, people.Import([Works("王雨桐", ["店:小雨"], Sixteenth, group: "二组")], new Instant(2), 2).New);
        var roster = people.Roster;
        Assert.Equal(id, roster.AgentOf("店:小雨", Sixteenth));
        Assert.Equal(("一组", "二组"), (roster.On(id, Fifteenth)!.Group, roster.On(id, Sixteenth)!.Group));
        Assert.Equal("二组", roster.In(id, new(2026, 10))!.Group);
        Assert.Null(roster.In(id, new(2026, 9)));
        Assert.Equal(2, roster.HistoryOf(id).Count);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Of_stretches_that_overlap_the_one_that_began_later_stands_from_its_first_day_to_its_last(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        // A raise written as a new row, the old one left open; and a stretch within a longer one.
        fresh.Database.People.Import([Works("涨薪", ["店:a"], First) with { BasePay = 3000m }, Works("涨薪", ["店:a"], Fifteenth) with { BasePay = 5000m }], null, 1);
        fresh.Database.People.Import([Works("代班", ["店:b"], First), Works("代班", ["店:b"], Fifteenth) with { Position = "leader", To = Sixteenth }], null, 1);
        var roster = fresh.Database.People.Roster;
        Assert.Equal([(5000m, Fifteenth, (DateOnly?)null), (3000m, First, Fifteenth.AddDays(-1))], roster.HistoryOf(roster.Find("涨薪")!.Id).Select(e => (e.BasePay, e.From, e.To)));
        Assert.Equal([(Sixteenth.AddDays(1), null), (Fifteenth, Sixteenth), (First, (DateOnly?)Fifteenth.AddDays(-1))], roster.HistoryOf(roster.Find("代班")!.Id).Select(e => (e.From, e.To)));
        Assert.Equal((5000m, 3000m), (roster.On(roster.Find("涨薪")!.Id, Fifteenth)!.BasePay, roster.On(roster.Find("涨薪")!.Id, Fifteenth.AddDays(-1))!.BasePay));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Two_people_on_one_account_are_told_and_the_later_start_stands(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        fresh.Database.People.Import([Works("王雨桐", ["店:小雨"], First), Works("李思远", ["店:小雨"], Fifteenth)], null, 1);
        var roster = fresh.Database.People.Roster;
        Assert.Equal(roster.Find("李思远")!.Id, roster.AgentOf("店:小雨", Sixteenth));
        Assert.Equal([("店:小雨", "李思远", "王雨桐")], roster.Conflicts.Select(c => (c.Account, c.Stands.Name, c.Yields.Name)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Names_get_numbers_once_in_each_shop_also_from_two_processes(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        using var other = fresh.Again();
        Assert.Equal([1, 2, 1], fresh.Database.Names.Buyers.Intern(1, ["ann", "bob", "ann"]));
        Assert.Equal([2, 3], other.Names.Buyers.Intern(1, ["bob", "eve"]));
        Assert.Equal([4, 3], fresh.Database.Names.Buyers.Intern(1, ["dan", "eve"]));
        Assert.Equal(1, fresh.Database.Names.Buyers.Intern(2, "bob"));
        Assert.Equal("eve", fresh.Database.Names.Buyers.NameOf(1, 3));
        Assert.Null(other.Names.Buyers.Find(1, "zoe"));
        Assert.Equal(["ann", "dan"], other.Names.Buyers.Search(1, "AN", 10).Select(n => n.Name));
        Assert.Empty(other.Names.Buyers.Search(1, "%", 10));
        Assert.Empty(other.Names.Accounts.All(1));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_new_shop_has_the_default_rules_and_a_later_version_stands_from_its_day(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd("旗舰店");
        Assert.Equal(shop, fresh.Database.Shops.GetOrAdd("旗舰店"));
        var rules = RuleSet.Default with { SessionGapSeconds = 900, IgnoredBuyers = ["系统"] };
        Assert.Equal(2, fresh.Database.RuleSets.Add(shop.Id, Sixteenth, rules).Version);
        Assert.Equal((600, 1), (fresh.Database.RuleSets.Current(shop.Id, Fifteenth).SessionGapSeconds, fresh.Database.RuleSets.Current(shop.Id, Fifteenth).Version));
        var current = fresh.Database.RuleSets.Current(shop.Id, Sixteenth);
        Assert.Equal((900, 2, ShopClock.Shanghai, "系统"), (current.SessionGapSeconds, current.Version, current.Clock, current.IgnoredBuyers.Single()));
        Assert.Equal(600, fresh.Database.RuleSets.Version(shop.Id, 1)!.SessionGapSeconds);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Coverage_spans_whole_ranges_and_may_be_told_twice(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var coverage = fresh.Database.Coverage;
        coverage.Add(1, Source.Chat, First, First.AddDays(2));
        coverage.Add(1, Source.Chat, First.AddDays(1), First.AddDays(3));
        Assert.Equal(4, coverage.Between(1, First, Sixteenth).Count);
        Assert.Contains((Source.Chat, First.AddDays(3)), coverage.Between(1, First, Sixteenth));
        Assert.Equal((First, First.AddDays(3)), coverage.Span(1, Source.Chat));
        Assert.Null(coverage.Span(1, Source.Orders));
    }
}
