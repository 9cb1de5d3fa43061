namespace Heng.Intake.Bytes;

/// <summary>A window that slides over a stream. It never holds more than <see cref="RowLimit"/> bytes, so memory is bounded whatever a file holds.</summary>
internal sealed class ByteWindow(Stream stream, byte lineEnd) : IDisposable
{
    public const int RowLimit = 1 << 20;
    private byte[] buffer = new byte[1 << 18];
    private int start, end;

    public byte LineEnd => lineEnd;
    public ReadOnlySpan<byte> Rest => buffer.AsSpan(start, end - start);
    /// <summary>The stream has ended: <see cref="Rest"/> is all there is.</summary>
    public bool Finished { get; private set; }

    public void Skip(int count) => start += count;

    /// <summary>Brings more bytes into <see cref="Rest"/>; false when the stream has ended or the window is full.</summary>
    public bool More()
    {
        if (Finished) return false;
        if (start > 0)
        {
            Rest.CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
        {
            if (buffer.Length >= RowLimit) return false;
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        Finished = read == 0;
        return !Finished;
    }

    /// <summary>Passes over the rest of a line that is too long to hold, its end included.</summary>
    public void SkipLine()
    {
        while (true)
        {
            var stop = Rest.IndexOf(lineEnd);
            if (stop >= 0)
            {
                Skip(stop + 1);
                return;
            }
            Skip(end - start);
            if (!More()) return;
        }
    }

    public void Dispose() => stream.Dispose();
}
