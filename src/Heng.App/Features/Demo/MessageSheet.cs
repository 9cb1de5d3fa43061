using System.Globalization;

namespace Heng.App.Features.Demo;

/// <summary>Chat messages in the generic format; ids rise with time within a day.</summary>
internal static class MessageSheet
{
    public static void WriteDay(CsvFile file, DateOnly day, List<ChatLine> lines)
    {
        var prefix = day.ToString("yyMMdd", CultureInfo.InvariantCulture);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            file.Raw(DemoShop.Name).Cell(line.Buyer).Raw(line.Account).Raw(Wall.Print(line.At)).Raw(line.From).Raw(line.Kind).Raw(line.To);
            file.Cell(line.Text).Raw(prefix + i.ToString("000000", CultureInfo.InvariantCulture)).EndRow();
        }
    }

    /// <summary>What was planted, a fault a row.</summary>
    public static void WritePlanted(CsvFile file, List<ChatLine> lines)
    {
        foreach (var line in lines)
            if (line.Planted is { } planted)
                foreach (var kind in planted.Kind.Split('、'))
                    file.Raw(Wall.Print(line.At)).Raw(line.Account).Cell(line.Buyer).Raw(kind).Raw(planted.Dodge.ToString()).EndRow();
    }
}
