using System.Globalization;
using System.Text;
using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Written;

/// <summary>How the values of a record stand in the cells of a plain table, so that the format's reader takes them back as they were.</summary>
internal static class WrittenCells
{
    public static Func<object, object?[]> Of<T>(Func<T, object?[]> cells) => record => cells((T)record);

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => FormulaGuard.On(text),
        bool yes => yes ? "yes" : "no",
        Instant at => ShopClock.Shanghai.ToLocal(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum word => Word(word),
        // Trailing zeroes say nothing: 10.50 and 10.5 are one content.
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The name in small letters with dashes: VerySatisfied is very-satisfied.</summary>
    public static string Word(Enum value)
    {
        var word = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && word.Length > 0) word.Append('-');
            word.Append(char.ToLowerInvariant(c));
        }
        return word.ToString();
    }

    /// <summary>The value that is written so; null for another word.</summary>
    public static T? Value<T>(string word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value) == word) return value;
        }
        return null;
    }
}
