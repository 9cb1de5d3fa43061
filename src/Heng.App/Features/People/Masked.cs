using System.Globalization;

namespace Heng.App.Features.People;

/// <summary>A buyer's name as pages and exports show it (脱敏): the first and last character, whatever lies between as two stars.</summary>
public static class Masked
{
    private const string Stars = "**";

    /// <summary>Of two characters only the first stays, of one none: else the mask would hide nothing.</summary>
    public static string Name(string name)
    {
        var characters = new StringInfo(name);
        return characters.LengthInTextElements switch
        {
            <= 1 => Stars,
            2 => characters.SubstringByTextElements(0, 1) + Stars,
            var length => characters.SubstringByTextElements(0, 1) + Stars + characters.SubstringByTextElements(length - 1),
        };
    }

    /// <summary>The same name wherever a text says it. A name of one character is a word of the language and stays.</summary>
    public static string In(string text, string name) => name.Length < 2 ? text : text.Replace(name, Name(name), StringComparison.Ordinal);
}
