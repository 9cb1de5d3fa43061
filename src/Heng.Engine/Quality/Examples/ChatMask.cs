using System.Text.RegularExpressions;

namespace Heng.Engine.Quality.Examples;

/// <summary>
/// Takes out of a chat's text what tells who a buyer is (脱敏): numbers of five digits and more, spaces, hyphens and the stars of an earlier mask between them or not (phones, orders, parcels); words of Latin letters and
/// digits of six characters and more that hold a digit (accounts, codes); mail addresses; and addresses, two units of place in a row. Rather too much than too little.
/// </summary>
public static partial class ChatMask
{
    public const string Mask = "****";

    /// <param name="buyers">The buyer's names, where they are written out; one of one character is a word of the language and stays.</param>
    public static string Of(string text, params IReadOnlyList<string> buyers)
    {
        foreach (var buyer in buyers)
            if (buyer.Length > 1) text = text.Replace(buyer, Mask, StringComparison.OrdinalIgnoreCase);
        text = Mail().Replace(text, Mask);
        text = Place().Replace(text, Mask);
        text = Code().Replace(text, m => m.Value.Any(char.IsAsciiDigit) && m.Value.Any(char.IsAsciiLetter) ? Mask : m.Value);
        return Number().Replace(text, Mask);
    }

    [GeneratedRegex(@"[0-9A-Za-z_.+-]+[@＠][0-9A-Za-z_-]+(\.[0-9A-Za-z_-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\d([ \t*-]{0,6}\d){4,}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("[0-9A-Za-z_-]{6,}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    // Bounded repetitions alone, so that no text makes it slow.
    [GeneratedRegex(@"([\u4e00-\u9fff]{1,8}?|[0-9０-９A-Za-z-]{1,6})(省|自治区|市|区|县|镇|乡|街道|大道|路|街|巷|弄|村|小区|花园|号楼|号院|号|栋|幢|座|单元|楼|层|室)(([\u4e00-\u9fff]{1,8}?|[0-9０-９A-Za-z-]{1,6})(省|自治区|市|区|县|镇|乡|街道|大道|路|街|巷|弄|村|小区|花园|号楼|号院|号|栋|幢|座|单元|楼|层|室)){1,12}[0-9０-９]{0,5}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
