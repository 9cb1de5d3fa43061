using System.Buffers;
using Heng.Engine.Quality.Text;

namespace Heng.Engine.Quality.Checking;

/// <summary>
/// Whether what an agent wrote repeats the buyer (引用买家原话): it stands in quotation marks whose inside the buyer wrote before, or the same words with at least two characters
/// more beside them stand in an earlier message of the buyer. A word alone that both used is no quotation.
/// </summary>
internal static class Quotes
{
    private const int Beside = 2;
    private static readonly SearchValues<char> Opening = SearchValues.Create("“‘「『\"'《【["), Closing = SearchValues.Create("”’」』\"'》】]");

    public static bool Repeats(Talk talk, Reading reading, int line, int start, int length)
    {
        if (talk[line].From != Speaker.Agent || length == 0) return false;
        var said = talk.TextOf(line);
        var (from, to) = Inside(said, start, length);
        for (var earlier = 0; earlier < line; earlier++)
        {
            if (talk[earlier].From != Speaker.Buyer) continue;
            var asked = talk.TextOf(earlier);
            for (var at = 0; at + length <= asked.Length; at++)
                if (Same(reading, said.Slice(start, length), asked.Slice(at, length)) && (Common(reading, said, start, length, asked, at) >= length + Beside || from >= 0 && Holds(reading, asked, said[from..to])))
                    return true;
        }
        return false;
    }

    /// <summary>What stands between the quotation marks around a hit, or -1.</summary>
    private static (int From, int To) Inside(ReadOnlySpan<char> said, int start, int length)
    {
        var open = said[..start].LastIndexOfAny(Opening);
        var close = said[(start + length)..].IndexOfAny(Closing);
        return open < 0 || close < 0 ? (-1, -1) : (open + 1, start + length + close);
    }

    private static int Common(Reading reading, ReadOnlySpan<char> said, int start, int length, ReadOnlySpan<char> asked, int at)
    {
        var (before, after) = (0, 0);
        while (before < start && before < at && Same(reading, said[start - before - 1], asked[at - before - 1])) before++;
        while (start + length + after < said.Length && at + length + after < asked.Length && Same(reading, said[start + length + after], asked[at + length + after])) after++;
        return before + length + after;
    }

    private static bool Holds(Reading reading, ReadOnlySpan<char> text, ReadOnlySpan<char> part)
    {
        for (var at = 0; at + part.Length <= text.Length; at++)
            if (Same(reading, text.Slice(at, part.Length), part)) return true;
        return false;
    }

    private static bool Same(Reading reading, ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        for (var i = 0; i < a.Length; i++)
            if (!Same(reading, a[i], b[i])) return false;
        return true;
    }

    private static bool Same(Reading reading, char a, char b) => a == b || reading == Reading.Normalised && Evening.InPlace(a) == Evening.InPlace(b);
}
