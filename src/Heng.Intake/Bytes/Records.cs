namespace Heng.Intake.Bytes;

/// <summary>
/// A file's records one after the other: a line of a table, or a JSON object. Blank lines are no records.
/// Spans live until the next call of <see cref="Next"/>.
/// </summary>
internal abstract class Records(ByteWindow window) : IDisposable
{
    protected const int RawBytes = 16_000;
    private byte[] kept = [];
    private int length, lines;

    protected ByteWindow Window => window;
    /// <summary>The physical line on which the record starts, from 1; in a sheet its row.</summary>
    public long Line { get; private set; }
    /// <summary>What is wrong with the record as a whole, before any field is looked at.</summary>
    public Reason? Fault { get; private set; }
    public int Count { get; protected set; }
    public ReadOnlySpan<byte> Raw => length == 0 ? kept : window.Rest[..length].TrimEnd("\r\n"u8);

    public abstract ReadOnlySpan<byte> Field(int index);

    public bool Next()
    {
        while (true)
        {
            window.Skip(length);
            Line += Math.Max(lines, 1);
            (Count, Fault, Passed, length, lines) = (0, null, null, 0, 0);
            if (!Find()) return false;
            if (!IsBlank) return true;
        }
    }

    /// <summary>What stands behind the current record, as far as the window holds it, and the line on which that begins.</summary>
    public ReadOnlySpan<byte> Rest => window.Rest[length..];
    public long NextLine => Line + Math.Max(lines, 1);

    /// <summary>Leaves the current record and passes over bytes of <see cref="Rest"/> that somebody else read as so many records of one line.</summary>
    public void Pass(int bytes, int records)
    {
        window.Skip(length + bytes);
        Line = NextLine - 1 + records;
        (Count, length, lines) = (0, 0, 0);
    }

    /// <summary>The record is in order and yet nothing of ours: it is left out by this name.</summary>
    public Reason? Passed { get; protected set; }

    protected virtual bool IsBlank => Fault is null && Raw.Trim(" \t"u8).IsEmpty;

    /// <summary>Looks for a whole record at the window's start: its length and physical lines, 0 when the window does not hold it all, -1 when it cannot end.</summary>
    protected abstract (int Length, int Lines) Scan(ReadOnlySpan<byte> rest, bool final);

    private bool Find()
    {
        while (true)
        {
            if (window.Rest.IsEmpty && !window.More()) return false;
            (length, lines) = Scan(window.Rest, window.Finished);
            if (length > 0) return true;
            if (length < 0)
            {
                FirstLineOnly();
                return true;
            }
            if (window.More() || window.Finished) continue;
            TooLong();
            return true;
        }
    }

    protected void Reject(Reason reason)
    {
        Count = 0;
        Fault = reason;
    }

    /// <summary>An opening quote that nothing closes costs its own line, not the rest of the file.</summary>
    private void FirstLineOnly()
    {
        Reject(Reasons.QuoteUnclosed);
        var stop = window.Rest.IndexOf(window.LineEnd);
        (length, lines) = (stop < 0 ? window.Rest.Length : stop + 1, 1);
    }

    private void TooLong()
    {
        if (window.Rest.Contains(window.LineEnd))
        {
            FirstLineOnly();
            return;
        }
        Reject(Reasons.RowTooLong);
        kept = window.Rest[..RawBytes].ToArray();
        (length, lines) = (0, 1);
        window.SkipLine();
    }

    public void Dispose() => window.Dispose();
}
