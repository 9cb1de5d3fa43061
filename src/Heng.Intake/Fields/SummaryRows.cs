using Heng.Intake.Bytes;

namespace Heng.Intake.Fields;

/// <summary>Rows that sum up the others (汇总行): neither a person nor an order, so they are left out by name.</summary>
internal static class SummaryRows
{
    private const int LongestBytes = 24;

    public static bool IsNamed(Charset charset, ReadOnlySpan<byte> cell) => cell.Length is > 0 and <= LongestBytes && charset.Text(cell)?.Trim() is
        "汇总" or "汇总值" or "合计" or "总计" or "小计" or "均值" or "平均值" or "全店汇总值" or "同行同层均值";
}
