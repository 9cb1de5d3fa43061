namespace Heng.Intake.Bytes;

/// <summary>
/// Rows of a delimited table. Works on bytes in UTF-8 and GB18030 alike: a quote, comma, semicolon, tab or line end never stands inside a character of either.
/// A quote opens a field only as its first byte; within it a doubled quote is one, delimiters and line ends are text. What follows a closing quote is kept.
/// </summary>
internal sealed class DelimitedRecords(ByteWindow window, byte delimiter, bool sheet = false) : Records(window)
{
    private const byte Quote = (byte)'"';
    private const int MostLines = 1000;
    private const int CannotEnd = -1, NotHere = -2;
    private int[] starts = new int[64], lengths = new int[64];
    private bool[] quoted = new bool[64];
    private byte[] scratch = new byte[1024];
    private int used;

    protected override (int Length, int Lines) Scan(ReadOnlySpan<byte> rest, bool final)
    {
        Count = used = 0;
        var lines = 1;
        for (var at = 0; ;)
        {
            var after = at;
            var doubled = false;
            var opens = at < rest.Length && rest[at] == Quote;
            if (opens)
            {
                var close = Closing(rest, at + 1, final, ref doubled, ref lines);
                if (close < 0) return (close == CannotEnd ? -1 : 0, 0);
                after = close + 1;
            }
            var step = rest[after..].IndexOfAny(delimiter, Window.LineEnd);
            if (step < 0 && !final) return (0, 0);
            var stop = step < 0 ? rest.Length : after + step;
            var ends = step < 0 || rest[stop] != delimiter;
            var to = ends && stop > after && rest[stop - 1] == (byte)'\r' ? stop - 1 : stop;
            if (opens && !doubled && to == after) Add(at + 1, to - at - 2, false);
            else Add(at, to - at, opens);
            if (ends) return (Math.Min(stop + 1, rest.Length), sheet ? 1 : lines);
            at = stop + 1;
        }
    }

    private int Closing(ReadOnlySpan<byte> rest, int at, bool final, ref bool doubled, ref int lines)
    {
        while (true)
        {
            var step = rest[at..].IndexOfAny(Quote, Window.LineEnd);
            if (step < 0) return final ? CannotEnd : NotHere;
            at += step;
            if (rest[at] != Quote)
            {
                if (++lines > MostLines) return CannotEnd;
                at++;
                continue;
            }
            if (at + 1 >= rest.Length && !final) return NotHere;
            if (at + 1 >= rest.Length || rest[at + 1] != Quote) return at;
            doubled = true;
            at += 2;
        }
    }

    private void Add(int start, int length, bool withQuotes)
    {
        if (Count == starts.Length)
        {
            Array.Resize(ref starts, Count * 2);
            Array.Resize(ref lengths, Count * 2);
            Array.Resize(ref quoted, Count * 2);
        }
        (starts[Count], lengths[Count], quoted[Count]) = (start, length, withQuotes);
        Count++;
    }

    public override ReadOnlySpan<byte> Field(int index)
    {
        if ((uint)index >= (uint)Count) return default;
        var field = Window.Rest.Slice(starts[index], lengths[index]);
        return quoted[index] ? Unquoted(field) : field;
    }

    private ReadOnlySpan<byte> Unquoted(ReadOnlySpan<byte> field)
    {
        if (used + field.Length > scratch.Length)
        {
            scratch = new byte[Math.Max(scratch.Length * 2, field.Length)];
            used = 0;
        }
        var from = used;
        var rest = field[1..];
        while (true)
        {
            var quote = rest.IndexOf(Quote);
            var pair = quote >= 0 && quote + 1 < rest.Length && rest[quote + 1] == Quote;
            var keep = pair ? quote + 1 : quote < 0 ? rest.Length : quote;
            rest[..keep].CopyTo(scratch.AsSpan(used));
            used += keep;
            if (quote < 0) break;
            rest = rest[(pair ? quote + 2 : quote + 1)..];
            if (pair) continue;
            rest.CopyTo(scratch.AsSpan(used));
            used += rest.Length;
            break;
        }
        return scratch.AsSpan(from, used - from);
    }
}
