using Heng.Intake.Bytes;

namespace Heng.Intake.Chats;

/// <summary>The lines at the window's start, one after another. A copy looks ahead without taking.</summary>
internal ref struct ChatLines(ReadOnlySpan<byte> rest, bool final, byte lineEnd, Charset charset)
{
    /// <summary>A block that grows beyond this ends; nobody writes so long a message.</summary>
    private const int MostBytes = 1 << 18;
    private readonly ReadOnlySpan<byte> rest = rest;

    public int Bytes { get; private set; }
    public int Count { get; private set; }

    /// <summary>No further line belongs to the block.</summary>
    public readonly bool Ended => Bytes > MostBytes || (final && Bytes >= rest.Length);
    /// <summary>Where no whole line could be taken: none will come either, for the file ends here or the line is longer than the window.</summary>
    public readonly bool NoMore => Ended || rest.Length >= ByteWindow.RowLimit;

    /// <summary>Takes the next whole line, without its blanks at the end; null where its bytes are no text. False where the window holds no further whole line.</summary>
    public bool TryTake(out string? line)
    {
        line = null;
        var stop = rest[Bytes..].IndexOf(lineEnd);
        if (stop < 0 && (!final || Bytes >= rest.Length)) return false;
        var end = stop < 0 ? rest.Length : Bytes + stop;
        line = charset.Text(rest[Bytes..end].TrimEnd(" \t\r"u8))?.TrimEnd();
        (Bytes, Count) = (Math.Min(end + 1, rest.Length), Count + 1);
        return true;
    }
}
