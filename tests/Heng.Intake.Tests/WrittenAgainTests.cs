namespace Heng.Intake.Tests;

/// <summary>What a platform's own format takes of hostile cells, the plain table of its kind gives back.</summary>
public sealed class WrittenAgainTests
{
    private static readonly IntakeOptions Said = new("小店", Day: new(2026, 10, 1)) { LastDay = new(2026, 10, 31) };

    /// <summary>One of these is right for a column, whichever it is.</summary>
    private static readonly string[] Likely = ["小店:小雨", "12", "buyer", "2026-10-02 09:00:00", "2026-10-02", "退款成功", "30%", "0:01:35", "王雨桐", "是", "客服", "text", "08:30", "22:00", ""];

    private static readonly string[] Hostile =
        [.. EveryFormatTests.Cells.Where(c => !c.Contains('\0', StringComparison.Ordinal)), "=\"'x\"", "''x", "x（离职）", "-（离职）", "cnjdcntaobaoy", "a;b", "两行\n第二行", "😀", "　全角空格", "'", "'-", "(推算)"];

    public static TheoryData<string> Formats => [.. Intake.Formats.All.Where(f => f is { Shape: Shape.Table, IsWritten: false, IsSecret: false, Headless: null, HeaderRows: 1, Repeats: null }).Select(f => f.Id)];

    [Theory, MemberData(nameof(Formats))]
    public void What_a_format_reads_is_written_and_read_to_the_same(string id)
    {
        var (format, random) = (Intake.Formats.Find(id)!, new Random(id.Length));
        var right = RightCells(format);
        var rows = Enumerable.Range(0, 250).Select(_ => right.Select(cell => random.Next(right.Length) < 2 ? Hostile[random.Next(Hostile.Length)] : cell));
        using var file = Given.Text(Text(format, rows));
        using var opening = IntakeFile.Open(file.Path, Said with { Kind = id });
        var opened = Assert.IsType<Opened>(opening);
        var records = format.Whole([.. opened.Rows().Where(r => r.Outcome == Outcome.Accepted).Select(r => r.Record ?? r.Message)]);
        Assert.True(records.Count > (format.Join is null ? 20 : 2), $"only {records.Count} of {string.Join(" | ", right)}");

        var plain = Intake.Formats.All.Single(f => f.IsWritten && f.Holds == format.Holds);
        using var again = Given.Text(Plain.Written(plain, records), plain.Shape == Shape.JsonLines ? "file.ndjson" : "file.csv");
        var read = again.Rows();
        Assert.Empty(read.Where(r => r.Reason is not null).Select(r => $"{r.Line} {r.Reason} {r.Raw}"));
        Assert.Equal(records.Select(Plain.Told), read.Select(r => Plain.Told(r.Record ?? r.Message)));
    }

    /// <summary>A row that the format takes: the reason of a rejected one names the column whose cell is wrong.</summary>
    private static string[] RightCells(Format format)
    {
        var tried = new int[format.Columns.Count];
        for (var round = 0; round < Likely.Length * tried.Length; round++)
        {
            string[] cells = [.. tried.Select(t => Likely[t % Likely.Length])];
            using var file = Given.Text(Text(format, [cells]));
            using var opening = IntakeFile.Open(file.Path, Said with { Kind = format.Id });
            var row = ((Opened)opening).Rows().Single();
            if (row.Reason is not { } reason) return cells;
            var named = Enumerable.Range(0, tried.Length).Where(i => reason.Words.Zh.Contains($"“{format.Columns[i].Name}”", StringComparison.Ordinal)).ToList();
            foreach (var i in named.Count > 0 ? named : [round % tried.Length]) tried[i]++;
        }
        return [.. tried.Select(_ => "")];
    }

    private static string Text(Format format, IEnumerable<IEnumerable<string>> rows) => string.Concat(rows.Prepend(format.Columns.Select(c => c.Name)).Select(Line));

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n";
}
