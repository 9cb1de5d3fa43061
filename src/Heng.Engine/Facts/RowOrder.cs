namespace Heng.Engine.Facts;

/// <summary>
/// Fold order of a day's rows: second, sequence, buyer before agent; then names, kind and length, never an id, so that any input order gives the same day.
/// Rows that are equal in all of these are interchangeable to the fold; whoever reads their texts gives their keys.
/// </summary>
internal sealed class RowOrder(DayRows rows, DayNames names) : IComparer<int>
{
    public int[] Sorted()
    {
        var order = new int[rows.Count];
        var sorted = true;
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            if (sorted && i > 0) sorted = Compare(i - 1, i) <= 0;
        }
        if (!sorted) Array.Sort(order, this);
        return order;
    }

    public int Compare(int a, int b)
    {
        var by = rows.Second[a].CompareTo(rows.Second[b]);
        if (by == 0) by = rows.Sequence[a].CompareTo(rows.Sequence[b]);
        if (by == 0) by = ((byte)rows.From[a]).CompareTo((byte)rows.From[b]);
        return by != 0 || a == b ? by : Tie(a, b);
    }

    private int Tie(int a, int b)
    {
        var by = string.CompareOrdinal(names.Account(rows.Account[a]), names.Account(rows.Account[b]));
        if (by == 0) by = string.CompareOrdinal(names.Buyer(rows.Buyer[a]), names.Buyer(rows.Buyer[b]));
        if (by == 0) by = ((byte)rows.Kind[a]).CompareTo((byte)rows.Kind[b]);
        if (by == 0) by = rows.Length[a].CompareTo(rows.Length[b]);
        if (by == 0) by = rows.IsAutoText[a].CompareTo(rows.IsAutoText[b]);
        if (by == 0) by = string.CompareOrdinal(TargetName(a), TargetName(b));
        return by == 0 && rows.Key is { } keys ? keys[a].CompareTo(keys[b]) : by;
    }

    private string TargetName(int row) => rows.Target[row] < 0 ? "" : names.Account(rows.Target[row]);
}
