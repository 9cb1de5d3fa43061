using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Heng.App.Tests.Pay;

/// <summary>
/// The characters that a PDF shows: each of its fonts says which characters its glyphs stand for, and holds the glyphs that are used alone. A character that is a radical too has one
/// glyph for both, and the font may name the radical.
/// </summary>
internal static partial class PrintedText
{
    /// <summary>Those radicals that the tests meet, by their characters: this program knows no normal forms.</summary>
    private static readonly Dictionary<Rune, Rune> Radicals = new() { [new(0x2F00)] = new('一'), [new(0x2F2F)] = new('工'), [new(0x2F49)] = new('月'), [new(0x2F63)] = new('生') };

    public static HashSet<Rune> Of(byte[] pdf)
    {
        var found = new StringBuilder();
        foreach (var map in Streams(pdf).Where(s => s.Contains("beginbf", StringComparison.Ordinal)))
        {
            foreach (Match single in Single().Matches(map)) found.Append(Text(single.Groups[1].Value));
            foreach (Match range in Range().Matches(map))
            {
                var (from, to, first) = (Hex(range.Groups[1].Value), Hex(range.Groups[2].Value), Text(range.Groups[3].Value).EnumerateRunes().Last().Value);
                for (var i = 0; i <= to - from; i++) found.Append(new Rune(first + i).ToString());
            }
        }
        return [.. found.ToString().EnumerateRunes().Select(r => Radicals.GetValueOrDefault(r, r))];
    }

    public static int Pages(byte[] pdf) => Page().Count(Encoding.Latin1.GetString(pdf));

    private static IEnumerable<string> Streams(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        for (var at = text.IndexOf("stream", StringComparison.Ordinal); at >= 0; at = text.IndexOf("stream", at + 6, StringComparison.Ordinal))
        {
            if (at >= 3 && text.AsSpan(at - 3, 3).SequenceEqual("end")) continue;
            var start = at + 6 + (text[at + 6] == '\r' ? 2 : 1);
            if (pdf[start] != 0x78) continue;
            using var packed = new ZLibStream(new MemoryStream(pdf, start, pdf.Length - start), CompressionMode.Decompress);
            using var reader = new StreamReader(packed, Encoding.Latin1);
            yield return reader.ReadToEnd();
        }
    }

    private static string Text(string hex) => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex));
    private static int Hex(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex("^<[0-9A-Fa-f]+> <([0-9A-Fa-f]+)>\r?$", RegexOptions.Multiline)]
    private static partial Regex Single();

    [GeneratedRegex("^<([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)> <([0-9A-Fa-f]+)>\r?$", RegexOptions.Multiline)]
    private static partial Regex Range();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Page();
}
