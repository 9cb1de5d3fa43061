namespace Heng.Intake.Fields;

/// <summary>
/// Mobile numbers (1[3-9] and nine digits, also behind 86) and landlines with their area code (0, two or three digits, then seven or eight), in one run of digits or
/// in runs with one blank or dash between: the middle becomes stars, 138****5678 and 010-****5678. A number of 18 digits holds no phone, for its run does not end.
/// </summary>
internal static class Phones
{
    private const int Most = 13;

    public static void Star(ref StarredText text, int from)
    {
        for (var at = from; ;)
        {
            var step = text.Now[at..].IndexOfAnyInRange('0', '9');
            if (step < 0) return;
            at = After(ref text, at + step);
        }
    }

    /// <summary>Stars the number that starts with this run, if one does; where to go on.</summary>
    private static int After(ref StarredText text, int start)
    {
        var now = text.Now;
        var firstEnd = EndOfRun(now, start);
        if (firstEnd - start > Most || !MayStart(now, start)) return firstEnd;
        Span<int> digits = stackalloc int[Most];
        var (count, at, firstRun) = (0, start, firstEnd - start);
        while (true)
        {
            var end = EndOfRun(now, at);
            if (count + end - at > Most) return firstEnd;
            for (; at < end; at++) digits[count++] = at;
            if (Middle(now, digits[..count], firstRun) is var (first, last) && last > first && !StarsFollow(now, end))
            {
                text.Star(digits[first], digits[last - 1] + 1);
                return end;
            }
            if (at + 1 >= now.Length || !Joins(now[at], count == firstRun) || !char.IsAsciiDigit(now[at + 1])) return firstEnd;
            at++;
        }
    }

    /// <summary>Which of the digits are to be starred; an empty range where they are no phone.</summary>
    private static (int First, int Last) Middle(ReadOnlySpan<char> text, ReadOnlySpan<int> digits, int firstRun)
    {
        var bare = digits.Length == 13 && text[digits[0]] == '8' && text[digits[1]] == '6' ? 2 : 0;
        if (digits.Length - bare == 11 && text[digits[bare]] == '1' && text[digits[bare + 1]] >= '3') return (bare + 3, bare + 7);
        if (digits.Length is < 10 or > 12 || text[digits[0]] != '0' || text[digits[1]] == '0') return default;
        var area = text[digits[1]] is '1' or '2' ? 3 : 4;
        return digits.Length - area is 7 or 8 && (firstRun == area || firstRun == digits.Length) ? (area, digits.Length - 4) : default;
    }

    private static int EndOfRun(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : at + length;
    }

    private static bool Joins(char between, bool afterArea) => between is ' ' or '-' || (afterArea && (between is ')' or '）'));

    /// <summary>Not what follows our own stars, and not a part of an address on the web.</summary>
    private static bool MayStart(ReadOnlySpan<char> text, int at)
    {
        if (at == 0) return true;
        if (text[at - 1] is '=' or '/' or '_') return false;
        var before = text[..(text[at - 1] is ' ' or '-' or ')' or '）' ? at - 1 : at)];
        return !before.EndsWith("***");
    }

    private static bool StarsFollow(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && (text[at] is ' ' or '-' or ')' or '）')) at++;
        return text[at..].StartsWith("***");
    }
}
