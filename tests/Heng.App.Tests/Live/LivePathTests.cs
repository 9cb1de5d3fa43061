using System.Globalization;
using Heng.App.Features.Live;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Intake.Written;
using Heng.Store;

namespace Heng.App.Tests.Live;

/// <summary>The live path is the batch path: what was sent in any order comes, at the end of the day, to what a file of the day comes to.</summary>
public sealed class LivePathTests
{
    [Fact]
    public async Task A_day_that_was_sent_is_byte_for_byte_the_day_that_was_imported()
    {
        var day = InventedDay();
        using var imported = new Counter();
        imported.Import(imported.File("people.csv", InventedPeople));
        Assert.Equal(0, imported.Import(imported.File("day.ndjson", string.Concat(day))).Code);

        using var site = new SendingSite(counter => counter.Import(counter.File("staff.csv", InventedPeople)));
        // From 17:00 to the day's last second: nothing of it is yet to come.
        site.Site.Clock.Pass(TimeSpan.FromSeconds(7 * 3600 - 1));
        foreach (var piece in Shuffled(day).Chunk(400)) Assert.Equal(0, (await site.Send("messages", string.Concat(piece))).Json["rejected"]!.GetValue<int>());
        // Half of it once more, in other pieces.
        foreach (var piece in day.Where((_, i) => i % 2 == 0).Chunk(333)) await site.Send("messages", string.Concat(piece));

        var (database, shop) = (imported.Database, imported.Database.Shops.Find(InventedMonth.Shop)!);
        var live = site.Book.Of(InventedMonth.Shop)!;
        live.Tick(site.Book.Now);
        var receptions = database.Facts.Receptions(shop.Id, SendingSite.Today, SendingSite.Today);
        Assert.NotEmpty(receptions);
        Assert.Equal(receptions.Select(Said).Order(StringComparer.Ordinal), live.Ask((now, _, _, _) => now.Receptions.Select(Said).ToList()).Order(StringComparer.Ordinal));

        site.Absorbing.Run();
        Assert.Equal(KeptRows.Of(database)["message"], KeptRows.Of(site.Site.Database)["message"]);
        Assert.Equal(Facts(database), Facts(site.Site.Database));
    }

    [Fact]
    public async Task A_server_that_starts_in_mid_day_knows_what_was_imported_and_what_was_only_sent()
    {
        using var site = new SendingSite();
        await site.Send("messages", SendingSite.Line("16:50:00", "buyer", "在吗") + SendingSite.Line("16:50:20", "agent", "在的"));
        site.Absorbing.Run();
        await site.Send("messages", SendingSite.Line("16:55:00", "buyer", "有货吗"));
        using var second = new LiveBook(site.Site.Database, site.Site.Clock);
        var shop = second.Of(Counter.Shop)!;
        shop.Tick(second.Now);
        Assert.Equal(3, shop.Ask((_, messages, _, _) => messages.Count));
        Assert.Single(shop.Ask((day, _, _, _) => day.WaitingAt(shop.Clock.SecondOfDay(second.Now))));
    }

    [Fact]
    public async Task An_import_cut_off_before_the_log_was_cleared_is_made_good_by_the_next()
    {
        using var site = new SendingSite();
        await site.Send("messages", SendingSite.Line("16:50:00", "buyer", "在吗") + SendingSite.Line("16:50:20", "agent", "在的"));
        var waiting = site.Site.Database.Ingest.Waiting.ToList();
        site.Absorbing.Run();
        site.Site.Database.Ingest.Append(waiting);
        Assert.Equal(2, site.Absorbing.Run());
        Assert.Equal(2, site.Kept.Count);
        Assert.Equal(0, site.Site.Database.Ingest.Lines);
    }

    [Fact]
    public async Task A_file_of_today_that_is_imported_shows_on_the_board()
    {
        using var site = new SendingSite();
        await site.Send("messages", SendingSite.Line("16:50:00", "buyer", "在吗"));
        Assert.Single(site.Waiting());
        var path = Path.Combine(site.Site.Folder, "today.csv");
        File.WriteAllText(path, Counter.Messages + Counter.Line("2026-11-02 16:50:30", "在的", "agent"));
        using (var run = new Heng.App.Features.Importing.ImportRun(site.Site.Database, site.Site.Folder, site.Site.Clock)) run.Import([new(path, IntakeOptions.None, "me")]);
        Assert.True(site.Shop.IsStale);
        site.Book.Reload([site.Shop]);
        Assert.Empty(site.Waiting());
    }

    private static string Said(Engine.Facts.Reception r) => string.Create(CultureInfo.InvariantCulture, $"{r.Id} {r.First} {r.Last} {r.FirstResponseSeconds} {r.Filtered} {r.TransferredOut} {string.Join(' ', r.Measures.Values)}");

    private static IReadOnlyList<string> Facts(Database database)
    {
        var shop = database.Shops.Find(InventedMonth.Shop)!;
        return [.. database.Facts.Receptions(shop.Id, SendingSite.Today, SendingSite.Today).Select(Said).Order(StringComparer.Ordinal)];
    }

    private static string InventedPeople => File.ReadAllText(InventedMonth.Of("people").Single());

    /// <summary>The fullest day of the invented month, moved to the site's today.</summary>
    private static List<string> InventedDay()
    {
        using var opening = (Opened)IntakeFile.Open(InventedMonth.Messages);
        var messages = opening.Batches().SelectMany(Messages).GroupBy(m => ShopClock.Shanghai.DayOf(m.At)).MaxBy(d => d.Count())!;
        var shift = ShopClock.Shanghai.StartOf(SendingSite.Today).SecondsSince(ShopClock.Shanghai.StartOf(messages.Key));
        var lines = new List<string>();
        foreach (var message in messages)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            new MessageLines(text).Add(message with { At = message.At.Plus(shift) });
            lines.Add(text.ToString());
        }
        return lines;
    }

    private static IEnumerable<Message> Messages(MessageBatch batch)
    {
        var block = batch.Messages;
        var messages = new List<Message>();
        for (var place = 0; place < block.Length;)
        {
            var packed = block.At(ref place);
            messages.Add(packed.Read(block.Shops[packed.Head.Shop]));
        }
        return messages;
    }

    private static IEnumerable<string> Shuffled(IReadOnlyList<string> lines) => lines.Select((line, i) => (line, i)).OrderBy(l => StableHash.Mix((ulong)l.i)).Select(l => l.line);
}
