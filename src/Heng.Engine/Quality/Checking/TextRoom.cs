using Heng.Engine.Quality.Text;

namespace Heng.Engine.Quality.Checking;

/// <summary>A text as a reading has it, in room that is used again: what is returned holds until the next is asked for.</summary>
internal sealed class TextRoom
{
    private char[] room = new char[256];

    /// <summary>Place for place as it was written, evened out where the reading is normalised.</summary>
    public ReadOnlySpan<char> InPlace(ReadOnlySpan<char> text, Reading reading)
    {
        if (reading == Reading.Raw) return text;
        Grow(text.Length);
        Evening.InPlace(text, room);
        return room.AsSpan(0, text.Length);
    }

    /// <summary>The whole text for comparing: as written, or its letters and digits, a run of three and more of a letter as one.</summary>
    public ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, Reading reading)
    {
        if (reading == Reading.Raw) return text;
        Grow(text.Length);
        var (count, same) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var even = Evening.Of(text[i]);
            if (Enclosed.MayBe(text[i]) && Enclosed.At(text, i) is var (plain, places)) (even, i) = (plain, i + places - 1);
            if (even <= Evening.Hard) continue;
            same = count > 0 && room[count - 1] == even && !char.IsDigit(even) ? same + 1 : 1;
            if (same == FoldedText.LeastRun) count--;
            if (same < FoldedText.LeastRun) room[count++] = even;
        }
        return room.AsSpan(0, count);
    }

    private void Grow(int length)
    {
        if (room.Length < length) room = new char[Math.Max(length, room.Length * 2)];
    }
}
