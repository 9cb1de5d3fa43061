namespace Heng.Intake.Quick;

/// <summary>The few words of a column, each looked up once.</summary>
internal sealed class FewWords<T>(Func<ReadOnlySpan<byte>, T?> meaning) where T : struct
{
    private const int Most = 16;
    private readonly byte[][] words = new byte[Most][];
    private readonly T[] meanings = new T[Most];
    private int count;

    public bool Try(ReadOnlySpan<byte> word, out T value)
    {
        for (var i = 0; i < count; i++)
        {
            if (!word.SequenceEqual(words[i])) continue;
            value = meanings[i];
            return true;
        }
        var known = meaning(word);
        value = known.GetValueOrDefault();
        if (known is not null && count < Most) (words[count], meanings[count++]) = (word.ToArray(), value);
        return known is not null;
    }
}
