using System.Text;
using Heng.Engine.Records;

namespace Heng.Intake.Tests;

/// <summary>Reading many rows at once from their bytes gives what reading row by row gives: the same messages, the same rejected rows with line, reason and raw text.</summary>
public sealed class QuickMessageTests
{
    private const string Header = "shop,buyer,account,at,from,kind,to,text,id,sequence,remark";
    private static readonly string[] Columns = Header.Split(',');

    /// <summary>Of each column what is common, then what is odd. ÿ stands for a byte that is no UTF-8.</summary>
    private static readonly (string[] Usual, string[] Odd)[] Cells =
    [
        (["店", "", "另店"], [" 店", "\"店\"", "店ÿ", "\uFFFF"]),
        (["tb_1", "买家😀", "t***1"], ["cntaobao小王", "cn", "", " tb_2", "tb_3 ", "a\"b", "\"引,号\"", "\"双\"\"引号\"", "ÿ", "x\0y", "\uFFFF", "'名", "=\"x\"", "\"cnjd五\""]),
        (["店:客服1", "店:客服2"], ["cntaobao店:一", "", "\t店", "\"店:\n客服\""]),
        (["2026-10-01 09:00:00", "2026-10-01 23:59:59", "2026-10-02 00:00:00"],
            ["2026-10-01 09:00:61", "2026-10-01 24:00:00", "2026/10/1 9:05", "2026/10/01 09:05:00", "2026-10-01T09:00:00Z", "2026-10-01T09:00:00", "2026-10-01 09:00:00+0800", "2099-12-31 23:59:59",
             "2100-01-01 07:59:59", "2100-01-01 08:00:00", "1990-01-01 07:59:59", "1990-01-01 08:00:00", "", "abc", "2026-13-01 00:00:00", "2026-02-29 00:00:00", "2026/1/1   9:05:00", "2026-10-01 09:00:00 ",
             "2026-10-01 0a:00:00", "2026-10-01 -9:00:00", "\"2026-10-01 09:00:00\"", "2026-10-01 09:00:00.5", "2026/10/1 100:00:00"]),
        (["agent", "buyer", "买家", "系统"], ["x", "", " agent", "\"agent\"", "ÿ"]),
        (["", "text", "图片"], ["transfer", "unknown", " ", "\"\"", "离线", "ÿ"]),
        (["", "", "店:客服2"], ["cnjd二", " ", "\"店,一\"", "ÿ"]),
        (["在吗", "", "身高165体重52", "好的亲😊", "\"您好,这款有货\"", "1,5"],
            ["13812345678", "打138 1234 5678", "收货人：张三 手机：13912345678", "地址 :杭州市西湖区文一西路1号", "姓名:李四", "时间:09:00", "\"说\"\"好\"\"的\"", "\"两\n行\"", "\"两\r\n行\"", "没有\"关", "\"关了\"还有",
             "\"没有关", " 空", "空 ", "　全角　", "ÿ", "半个ÿ字", "\0", "\uFFFF", "\r", "a\rb", "=1+1", "'x", "订单1234567890", "\"\"", "\"\"\"\"", "\"，\""]),
        (["1000000000001", "", "m1", "abc"], ["1.2E+5", "1E5", "1e", "12E5", "=\"123\"", "'123", "NULL", "-", "--", "-1", "暂无数据", "m1e3", "e1", " 7", "\"8\"", "ÿ"]),
        (["", "", "5"], ["x", "-3", "007", "9999999999999999999", " 5", "5 "]),
        (["", "旁注"], ["ÿ", "\"多\n行\"", "\uFFFF", "\0"]),
    ];

    private static readonly string[] OddLines = ["", " ", "\t", ",,,,,,,,,,", "店,tb_1", Header, "a,b,c,d,e,f,g,h,i,j,k,l", "\"", "\"\"", ",,,,,,,,,,,,,"];

    [Theory]
    [InlineData(',', "\n", 0)]
    [InlineData(',', "\r\n", 8)]
    [InlineData(';', "\n", 8)]
    [InlineData('\t', "\n", 8)]
    [InlineData(',', "\n", 40)]
    [InlineData(',', "\r\n", 3)]
    public void Random_rows_read_as_they_do_one_by_one(char delimiter, string lineEnd, int oddInHundred)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var dice = new Random(seed);
            var lines = Enumerable.Range(0, 1 + dice.Next(80)).Select(_ => Line(dice, oddInHundred)).Prepend(Header).Select(line => delimiter == ',' ? line : line.Replace(',', delimiter));
            var text = string.Join(lineEnd, lines) + (dice.Next(2) == 0 ? lineEnd : "");
            Same(Bytes(seed % 3 == 0 ? "\uFEFF" + text : text), new(seed % 2 == 0 ? "小店" : null) { Now = ShopClock.Shanghai.FromLocal(new(2030, 1, 1)) });
        }
    }

    [Theory]
    [InlineData(1 << 10)]
    [InlineData(1 << 15)]
    [InlineData(1 << 18)]
    public void A_boundary_of_what_is_held_may_fall_anywhere(int boundary)
    {
        const string rows = "店,tb_1,店,2026-10-01 09:00:00,buyer,,,\"好,😊\",1,,\r\n店,tb_1,店,2026-10-01 09:00:09,agent,,,说\"的,2,,\n";
        for (var at = 0; at <= Encoding.UTF8.GetByteCount(rows); at++)
        {
            // An odd row first, so that what is looked ahead is short; then one that fills the bytes up to the boundary.
            var before = Header + "\n店,tb_1,店:客服1,?,buyer,,,,,,\n店,tb_1,店:客服1,2026-10-01 08:00:00,buyer,,,";
            var filled = before + new string('x', boundary - Encoding.UTF8.GetByteCount(before) - at) + ",0,,\n";
            Same(Bytes(filled + rows + rows), new("小店"));
        }
    }

    [Fact]
    public void A_map_and_another_encoding_read_as_they_do_one_by_one()
    {
        const string yaml = """
            kind: messages-csv
            columns: { buyer: 顾客, account: 坐席, at: 时刻, from: 谁, text: 说 }
            values: { from: { 客: buyer, 服: agent } }
            """;
        var text = "顾客,坐席,时刻,谁,说\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"甲{i},店:一,2026-10-01 09:00:{i % 61:00},{(i % 2 == 0 ? "客" : "服")},说{i}\n"));
        Same(Encoding.UTF8.GetBytes(text), new("小店", Map: Given.Map(yaml)));
        using var gbk = Given.Gbk(string.Join('\n', Enumerable.Range(0, 300).Select(i => Line(new Random(i), 5)).Prepend(Header)));
        Same(File.ReadAllBytes(gbk.Path), new("小店"));
    }

    private static string Line(Random dice, int oddInHundred)
    {
        if (dice.Next(300) < oddInHundred) return OddLines[dice.Next(OddLines.Length)];
        return string.Join(',', Cells.Select(c => dice.Next(400) < oddInHundred ? c.Odd[dice.Next(c.Odd.Length)] : c.Usual[dice.Next(c.Usual.Length)]).Select((cell, i) => Columns[i] == "text" && cell == "1,5" ? "\"1,5\"" : cell));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text).AsSpan().IndexOf("ÿ"u8) < 0 ? Encoding.UTF8.GetBytes(text) : [.. Broken(Encoding.UTF8.GetBytes(text))];

    private static IEnumerable<byte> Broken(byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var broken = bytes.AsSpan(i).StartsWith("ÿ"u8);
            if (broken) i++;
            yield return broken ? (byte)0xFF : bytes[i];
        }
    }

    private static void Same(byte[] bytes, IntakeOptions options)
    {
        using var file = Given.Bytes(bytes);
        var (messages, others) = (new List<Message>(), new List<Row>());
        using (var opening = IntakeFile.Open(file.Path, options))
        {
            // Without a shop of the file's own, or with bytes that look like no text, all of it is refused either way.
            if (opening is not Opened opened) return;
            foreach (var batch in opened.Batches())
            {
                for (var place = 0; place < batch.Messages.Length;)
                {
                    var message = batch.Messages.At(ref place);
                    messages.Add(message.Read(batch.Messages.Shops[message.Head.Shop]));
                }
                others.AddRange(batch.Others);
            }
        }
        var rows = file.Rows(options);
        Assert.Equal(rows.Where(r => r.Outcome == Outcome.Accepted).Select(r => r.Message), messages);
        Assert.Equal(rows.Where(r => r.Outcome != Outcome.Accepted), others);
    }
}
