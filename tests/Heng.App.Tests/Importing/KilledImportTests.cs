using System.Diagnostics;
using Heng.App.CommandLine;
using Heng.App.Features.Importing;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Tests.Importing;

public sealed class KilledImportTests
{
    private static int Times => Environment.GetEnvironmentVariable("HENG_TEST_ALL") == "1" ? 20 : 2;

    [Fact]
    public void An_import_killed_half_way_leaves_whole_days_and_the_next_import_makes_it_good()
    {
        using var opened = Opened();
        using var uninterrupted = new Counter(opened);
        Assert.Equal(Exit.Done, uninterrupted.Import(InventedMonth.Messages).Code);
        var (results, whole) = (InventedMonth.Results(uninterrupted), DaysOf(uninterrupted.Database));
        for (var time = 0; time < Times; time++)
        {
            using var counter = new Counter(opened);
            // Between the first and the last day but two, at another place each time.
            var kept = KillAfter(counter, days: 1 + time * 11 % (whole.Count - 3));
            Assert.True(kept.Count < whole.Count, "the import had ended before it was killed, so nothing was tried");
            Assert.All(kept, day => Assert.Equal(whole[day.Key], day.Value));
            Assert.Equal(ImportFile.Running, counter.Database.Imports.All()[0].State);

            Assert.Equal(Exit.Done, counter.Import(InventedMonth.Messages).Code);
            Assert.Equal(whole, DaysOf(counter.Database));
            Assert.Equal(results, InventedMonth.Results(counter));
            Assert.Equal([ImportFile.Done, ImportFile.Failed], counter.Database.Imports.All().Take(2).Select(i => i.State));
        }
    }

    [Theory]
    [InlineData(DatabaseEngine.Sqlite, ImportFile.Running)]
    [InlineData(DatabaseEngine.Sqlite, ImportFile.Settling)]
    [InlineData(DatabaseEngine.Postgres, ImportFile.Settling)]
    public void Days_that_were_written_and_not_settled_are_settled_by_the_next_run(DatabaseEngine engine, string state)
    {
        const string order = "订单编号,买家会员名,总金额,订单创建时间,订单付款时间,买家实际支付金额,店铺名称\n900,ann,100.00,2026-10-09 10:05:00,2026-10-09 10:06:00,100.00,小店\n";
        const string people = "name,accounts,base_pay,from\n王雨桐,小店:小雨,3000,2026-01-01\n";
        using var counter = new Counter(engine);
        counter.Import(counter.File("people.csv", people));
        counter.Import(counter.File("orders.csv", order));
        var chat = counter.File("chat.csv", Counter.Messages + Counter.Line("2026-10-09 10:00:00") + Counter.Line("2026-10-09 10:00:20", "在的", "agent"));
        var import = counter.Database.Imports.Begin(null, "chat.csv", "messages-csv", "0", 1, null, new Instant(1), "me");
        Write(counter, chat, import);
        if (state == ImportFile.Settling) counter.Database.Imports.Finish(import, default, [], new Instant(2), state);
        Assert.Contains("\"bucket\":{\"order-placed\":\"silent\"", Bare(counter.Json("orders", "--order", "900")), StringComparison.Ordinal);

        Assert.Equal((2, 0, 0, 2, 0), counter.Import(chat).Report.Counts());
        Assert.Contains("\"bucket\":{\"order-placed\":\"agent\"", Bare(counter.Json("orders", "--order", "900")), StringComparison.Ordinal);
        Assert.Equal(state == ImportFile.Settling ? ImportFile.Done : ImportFile.Failed, counter.Database.Imports.Find(import)!.State);
    }

    private static string Bare(string json) => json.Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings("");

    // What an import does up to its settlement.
    private static void Write(Counter counter, string path, long import)
    {
        using var opening = IntakeFile.Open(path);
        using var spool = new MessageSpool(counter.Data, _ => ShopClock.Shanghai);
        foreach (var batch in ((Opened)opening).Batches()) spool.Add(batch.Messages);
        new MessageImport(counter.Database, counter.Database.People.Roster).Absorb(spool, new(import, null), new Changes(), (_, _) => { });
    }

    private static Counter Opened()
    {
        var counter = new Counter();
        InventedMonth.PublishPlan(counter.Database);
        Assert.Contains(counter.Heng(["import", .. InventedMonth.Others, "--shop", InventedMonth.Shop]).Code, new[] { Exit.Done, Exit.BadInput });
        return counter;
    }

    /// <summary>Runs a real import, kills it once so many days are kept, and returns each kept day's number of messages.</summary>
    private static Dictionary<DateOnly, int> KillAfter(Counter counter, int days)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(RootCommandLine).Assembly.Location, .. counter.Arguments("import", InventedMonth.Messages)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var child = Process.Start(start)!;
        while (Kept(counter.Database) < days && !child.HasExited) Thread.Sleep(2);
        Assert.False(child.HasExited, child.HasExited ? child.StandardError.ReadToEnd() : "");
        child.Kill();
        child.WaitForExit();
        return DaysOf(counter.Database);
    }

    /// <summary>How many days are kept, asked often while the import runs, so of their list alone.</summary>
    private static int Kept(Database database) => database.Shops.Find(InventedMonth.Shop) is { } shop ? database.Days.All(shop.Id).Count : 0;

    /// <summary>Each kept day's messages, counted three ways that a half-written day would not agree on.</summary>
    private static Dictionary<DateOnly, int> DaysOf(Database database)
    {
        if (database.Shops.Find(InventedMonth.Shop) is not { } shop) return [];
        var days = database.Days.All(shop.Id).ToDictionary(d => d.Day, d => d.Messages);
        foreach (var (day, messages) in days)
        {
            Assert.Equal(messages, database.Days.Load(shop.Id, day, withText: true)!.Count);
            Assert.NotEmpty(database.Facts.Receptions(shop.Id, day, day));
            Assert.Contains((Engine.Metrics.Source.Chat, day), database.Coverage.Between(shop.Id, day, day));
        }
        return days;
    }
}
