using System.Text;

namespace Heng.Intake.Tests;

/// <summary>Every table format under every hostile cell that a spreadsheet can hold: each row is taken or named, and nothing throws.</summary>
public sealed class EveryFormatTests
{
    private static readonly IntakeOptions Said = new("小店", Day: new(2026, 10, 1)) { LastDay = new(2026, 10, 31) };

    internal static readonly string[] Cells =
    [
        "", " ", "-", "--", "NULL", "延迟统计", "汇总", "合计", "=1+1", "=\"123\"", "'007", "+861", "@SUM(A1)", "1,5", "1,234.50", "-1", "99999999999999999999999", "1E+20", "0.0000001",
        "99.71%", "％", "100%", "2026-10-01", "2026-13-45", "2026-10-01 09:00:00", "1899-12-31 00:01:23", "25:61:61", "1小时2分3秒", "小时", "是", "否", "也许", "周晓雨", "cntaobao", "店:",
        "\"", "\"\"", "a\"b", "，", "￥", "元", "\u0000", "\uFEFF", "\uFFFD", new('9', 400), new('长', 3000), "0", "2026-10", "退款成功", "分享会", "周报",
    ];

    public static TheoryData<string> Tables => [.. Formats.All.Where(f => f.Shape == Shape.Table).Select(f => f.Id)];

    [Theory, MemberData(nameof(Tables))]
    public void Rows_of_hostile_cells_are_taken_or_named(string id)
    {
        var (format, random) = (Formats.Find(id)!, new Random(id.Length * 31 + id[0]));
        var header = string.Join(',', format.Columns.Select(c => c.Name.Contains(',', StringComparison.Ordinal) ? $"\"{c.Name}\"" : c.Name));
        for (var round = 0; round < 12; round++)
        {
            var text = new StringBuilder(header).Append('\n');
            for (var row = 0; row < 12; row++) text.AppendJoin(',', format.Columns.Select(_ => Quoted(Cells[random.Next(Cells.Length)]))).Append('\n');
            var bytes = Encoding.UTF8.GetBytes(text.ToString());
            if (round % 4 == 1) bytes = bytes[..random.Next(bytes.Length)];
            if (round % 4 == 2) for (var i = 0; i < 20; i++) bytes[random.Next(header.Length, bytes.Length)] = (byte)random.Next(256);
            Assert.True(Balanced(bytes, round % 4 == 3 ? id : null), $"{id}, round {round}");
        }
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool Balanced(byte[] bytes, string? kind)
    {
        using var file = Given.Bytes(bytes);
        using var opening = IntakeFile.Open(file.Path, Said with { Kind = kind });
        if (opening is Refused refused) return refused.Refusal is { Code.Length: > 0, Message: { Zh.Length: > 0, En.Length: > 0 } };
        var opened = (Opened)opening;
        var rows = opened.Rows().ToList();
        _ = opened.Format.Whole([.. rows.Select(r => r.Record).OfType<object>()]);
        return rows.TrueForAll(r => (r.Outcome == Outcome.Accepted) == (r.Reason is null));
    }
}
