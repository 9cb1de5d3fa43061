namespace Heng.Engine.Records;

/// <summary>How long a text is (字数), the one way it is counted.</summary>
public static class TextLength
{
    /// <summary>Characters as a reader counts them: code points, so that an emoji outside the basic plane is one. Half a pair is one too. Cut at 65,535.</summary>
    public static ushort Of(ReadOnlySpan<char> text)
    {
        var length = text.Length;
        for (var i = text.IndexOfAnyInRange('\uD800', '\uDBFF'); i >= 0 && i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text[i], text[i + 1])) length--;
        return (ushort)Math.Min(length, ushort.MaxValue);
    }
}
