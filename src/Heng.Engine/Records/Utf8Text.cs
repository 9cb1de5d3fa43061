using System.Text;

namespace Heng.Engine.Records;

/// <summary>A text as UTF-8 in a run of bytes that it shares with others, so that a day of texts is a few objects. The default is no text, which an empty one is not.</summary>
public readonly struct Utf8Text(byte[] block, int start, int length)
{
    public bool IsNone => block is null;
    public ReadOnlySpan<byte> Bytes => block.AsSpan(start, length);

    /// <summary>Null where there is no text.</summary>
    public string? Said => IsNone ? null : ToString();

    public static Utf8Text Of(string? text) => text is null ? default : Of(Encoding.UTF8.GetBytes(text));
    public static Utf8Text Of(byte[] bytes) => new(bytes, 0, bytes.Length);

    public override string ToString() => Encoding.UTF8.GetString(Bytes);
}

/// <summary>Keeps texts one behind the other in a few large blocks.</summary>
public sealed class Utf8Blocks
{
    private const int First = 4 << 10, Most = 1 << 20;
    private byte[] block = [];
    private int used;

    public Utf8Text Keep(ReadOnlySpan<byte> text)
    {
        if (text.Length > block.Length - used) (block, used) = (GC.AllocateUninitializedArray<byte>(Math.Max(text.Length, Math.Clamp(block.Length * 2, First, Most))), 0);
        text.CopyTo(block.AsSpan(used));
        used += text.Length;
        return new(block, used - text.Length, text.Length);
    }
}

/// <summary>The characters of one UTF-8 text at a time, for what is defined over characters. They live until the next is asked for.</summary>
public sealed class Utf8Characters
{
    private char[] characters = new char[512];

    public ReadOnlySpan<char> Of(ReadOnlySpan<byte> text)
    {
        if (characters.Length < text.Length) characters = new char[text.Length];
        return characters.AsSpan(0, Encoding.UTF8.GetChars(text, characters));
    }

    public ReadOnlySpan<char> Of(Utf8Text text) => Of(text.Bytes);
}
