using Heng.Intake.Bytes;
using Heng.Intake.Fields;

namespace Heng.Intake;

/// <summary>What a rejected row looked like, so that a person can mend it.</summary>
internal static class RawText
{
    private const int MostBytes = 4 * Row.RawLength;

    public static string Of(Layout layout, Records records, Charset charset)
    {
        if (layout.Format.IsSecret) return string.Concat(charset.Lossy(Head(records.Raw)).Select(c => char.IsDigit(c) ? '*' : c));
        if (!layout.Format.HidesUnread) return Privacy.Masked(charset.Lossy(Head(records.Raw)));
        // Where cells do not stand under their names nothing tells which are private: the first alone is shown.
        if (records.Count != layout.Width || records.Fault is not null) return FirstCell(records, layout.Delimiter, charset) + "…";
        var read = layout.Binding.Slots.Select(s => s.Source).ToHashSet();
        return string.Join((char)layout.Delimiter, Enumerable.Range(0, layout.Width).Select(i => Shown(records, i, read.Contains(i), charset)));
    }

    private static string Shown(Records records, int index, bool isRead, Charset charset)
    {
        var cell = Head(records.Field(index));
        return isRead ? Privacy.Masked(charset.Lossy(cell)) : cell.IsEmpty ? "" : "…";
    }

    private static string FirstCell(Records records, byte delimiter, Charset charset)
    {
        var raw = Head(records.Raw);
        var stop = raw.IndexOf(delimiter);
        return stop < 0 ? "" : Privacy.Masked(charset.Lossy(raw[..stop]));
    }

    private static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> bytes) => bytes.Length > MostBytes ? bytes[..MostBytes] : bytes;
}
