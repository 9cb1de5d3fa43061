using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Demo;

/// <summary>
/// Invents a shop and writes it as the files that a shop would import. Days are made and written one by one, so memory stays small however long the period.
/// Everything is invented; see docs/demo.md.
/// </summary>
public static class DemoFiles
{
    /// <summary>Older days can no longer be asked about (after-sales looks back 15 days, an export of a month 40).</summary>
    private const int DaysKept = 45;
    /// <summary>The faults that were written into the chats; nothing imports it.</summary>
    public const string PlantedFile = "planted.csv";

    /// <summary>Writes into <paramref name="folder"/> (made if absent; files of the same names are replaced).</summary>
    public static DemoSummary Write(string folder, DemoOptions options)
    {
        options.Check();
        DataFolder.Make(folder);
        var shop = new DemoShop(options);
        var people = new PeopleSheets(folder, shop);
        var sales = new SalesFiles(folder, shop);
        var (chatFiles, chats, messages) = WriteDays(folder, shop, sales);
        List<DemoFile> files = [people.WritePeople(), .. chatFiles, .. sales.Orders, sales.WriteBadRows(), .. sales.Service];
        files.Add(people.WriteAttendance());
        files.Add(people.WriteAdjustments());
        for (var month = options.FirstMonth; month <= options.Until; month = month.Plus(1)) files.Add(people.WriteEntries(month));
        var counts = new DemoCounts(chats, messages, shop.Orders.Count, shop.Orders.Silent, sales.Refunds, Rows(files, "ratings"), Rows(files, "reviews"), SalesFiles.BadRows);
        return new DemoSummary(DemoShop.Name, folder, files, counts, shop.People);
    }

    /// <summary>The invented people alone.</summary>
    public static IReadOnlyList<DemoPerson> People(DemoOptions options)
    {
        options.Check();
        return DemoStaff.Invent(options, DemoShop.Name);
    }

    private static (List<DemoFile> Files, int Chats, int Messages) WriteDays(string folder, DemoShop shop, SalesFiles sales)
    {
        var files = new List<DemoFile>();
        var (chats, messages) = (0, 0);
        using var planted = CsvFile.Utf8(Path.Combine(folder, PlantedFile), DemoHeaders.Planted);
        for (var month = shop.Options.FirstMonth; month <= shop.Options.Until; month = month.Plus(1))
        {
            var name = $"messages-{month}.csv";
            using var file = CsvFile.Utf8(Path.Combine(folder, name), DemoHeaders.Messages);
            for (var day = month.First; day <= month.Last; day = day.AddDays(1))
            {
                var chatDay = new ChatDay(shop, day);
                var lines = chatDay.Run();
                MessageSheet.WriteDay(file, day, lines);
                MessageSheet.WritePlanted(planted, lines);
                chats += chatDay.Chats;
                SilentSales.AddTo(shop, day);
                sales.EndDay(day);
                shop.Orders.LetGoBefore(day.AddDays(-DaysKept));
            }
            files.Add(new DemoFile(name, "messages", file.Rows));
            messages += file.Rows;
        }
        sales.EndAll();
        return (files, chats, messages);
    }

    private static int Rows(List<DemoFile> files, string kind) => files.Where(f => f.Kind == kind).Sum(f => f.Rows);
}
