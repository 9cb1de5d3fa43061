using System.Globalization;
using Heng.Engine.Records;

namespace Heng.Bench.Fold;

/// <summary>The month as the peers' table holds it: day, buyer, account, seq, ts, kind, len, target. Seconds count from the start of the month.</summary>
internal static class PeerRows
{
    public const string Columns = "day, buyer, account, seq, ts, kind, len, target";

    private static int KindOf(ShopDay day, int row) => (day.Rows.From[row], day.Rows.Kind[row]) switch
    {
        (Sender.Buyer, _) => 0,
        (_, MessageKind.Transfer) => 3,
        (_, MessageKind.AutoReply or MessageKind.Broadcast) => 2,
        _ => 1,
    };

    /// <summary>A row's cells in the order of <see cref="Columns"/>.</summary>
    public static int[] Cells(ShopDay day, int row) =>
    [
        day.DayIndex, day.Rows.Buyer[row], day.Rows.Account[row], row, TimeOf(day, row), KindOf(day, row), day.Rows.Length[row], day.Rows.Target[row],
    ];

    private static int TimeOf(ShopDay day, int row) => day.DayIndex * 86_400 + day.Rows.Second[row];

    public static void WriteCsv(IReadOnlyList<ShopDay> month, string path)
    {
        using var file = new StreamWriter(path, append: false, new System.Text.UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        file.WriteLine(Columns.Replace(" ", "", StringComparison.Ordinal));
        foreach (var day in month)
            for (var row = 0; row < day.Rows.Count; row++)
                file.WriteLine(string.Join(',', Cells(day, row)));
    }

    /// <summary>The answer of a peer as the canonical CSV.</summary>
    public static string Csv(System.Data.IDataReader answer)
    {
        var csv = new System.Text.StringBuilder(AgentDayTable.Header).Append('\n');
        while (answer.Read())
        {
            for (var c = 0; c < answer.FieldCount; c++) csv.Append(c > 0 ? "," : "").Append(Convert.ToInt64(answer.GetValue(c), CultureInfo.InvariantCulture));
            csv.Append('\n');
        }
        return csv.ToString();
    }
}
