using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class DaysTests
{
    private static readonly Instant Nine = Chats.Start.Plus(9 * 3600), Ten = Chats.Start.Plus(10 * 3600);

    private static Message Says(int second, string buyer, string account, Sender from, string text, string? id = null, string? to = null, long sequence = 0) =>
        new(Chats.ShopName, buyer, account, Chats.Start.Plus(second), from, to is null ? MessageKind.Text : MessageKind.Transfer, to, text, id, sequence);

    private static readonly Message[] Morning =
    [
        Says(0, "ann", "店:小雨", Sender.Buyer, "在吗😊", "100.PNM"),
        Says(32_441, "ann", "店:小雨", Sender.Agent, "在的亲", "101.PNM", sequence: 5),
        Says(32_441, "ann", "店:小雨", Sender.Robot, "", "102.PNM", sequence: 6),
        Says(40_000, "ann", "店:小雨", Sender.Agent, "转给小雪", null, to: "店:小雪"),
        Says(40_010, "ann", "店:小雪", Sender.Agent, "我来看看\n第二行", "99.PNM"),
        Says(86_399, "bob", "店:小雨", Sender.Buyer, "最后一秒", "x"),
    ];

    private static void Save(Database database, int shop, DayRecords records, IReadOnlyList<SupersededMessage>? superseded = null) =>
        database.Days.Save(shop, records, superseded ?? [], Chats.FactsOf(records), 1);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_day_comes_back_as_it_was_saved(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        var saved = Chats.Records(fresh.Database, shop, Morning, import: 4, exported: Nine);
        Save(fresh.Database, shop, saved);
        using var again = fresh.Again();
        Assert.Equal(Rows(saved), Rows(again.Days.Load(shop, Chats.Day, withText: true)!));
        var bare = again.Days.Load(shop, Chats.Day, withText: false)!;
        Assert.Null(bare.Text);
        Assert.Equal(saved.Length.Order(), bare.Length.Order());
        Assert.Equal([new ImportSource(4, Nine)], bare.Sources);
        Assert.Equal((1L, Chats.Start), (bare.Revision, bare.Start));
    }

    /// <summary>Every row as text, in no order.</summary>
    private static List<string> Rows(DayRecords d) => [.. Enumerable.Range(0, d.Count).Select(i =>
        $"{d.Second[i]} {d.From[i]} {d.Kind[i]} {d.Buyer[i]} {d.Account[i]} {d.Target[i]} {d.Length[i]} {d.Sequence[i]} {d.Sources[d.Source[i]]} {d.Text![i]} {d.PlatformId![i]} {d.Key![i]} {d.Content![i]}").Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_thousand_messages_in_many_blocks_come_back_and_are_duplicates_of_themselves(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        var messages = Chats.Of(600).Concat(Chats.Of(400, withIds: false).Select(m => m with { Buyer = m.Buyer + "x" })).ToList();
        var saved = Chats.Records(fresh.Database, shop, messages);
        Save(fresh.Database, shop, saved);
        using var again = fresh.Again();
        var kept = again.Days.Load(shop, Chats.Day, withText: true)!;
        Assert.Equal(Rows(saved), Rows(kept));
        var outcome = MergeDay.Apply(kept, [], Chats.Records(again, shop, messages, import: 2));
        Assert.Equal(new MergeCounts(0, 0, 0, saved.Count), outcome.Counts);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_conversation_is_read_in_order_with_the_accounts_asked_for(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        Save(fresh.Database, shop, Chats.Records(fresh.Database, shop, Morning.Concat(Chats.Of(500)).Reverse()));
        using var again = fresh.Again();
        var ann = again.Names.Buyers.Find(shop, "ann")!.Value;
        Assert.Equal(Morning[..5], again.Days.LoadConversation(shop, Chats.Day, ann));
        Assert.Equal(Morning[4..5], again.Days.LoadConversation(shop, Chats.Day, ann, again.Names.Accounts.Find(shop, "店:小雪")!.Value));
        Assert.Empty(again.Days.LoadConversation(shop, Chats.Day.AddDays(1), ann));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Superseded_versions_are_kept_whole_with_the_import_that_replaced_them(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        var before = Chats.Records(fresh.Database, shop, [Says(5, "ann", "店:小雨", Sender.Agent, "原来的", "m1")], import: 1, exported: Nine);
        var after = Chats.Records(fresh.Database, shop, [Says(5, "ann", "店:小雨", Sender.Agent, "改过的", "m1")], import: 2, exported: Ten);
        var outcome = MergeDay.Apply(before, [], after);
        Save(fresh.Database, shop, outcome.Records, outcome.Superseded);
        using var again = fresh.Again();
        Assert.Equal(outcome.Superseded, again.Days.LoadSuperseded(shop, Chats.Day));
        using var connection = again.Connect();
        Assert.Equal(2, Dapper.SqlMapper.ExecuteScalar<long>(connection, "SELECT replaced_by_import FROM superseded"));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_day_saved_by_another_import_in_between_is_not_overwritten(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        Save(fresh.Database, shop, Chats.Records(fresh.Database, shop, Morning));
        var first = fresh.Database.Days.Load(shop, Chats.Day, withText: true)!;
        var second = fresh.Database.Days.Load(shop, Chats.Day, withText: true)!;
        Save(fresh.Database, shop, first);
        Assert.Throws<DayChangedException>(() => Save(fresh.Database, shop, second));
        Assert.Equal(2, fresh.Database.Days.All(shop).Single().Revision);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_cleared_day_takes_the_place_of_what_was_kept(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        Save(fresh.Database, shop, Chats.Records(fresh.Database, shop, Morning));
        var cleared = fresh.Database.Days.Cleared(shop, Chats.Day, ShopClock.Shanghai);
        Save(fresh.Database, shop, MergeDay.Apply(cleared, [], Chats.Records(fresh.Database, shop, Morning[..2], import: 2)).Records);
        Assert.Equal(["在吗😊", "在的亲"], fresh.Database.Days.Load(shop, Chats.Day, withText: true)!.Text!.Select(t => t.ToString()));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Text_and_names_that_no_database_can_keep_are_still_duplicates_of_themselves(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        Message[] odd = [Says(5, "an\0n\uDC00", "店:小雨", Sender.Buyer, "坏\uD83D字\0", null)];
        Save(fresh.Database, shop, Chats.Records(fresh.Database, shop, odd));
        using var again = fresh.Again();
        var kept = again.Days.Load(shop, Chats.Day, withText: true)!;
        Assert.Equal(1, MergeDay.Apply(kept, [], Chats.Records(again, shop, odd)).Counts.Duplicate);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Facts_of_a_day_are_replaced_and_other_parts_and_days_stay(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        Save(fresh.Database, shop, Chats.Records(fresh.Database, shop, Morning));
        var orders = new AgentDay(7, Chats.Day, new Measures().Add(Primitive.OrdersCreated, 3), new(), new());
        fresh.Database.Facts.Replace(shop, Chats.Day, Chats.Day, 1, [new(FactPart.Orders, [orders], [])]);
        var empty = new DayFacts(Chats.Day, [], [], [], 0, 6);
        fresh.Database.Days.SaveFacts(shop, empty, ruleSetVersion: 2);
        Assert.Empty(fresh.Database.Facts.Sessions(shop, Chats.Day, Chats.Day));
        Assert.Equal(3, fresh.Database.Facts.AgentDays(shop, Chats.Day, Chats.Day).Single().Measures[Primitive.OrdersCreated]);
        Assert.Equal(new DayInfo(Chats.Day, 1, 6, 2, 0, 6), fresh.Database.Days.All(shop).Single());
    }

    [Fact]
    public void A_message_takes_at_most_64_bytes_on_disk_text_ids_and_indexes_included()
    {
        using var fresh = DatabaseEngine.Sqlite.Fresh();
        var shop = fresh.Database.Shops.GetOrAdd(Chats.ShopName).Id;
        var empty = fresh.Database.Info().Bytes;
        var records = Chats.Records(fresh.Database, shop, Chats.Of(30_000));
        Save(fresh.Database, shop, records);
        Assert.InRange((fresh.Database.Info().Bytes - empty) / records.Count, 10, 64);
    }
}
