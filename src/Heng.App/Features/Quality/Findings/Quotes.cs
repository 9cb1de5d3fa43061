using Heng.App.Features.Facts;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Rules;
using Heng.App.Ui;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Findings;

/// <summary>
/// The words that findings point at, each within its line, for lists. A day's texts are opened once for all of them, so they are asked for what one page shows and never for a month.
/// </summary>
internal sealed class Quotes
{
    /// <summary>So many characters stand before and after what was found; a line without a place in it is cut after so many.</summary>
    private const int Beside = 16, Longest = 72;
    private const string Left = "…";

    private readonly Dictionary<(int Shop, long Finding, int Version), IReadOnlyList<TextPiece>> pieces = [];

    public Quotes(Database database, QualityBook book, Ui.Language language, IEnumerable<(int Shop, KeptFinding Of)> shown)
    {
        foreach (var shop in shown.GroupBy(s => s.Shop))
        {
            var aliases = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Key));
            foreach (var day in shop.GroupBy(s => s.Of.Day, s => s.Of))
                if (database.Days.Load(shop.Key, day.Key, withText: true) is { } texts) Add(database, shop.Key, texts, aliases, book, language, [.. day]);
        }
    }

    /// <summary>Empty where the text is not kept any more, or there is none.</summary>
    public IReadOnlyList<TextPiece> Of(int shop, KeptFinding finding) => pieces.GetValueOrDefault((shop, finding.Id, finding.Version)) ?? [];

    private void Add(Database database, int shop, DayRecords day, BuyerNames aliases, QualityBook book, Ui.Language language, IReadOnlyList<KeptFinding> findings)
    {
        var wanted = findings.Select(f => f.Spans[0].Message).ToHashSet();
        var rows = new Dictionary<UInt128, int>(wanted.Count);
        for (var row = 0; row < day.Count && rows.Count < wanted.Count; row++)
            if (wanted.Contains(day.Key![row])) rows.TryAdd(day.Key[row], row);
        foreach (var finding in findings)
        {
            if (!rows.TryGetValue(finding.Spans[0].Message, out var row)) continue;
            var buyer = database.Names.Buyers.NameOf(shop, day.Buyer[row]);
            string[] names = [.. new[] { aliases.Of(buyer), buyer }.Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length)];
            var said = Kind(day.Kind[row], language) + day.Text![row];
            var shift = said.Length - day.Text[row].ToString().Length;
            (ShownFinding, int, int)[] spans = [.. finding.Spans.Where(s => s.Message == finding.Spans[0].Message).Select(s => (FindingBook.Shown(finding, book), s.Length == 0 ? 0 : s.Start + shift, s.Length))];
            pieces[(shop, finding.Id, finding.Version)] = Cut(said, names.Aggregate(said, Masked.In), spans);
        }
    }

    /// <summary>
    /// A buyer's name is hidden before anything is cut, so where that moves the text the whole line is marked, as in the transcript.
    /// </summary>
    internal static IReadOnlyList<TextPiece> Cut(string said, string masked, IReadOnlyList<(ShownFinding Of, int Start, int Length)> spans)
    {
        var (text, places) = said == masked ? (said, spans) : (masked, [.. spans.Select(s => (s.Of, 0, 0))]);
        text = text.ReplaceLineEndings(" ") is { } flat && flat.Length == text.Length ? flat : text.Replace('\n', ' ').Replace('\r', ' ');
        if (text.Length == 0) return [];
        var placed = places.Where(p => p.Length > 0).ToList();
        var from = placed.Count == 0 ? 0 : Whole(text, Math.Max(0, placed.Min(p => p.Start) - Beside));
        var to = Whole(text, Math.Min(text.Length, placed.Count == 0 ? Longest : Math.Min(from + Longest, placed.Max(p => p.Start + p.Length) + Beside)));
        var inside = TextPieces.Of(text[from..to], [.. places.Select(p => p.Length == 0 ? p : (p.Of, Math.Max(0, p.Start - from), Math.Min(p.Length, p.Start + p.Length - from))).Where(p => p.Item3 >= 0 && p.Item2 < to - from)]);
        return [.. from > 0 ? [new TextPiece(Left, null)] : Array.Empty<TextPiece>(), .. inside, .. to < text.Length ? [new TextPiece(Left, null)] : Array.Empty<TextPiece>()];
    }

    /// <summary>Never between the halves of one character.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static string Kind(MessageKind kind, Ui.Language language) => kind switch
    {
        MessageKind.Image => language.T("［图片］", "[image] "),
        MessageKind.Card => language.T("［卡片］", "[card] "),
        _ => "",
    };
}
