namespace Heng.Intake.Fields;

/// <summary>
/// A text that a spreadsheet would run as a formula, blanks before it or not, is written behind an apostrophe; so is one that begins with an apostrophe, for reading takes
/// one off. Off(On(text)) is the text.
/// </summary>
public static class FormulaGuard
{
    private const string Runs = "=+-@\t\r\n＝＋－＠'";

    public static string On(string text) => text.TrimStart(' ') is [var first, ..] && Runs.Contains(first, StringComparison.Ordinal) ? "'" + text : text;

    public static string Off(string text) => text is ['\'', .. var rest] && On(rest).Length > rest.Length ? rest : text;
}
