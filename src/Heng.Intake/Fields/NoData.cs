using Heng.Intake.Bytes;

namespace Heng.Intake.Fields;

/// <summary>How exporters write that there is no value (暂无数据). Such a cell is missing: never 0 and never a text. Their words stand in either encoding.</summary>
internal static class NoData
{
    private static readonly byte[][] Written = [.. new[] { "NULL", "-", "--", "延迟统计", "暂无数据" }.SelectMany(InBothEncodings).Distinct(SameBytes.Comparer)];
    private static readonly int Longest = Written.Max(w => w.Length);

    public static bool Is(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > Longest) return false;
        foreach (var word in Written)
        {
            if (cell.SequenceEqual(word)) return true;
        }
        return cell.IsEmpty;
    }

    private static byte[][] InBothEncodings(string word) => [Charset.Utf8.Bytes(word), Charset.Gb18030.Bytes(word)];
}
