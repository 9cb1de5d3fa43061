using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Heng.Intake.Tests;

public class HostileTests
{
    private const string Header = "shop,buyer,account,at,from,kind,to,text,id\n";
    private const string Good = "s,b,a,2026-10-01 09:00:00,buyer,,,hi,1\n";

    [Fact]
    public void What_is_no_table_is_refused_by_name()
    {
        using var empty = Given.Text("");
        using var nul = Given.Bytes([1, 0, 2, 0, 77, 0]);
        using var html = Given.Text("<html><table><tr><td>订单编号</td></tr></table>", "orders.xls");
        using var other = Given.Text("a,b,c\n1,2,3\n");
        using var pipes = Given.Text((Header + Good).Replace(',', '|'));
        using var noise = Given.Bytes([.. Enumerable.Range(0, 400).Select(i => (byte)(0x80 + (i * 37 % 128)))]);
        Assert.Equal(
            ["file-empty", "file-binary", "file-html", "header-unknown", "header-unknown", "file-missing"],
            [empty.RefusalCode(), nul.RefusalCode(), html.RefusalCode(), other.RefusalCode(), pipes.RefusalCode(), Code("/nowhere/at/all.csv")]);
        Assert.Contains(noise.RefusalCode(), new[] { "encoding-unknown", "header-unknown" });
        Assert.Equal("kind-unknown", other.RefusalCode(new(Kind: "nothing")));
        Assert.Equal("header-incomplete", other.RefusalCode(new(Kind: "people")));
    }

    private static string Code(string path)
    {
        using var opening = IntakeFile.Open(path);
        return ((Refused)opening).Refusal.Code;
    }

    [Fact]
    public void A_header_alone_is_an_empty_day_only_where_shop_and_day_are_known()
    {
        using var unnamed = Given.Text(Header);
        using var named = Given.Text(Header, "messages_小店_2026-10-01.csv");
        using var lines = Given.Text("", "小店_20261001.ndjson");
        Assert.Equal("day-missing", unnamed.RefusalCode());
        Assert.Equal("day-missing", unnamed.RefusalCode(new(Shop: "s")));
        Assert.Equal("day-missing", unnamed.RefusalCode(new(Day: new(2026, 10, 1))));
        Assert.Empty(unnamed.Rows(new(Shop: "s", Day: new(2026, 10, 1))));
        Assert.Empty(lines.Rows());
        using var opening = IntakeFile.Open(named.Path);
        var opened = Assert.IsType<Opened>(opening);
        Assert.Equal(("小店", new DateOnly(2026, 10, 1)), (opened.Shop, opened.Day!.Value));
        Assert.Empty(opened.Rows());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void A_marked_encoding_is_read(string encoding)
    {
        var coding = Encoding.GetEncoding(encoding);
        using var file = Given.Bytes([.. coding.GetPreamble(), .. coding.GetBytes(Header + Good.Replace("hi", "在的", StringComparison.Ordinal))]);
        Assert.Equal("在的", Assert.Single(file.Messages()).Text);
    }

    [Fact]
    public void A_broken_byte_late_in_the_file_costs_its_row_alone()
    {
        var good = Encoding.UTF8.GetBytes(Good.Replace("hi", "在的", StringComparison.Ordinal));
        var bad = Good.Select(c => c == 'h' ? (byte)0xFF : (byte)c);
        using var file = Given.Bytes([.. Encoding.UTF8.GetBytes(Header), .. Enumerable.Repeat(good, 40_000).SelectMany(b => b), .. bad, .. good]);
        var rows = file.Rows();
        Assert.Equal(40_002, rows.Count);
        Assert.Equal(("encoding-broken", 40_002L), (rows[40_000].Reason?.Code, rows[40_000].Line));
        Assert.Equal(1, rows.Count(r => r.Outcome == Outcome.Rejected));
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_one_rejected_row_and_the_next_is_read()
    {
        using var file = Given.Text(Header + Good + "s,b,a," + new string('x', 10_000_000) + "\n" + Good);
        var rows = file.Rows();
        Assert.Equal([null, "row-too-long", null], rows.Select(r => r.Reason?.Code));
        Assert.Equal((4000, 4L), (rows[1].Raw!.Length, rows[2].Line));
    }

    [Fact]
    public void A_quote_that_nothing_closes_costs_its_own_line_alone()
    {
        var many = string.Concat(Enumerable.Repeat(Good, 3000));
        using var file = Given.Text(Header + "s,b,a,2026-10-01 09:00:00,buyer,,,\"open,1\n" + many);
        var rows = file.Rows();
        Assert.Equal(3001, rows.Count);
        Assert.Equal(("quote-unclosed", 2L, "s,b,a,2026-10-01 09:00:00,buyer,,,\"open,1"), (rows[0].Reason?.Code, rows[0].Line, rows[0].Raw));
        Assert.All(rows.Skip(1), r => Assert.Equal(Outcome.Accepted, r.Outcome));
        using var last = Given.Text(Header + Good + "s,b,a,2026-10-01 09:00:00,buyer,,,\"open,1\n" + Good);
        Assert.Equal([null, "quote-unclosed", null], last.Rows().Select(r => r.Reason?.Code));
    }

    [Fact]
    public void A_row_as_wide_as_the_buffer_is_read_whole()
    {
        // 262,144 bytes is the first window: texts around it must not lose or double a byte.
        foreach (var length in new[] { 262_000, 262_144, 262_145, 600_000, 1_000_000 })
        {
            using var file = Given.Text(Header + Good + Good.Replace("hi", "\"" + new string('x', length) + "\"", StringComparison.Ordinal) + Good);
            Assert.Equal([2, length, 2], file.Messages().Select(m => m.Text.Length));
        }
    }

    [Fact]
    public void The_rows_of_a_file_are_walked_once_and_progress_ends_at_its_length()
    {
        using var file = Given.Text(Header + Good);
        using var opening = IntakeFile.Open(file.Path);
        var opened = (Opened)opening;
        Assert.Single(opened.Rows());
        Assert.Equal(opened.BytesTotal, opened.BytesRead);
        Assert.Throws<InvalidOperationException>(() => opened.Rows().Any());
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_and_every_row_has_one_outcome()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Balanced([.. bytes])).QuickCheckThrowOnFailure();
        var random = new Random(5);
        string[] headers = [Header, "订单编号,总金额,订单创建时间\n", "name,accounts,base_pay,from\n", "{\"buyer\":\"b\",\"account\":\"a\",\"at\":\"\",\"from\":\"\"}\n"];
        var pieces = new[] { ",", "\"", "\n", "\r\n", "=\"1\"", "'", "NULL", "2026-10-01 09:00:00", "buyer", "元", "{", "}", "\"buyer\":", "\0", "1,234.5", "\t", ";", "￥-1" };
        for (var i = 0; i < 400; i++)
        {
            var text = headers[i % headers.Length] + string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            var bytes = Encoding.UTF8.GetBytes(text);
            if (i % 3 == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.True(Balanced(bytes));
        }
    }

    internal static bool Balanced(byte[] bytes)
    {
        using var file = Given.Bytes(bytes);
        using var opening = IntakeFile.Open(file.Path, new(Shop: "s"));
        if (opening is Refused refused) return refused.Refusal is { Code.Length: > 0, Message: { Zh.Length: > 0, En.Length: > 0 } };
        var line = 0L;
        foreach (var row in ((Opened)opening).Rows())
        {
            var explained = row.Outcome == Outcome.Accepted ? row.Reason is null && (row.Record is not null || row.Message.Buyer is not null) : row.Reason is not null;
            if (!explained || row.Line <= line || (row.Outcome == Outcome.Rejected) != (row.Raw is not null)) return false;
            line = row.Line;
        }
        return true;
    }

    [Fact]
    public void As_many_rows_come_out_as_stand_in_the_file()
    {
        // Rows of every sort, 0 to 9 of each in any order; only blank lines are no rows.
        string[] sorts = [Good, "s,b\n", ",,,,,,,,\n", Header, "s,b,a,2026-10-01 09:00:00,buyer,,,\"two\nlines\",1\n", "s,b,a,x,buyer,,,hi,1\n", "\n"];
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), choice =>
        {
            var rows = (choice ?? []).Select(c => sorts[c % sorts.Length]).ToList();
            using var file = Given.Text(Header + Good + string.Concat(rows));
            return file.Rows().Count == 1 + rows.Count(r => r != "\n");
        }).QuickCheckThrowOnFailure();
    }
}
