using Dapper;
using Heng.Engine.Records;
using Heng.Store;
using Heng.Store.Audit;

namespace Heng.App.Tests.Store;

public sealed class InspectionTests
{
    private static readonly Instant Now = new(1_790_000_000);

    /// <summary>A plan, a rule set, an order, and a day of chats.</summary>
    private static int Filled(Database database)
    {
        var shop = database.Shops.GetOrAdd(Chats.ShopName).Id;
        database.Plans.Publish("s1", "items: []", Now, "赵敏");
        database.Orders.Merge(shop, [new Order(Chats.ShopName, "4000000000001", "tb_小雨", 814.77m, null, Now, null, null, null, null, null, null, null, null)], Now, 1);
        var records = Chats.Records(database, shop, Chats.Of(40));
        database.Days.Save(shop, records, [], Chats.FactsOf(records), 1);
        return shop;
    }

    private static void Around(Database database, string table, string sql, object? with = null)
    {
        using var connection = database.Connect();
        var triggers = database.Engine == DatabaseEngine.Sqlite
            ? new[] { "UPDATE", "DELETE" }.Select(v => $"DROP TRIGGER IF EXISTS {table}_keeps_{v}") : [$"DROP TRIGGER IF EXISTS {table}_keeps ON {table}"];
        foreach (var drop in triggers) connection.Execute(drop);
        Assert.Equal(1, connection.Execute(sql, with));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void What_was_not_touched_has_no_fault_and_what_was_seen_is_not_seen_again(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        var seen = fresh.Database.Witness.Take(Now, "import");
        // The shop's first rule set, the plan and the day.
        Assert.StartsWith("3 ", seen!.Why, StringComparison.Ordinal);
        Assert.Equal([("messages", seen.Seq), ("plan_version", seen.Seq), ("rule_set", seen.Seq)], fresh.Database.Witness.All.Select(w => (w.KeptIn, w.Seq)));
        Assert.Null(fresh.Database.Witness.Take(Now, "import"));
        Assert.Empty(new Inspection(fresh.Database).Faults());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_day_that_was_imported_again_is_seen_again_and_is_no_fault(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var shop = Filled(fresh.Database);
        fresh.Database.Witness.Take(Now, "import");
        var again = Chats.Records(fresh.Database, shop, Chats.Of(50));
        fresh.Database.Days.Save(shop, Days.Pack(again, []) with { Revision = 1 }, Chats.FactsOf(again), 1);
        Assert.Empty(new Inspection(fresh.Database).Faults());
        Assert.StartsWith("1 ", fresh.Database.Witness.Take(Now, "import")!.Why, StringComparison.Ordinal);
        Assert.Empty(new Inspection(fresh.Database).Faults());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_changed_character_is_found_with_its_place(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        fresh.Database.Witness.Take(Now, "import");
        var inspection = new Inspection(fresh.Database);
        Around(fresh.Database, "plan_version", "UPDATE plan_version SET yaml = 'items: [ ]'");
        Assert.Equal([new Kept(KeptFault.RowChanged, "plan_version", "s1/1")], inspection.Faults());
        Around(fresh.Database, "plan_version", "UPDATE plan_version SET yaml = 'items: []'");
        Assert.Empty(inspection.Faults());

        Around(fresh.Database, "order_record", "UPDATE order_record SET payload = REPLACE(payload, '814.77', '814.78')");
        Assert.Equal([new Kept(KeptFault.RecordChanged, "order_record", $"{Chats.ShopName}/4000000000001")], inspection.Faults());
        Around(fresh.Database, "order_record", "UPDATE order_record SET payload = REPLACE(payload, '814.78', '814.77')");

        Around(fresh.Database, "plan_version", "DELETE FROM plan_version");
        Assert.Equal([new Kept(KeptFault.RowGone, "plan_version", "s1/1")], inspection.Faults());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_flipped_byte_of_a_days_chats_is_found_with_its_shop_and_day(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        fresh.Database.Witness.Take(Now, "import");
        using (var connection = fresh.Database.Connect())
        {
            var payload = connection.QueryFirst<byte[]>("SELECT payload FROM transcript ORDER BY block LIMIT 1");
            payload[payload.Length / 2] ^= 1;
            Assert.Equal(1, connection.Execute("UPDATE transcript SET payload = @payload WHERE block = (SELECT MIN(block) FROM transcript)", new { payload }));
        }
        Assert.Equal([new Kept(KeptFault.DayChanged, "messages", $"{Chats.ShopName}/20261009")], new Inspection(fresh.Database).Faults());
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Who_changes_a_row_and_its_witness_is_found_by_the_chain(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        Filled(fresh.Database);
        var seen = fresh.Database.Witness.Take(Now, "import")!;
        Around(fresh.Database, "plan_version", "UPDATE plan_version SET yaml = 'items: [ ]'");
        using (var connection = fresh.Database.Connect())
        {
            var line = Appended.DigestOf("""{"plan_id":"s1","published_at":1790000000,"published_by":"赵敏","version":1,"yaml":"items: [ ]"}""");
            Around(fresh.Database, "witness", "UPDATE witness SET digest = @line WHERE kept_in = 'plan_version'", new { line });
        }
        Assert.Equal([new Kept(KeptFault.WitnessChanged, "decision", Invariant(seen.Seq))], new Inspection(fresh.Database).Faults());
        Around(fresh.Database, "witness", "DELETE FROM witness WHERE kept_in = 'plan_version'");
        Assert.Equal([new Kept(KeptFault.WitnessChanged, "decision", Invariant(seen.Seq))], new Inspection(fresh.Database).Faults());
    }

    [Fact]
    public void Every_table_that_is_only_appended_is_seen_or_held_elsewhere()
    {
        var scripts = typeof(Database).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Select(n =>
        {
            using var reader = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(n)!);
            return reader.ReadToEnd();
        });
        var marked = scripts.SelectMany(s => s.Split('\n')).Where(l => l.StartsWith("-- append-only: ", StringComparison.Ordinal)).Select(l => l["-- append-only: ".Length..].Trim());
        Assert.Equal(marked.Order(StringComparer.Ordinal), Appended.Tables.Select(t => t.Table).Concat(Appended.Elsewhere).Order(StringComparer.Ordinal));
    }

    private static string Invariant(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
