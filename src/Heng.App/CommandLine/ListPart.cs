using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;

namespace Heng.App.CommandLine;

/// <summary>
/// A part of a long list: at most so many rows (--limit), those behind a row (--after) that is named by what places it, as a JSON array. By its place and not its count, so that a list that
/// grows neither repeats nor loses a row.
/// </summary>
internal sealed class ListPart(string place)
{
    public const int MostRows = 1000;

    public Option<string?> Limit { get; } = new("--limit") { Description = $"At most so many rows, 1–{MostRows}; all without it" };
    public Option<string?> After { get; } = new("--after") { Description = $"Only what stands behind this row: {place}" };

    public int MostOf(ParseResult parsed) => parsed.GetValue(Limit) is not { } limit ? int.MaxValue : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is > 0 and <= MostRows ? most
        : throw CommandStoppedException.Usage("limit-unreadable", $"--limit 是 1–{MostRows}", $"--limit is 1–{MostRows}");

    /// <summary>Null where the list is read from its beginning.</summary>
    public string?[]? PlaceOf(ParseResult parsed, int parts)
    {
        if (parsed.GetValue(After) is not { } text) return null;
        try
        {
            return JsonSerializer.Deserialize<string?[]>(text) is { } place && place.Length == parts ? place : throw Over();
        }
        catch (JsonException)
        {
            throw Over();
        }
    }

    /// <summary>Of a list whose rows are numbered: the number, 0 where it is read from its beginning.</summary>
    public long NumberOf(ParseResult parsed) => parsed.GetValue(After) is not { } text ? 0 : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Over();

    public static CommandStoppedException Over() => CommandStoppedException.Usage("cursor-over", "接在哪一行后面读不懂；请从头再读", "The row to go on behind can't be read; read from the beginning");
}
