using System.IO.Compression;
using System.Text;

namespace Heng.Intake.Tests;

/// <summary>Orders and chats that are not what they should be: refused by name or rejected row by row, in bounded memory, never an exception.</summary>
public class HostileFormatTests
{
    private const string Jd = "订单号,商品ID,订购数量,下单时间,订单金额,订单状态,下单帐号,京东价,付款确认时间,商家备注\n";
    private const string Pdd = "订单号,商品总价(元),邮费(元),店铺优惠折扣(元),订单成交时间,支付时间,订单状态,商品数量(件),商家备注\n";
    private const string Export = "客户名,消息序号,发送时间,发送内容,发送账号,账号类型\n";

    private static readonly Dictionary<string, string> Samples = new()
    {
        ["jd-orders"] = Jd + "1,a,1,2026-10-01 09:00:00,5,完成,cnjd小雨(推算),5,2026-10-01 09:00:01,\n1,b,2,2026-10-01 09:00:00,5,已取消,小雨,5,,备注\n",
        ["pdd-orders"] = Pdd + "1-2,5,0,1,2026-10-01 09:00:00,,已收货,1,\n1-3,5,0,1,,,已取消,1,\n",
        ["taobao-orders"] = "订单编号,总金额,订单创建时间,订单付款时间 ,买家会员名\n\"=\"\"1\"\"\",5元,2026-10-01 09:00:00,NULL,小雨\n",
        ["taobao-items"] = "子订单编号,主订单编号,标题,价格,购买数量,商家编码,退款状态,退款金额\n=\"11\",1,杯,5,2,B,退款成功,5\n12,1,盘,5,1,,没有申请退款,\n",
        ["taobao-refunds"] = "订单编号,退款编号,退款完结时间,买家退款金额,退款状态,卖家真实姓名,卖家真实姓名,退款完结时间,审核操作人\n1,r1,,5元,退款成功,张三,张三,2026-10-05 09:00:00,小店:小王\n",
        ["chat-export"] = Export + "小雨,1,2026-10-01 09:00:00,在吗,小雨,买家\n小雨,2,2026-10-01 09:00:00,在的,小店:小王,客服\n",
        ["chat-web"] = "2026-10-01\n09:00:00\n在吗\n小雨\n09:00:05\n在的\n小店:小王\n",
        ["chat-clipboard"] = "小雨2026-10-1 9:00:00\n在吗\n已读\n当前用户来自 商品详情页\n小店:小王\n2026-10-1 9:00:05\n在的\n由 服务助手 转交给 小店:小李\n小雨 --> 小店:小李 2026-10-1 9:00:06\n好\n小雨 撤回了一条消息\n",
        ["chat-brackets"] = "[小雨] 2026-10-01 09:00:00\n在吗\n[小店:小王] 2026-10-01 09:00:05\n在的\n",
    };

    public static TheoryData<string> Ids => new(Samples.Keys);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Any_change_to_a_good_file_is_read_or_refused_and_every_row_has_one_outcome(string id)
    {
        var text = Samples[id];
        using (var good = Given.Text(text))
        using (var opening = IntakeFile.Open(good.Path, new(Shop: "s")))
        {
            Assert.Equal(id, Assert.IsType<Opened>(opening).Format.Id);
        }
        var (utf8, gbk) = (Encoding.UTF8.GetBytes(text), Encoding.GetEncoding("gb18030").GetBytes(text));
        byte[][] pieces = [.. new[] { ",", "\"", "\n", "\r", "\0", "=\"", "'", "=1+1", "=HYPERLINK(\"x\")", "-", "--", "2026-10-01 09:00:00", "9:00:00", "[", "]", " --> ", "小店:小王", "：", "𠮷", "已读", "汇总", "13812345678", "收货人：" }.Select(Encoding.UTF8.GetBytes), [0xFF], [0x81], [0xE5, 0x9C]];
        var random = new Random(23);
        for (var i = 0; i < 80; i++)
        {
            var bytes = (i % 2 == 0 ? utf8 : gbk).ToList();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(bytes.Count);
                if (random.Next(4) is var what && what == 0) bytes[at] = (byte)random.Next(256);
                else if (what == 1) bytes.RemoveRange(at, random.Next(bytes.Count - at));
                else bytes.InsertRange(at, pieces[random.Next(pieces.Length)]);
                if (bytes.Count == 0) bytes.Add((byte)'x');
            }
            Assert.True(HostileTests.Balanced([.. bytes]), Encoding.UTF8.GetString([.. bytes]));
        }
        // Half the file in one encoding, half in the other.
        Assert.True(HostileTests.Balanced([.. utf8[..(utf8.Length / 2)], .. gbk[(gbk.Length / 2)..]]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_huge_cell_and_a_huge_file_of_nothing_take_bounded_memory(string id)
    {
        var text = Samples[id];
        var line = new string('字', 700_000);
        using var file = Given.Text(text + line + "\n" + text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..] + string.Concat(Enumerable.Repeat("小雨\n09:00\n", 100_000)));
        using var opening = IntakeFile.Open(file.Path, new() { Shop = "s", Buyer = "小雨" });
        var (rows, most) = (0L, 0L);
        foreach (var row in Assert.IsType<Opened>(opening).Rows())
        {
            if (rows++ % 50_000 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
            Assert.True((row.Raw?.Length ?? 0) <= Row.RawLength);
        }
        Assert.True(rows > 2);
        // The file's 10 MB text is in the test's own hands besides.
        Assert.InRange(most, 0, 120L << 20);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1")]
    [InlineData("@SUM(1)")]
    public void A_formula_in_a_cell_is_never_worked_out(string formula)
    {
        using var orders = Given.Text(Jd + $"1,a,1,2026-10-01 09:00:00,{formula.Replace(",", "", StringComparison.Ordinal)},完成,b,5,,\n");
        var row = Assert.Single(orders.Rows(new(Shop: "s")));
        if (formula != "+1") Assert.Equal("amount-unreadable", row.Reason?.Code);
        using var chat = Given.Bytes(Given.Xlsx(Export.Trim().Split(','), ["a", "#1", "2026-10-01 09:00:00", formula, "小店:小王", "客服"]), "chat.xlsx");
        Assert.Equal(formula, Assert.Single(chat.Messages(new(Shop: "s"))).Text);
    }

    [Fact]
    public void A_workbook_that_unpacks_without_end_is_refused_before_it_is_unpacked()
    {
        using var bytes = new MemoryStream(Given.Xlsx(Export.Trim().Split(',')));
        bytes.Position = 0;
        using var grown = new MemoryStream();
        bytes.CopyTo(grown);
        using (var zip = new ZipArchive(grown, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var shared = zip.CreateEntry("xl/sharedStrings.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 130; i++) shared.Write(zeros);
        }
        using var bomb = Given.Bytes(grown.ToArray(), "chat.xlsx");
        Assert.True(new FileInfo(bomb.Path).Length < 2 << 20);
        Assert.Equal("sheet-too-large", bomb.RefusalCode(new(Shop: "s")));
    }
}
