using Heng.Engine.Records;

namespace Heng.Intake.Tests;

/// <summary>The three shapes in which people copy chats out of Qianniu, as they look there.</summary>
public class ChatTextTests
{
    private static readonly IntakeOptions Shop = new(Shop: "小店");
    // 2026-10-01 09:00:00 in Shanghai.
    private const long Nine = 1_790_816_400;

    private const string Web = """
        聊天记录查询
        2026-10-01

        09:00:00
        在吗
        这款有货吗
        tb_小雨
        09:00:41
        在的亲
        cntaobao小店:小王
        09:00:41
        请在客户端查看原始聊天记录，网页版无法展示
        小店:小王

        2026年10月2日 星期五
        8:59:59
        发货了吗
        tb_小雨
        09:00:10
        今天发，电话13812345678对吗
        小店:小李
        """;

    private static string[] Told(Given file, IntakeOptions? options = null) =>
        [.. file.Rows(options ?? Shop).Select(r => r.Outcome == Outcome.Accepted
            ? $"{r.Line} {r.Message.At.UnixSeconds - Nine} {r.Message.Buyer} {r.Message.Account} {r.Message.From} {r.Message.Kind}{(r.Message.To is { } to ? ">" + to : "")} {r.Message.Text.Replace('\n', '/')}"
            : $"{r.Line} {r.Outcome} {r.Reason!.Code}")];

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public void The_web_pages_text_is_read_in_any_encoding(string encoding)
    {
        var coding = System.Text.Encoding.GetEncoding(encoding);
        using var file = Given.Bytes([.. encoding == "utf-16" ? coding.GetPreamble() : [], .. coding.GetBytes(Web)], "page.txt");
        // The second day begins with 小李, the first account that writes on it: what the buyer wrote before it is 小李's.
        Assert.Equal(
        [
            "1 Dropped chat-noise",
            "4 0 tb_小雨 小店:小王 Buyer Text 在吗/这款有货吗",
            "8 41 tb_小雨 小店:小王 Agent Text 在的亲",
            "11 41 tb_小雨 小店:小王 Agent Card 请在客户端查看原始聊天记录，网页版无法展示",
            "16 86399 tb_小雨 小店:小李 Buyer Text 发货了吗",
            "19 86410 tb_小雨 小店:小李 Agent Text 今天发，电话138****5678对吗",
        ], Told(file));
    }

    [Fact]
    public void Bad_blocks_of_the_web_page_cost_themselves_alone()
    {
        using var file = Given.Text("09:00:00\n在吗\nann\n2026-10-01\n09:00:01\nann\n25:00:02\n在吗\nann\n09:00:03\n在的\n小店:小王\n2026-02-30\n09:00:04\n在吗\nann\n");
        Assert.Equal(
        [
            "1 Rejected chat-date-missing", "5 Rejected chat-block-broken", "7 Rejected time-unreadable", "10 3 ann 小店:小王 Agent Text 在的", "14 Rejected time-unreadable",
        ], Told(file));
    }

    private const string Copied = """
        当前用户来自 商品详情页
        夏季连衣裙
        ¥ 99.00
        tb123452026-10-1 9:00:00
        在吗
        https://example.com/看看
        已读
        小店:小王 2026-10-01 09:00:05
        在的亲

        您看中哪款
        未读
        tb12345
        2026-10-1 9:00:30
        https://item.taobao.com/item.htm?id=1
        ¥ 99.00
        tb12345 撤回了一条消息
        由 服务助手 转交给 小店:小李
        原因：【离线留言自动分配】
        小店:小李 --> tb12345 2026-10-1 9:01:00
        您好
        商品推荐
        tb12345 --> 小店:小李 2026-10-1 9:01:00
        预计发货：2026-10-01 10:00:00
        """;

    [Fact]
    public void What_the_desktop_client_copies_is_read_with_its_noise()
    {
        using var file = Given.Text(Copied.Replace("\n", "\r\n", StringComparison.Ordinal), "copied.txt");
        Assert.Equal(
        [
            "1 Dropped chat-noise",
            "4 0 tb12345 小店:小王 Buyer Text 在吗/https://example.com/看看",
            "8 5 tb12345 小店:小王 Agent Text 在的亲//您看中哪款",
            "13 30 tb12345 小店:小王 Buyer Card https://item.taobao.com/item.htm?id=1/¥ 99.00",
            "17 30 tb12345 小店:小王 Buyer Recalled tb12345 撤回了一条消息",
            "18 30 tb12345 小店:小王 System Transfer>小店:小李 ",
            "19 Dropped chat-noise",
            "20 60 tb12345 小店:小李 Agent Text 您好",
            "22 Dropped chat-noise",
            "23 60 tb12345 小店:小李 Buyer Text 预计发货：2026-10-01 10:00:00",
        ], Told(file));
        // One second, told in the file's order.
        Assert.Equal([20L, 23L], file.Rows(Shop).Where(r => r.Message.At.UnixSeconds == Nine + 60).Select(r => r.Message.Sequence));
    }

    [Fact]
    public void Bracketed_heads_are_read_and_a_bad_time_is_rejected()
    {
        using var file = Given.Gbk("[tb_小雨] 2026-10-01 09:00:00\n在吗\n[小店:小王] 2026-10-01 09:00:09\n在的\n亲\n[tb_小雨] 2026-10-32 09:00:10\n好\n");
        Assert.Equal(["1 0 tb_小雨 小店:小王 Buyer Text 在吗", "3 9 tb_小雨 小店:小王 Agent Text 在的/亲", "6 Rejected time-unreadable"], Told(file));
    }

    private const string Two = "小雨 2026-10-01 09:00:00\n在吗\n客服小王 2026-10-01 09:00:09\n在的\n";

    [Fact]
    public void Who_is_who_is_told_by_an_account_a_list_of_people_or_the_shops_name_or_else_refused()
    {
        using var file = Given.Text(Two, "two.txt");
        using (var opening = IntakeFile.Open(file.Path, Shop))
        {
            var refusal = Assert.IsType<Refused>(opening).Refusal;
            Assert.Equal(("chat-sides-unknown", "客服小王,小雨"), (refusal.Code, string.Join(',', refusal.Details.Order(StringComparer.Ordinal))));
            Assert.Contains("--account", refusal.Message.En, StringComparison.Ordinal);
        }
        string[] told = ["1 0 小雨 客服小王 Buyer Text 在吗", "3 9 小雨 客服小王 Agent Text 在的"];
        Assert.Equal(told, Told(file, Shop with { Accounts = ["cntaobao客服小王"] }));
        Assert.Equal(told, Told(file, Shop with { KnownAccounts = new HashSet<string> { "客服小王" } }));
        Assert.Equal(told, Told(file, Shop with { Shop = "客服小王" }));
        Assert.Equal("shop-missing", file.RefusalCode(new() { Accounts = ["客服小王"] }));
    }

    [Fact]
    public void A_silent_buyer_and_a_name_too_many_are_told_by_the_buyer()
    {
        using var silent = Given.Text("小店:小王 2026-10-01 09:00:00\n亲，还在吗\n");
        Assert.Equal("chat-sides-unknown", silent.RefusalCode(Shop));
        Assert.Equal(["1 0 小雨 小店:小王 Agent Text 亲，还在吗"], Told(silent, Shop with { Buyer = "cntaobao小雨" }));
        using var like = Given.Text("小店:小王 2026-10-01 09:00:00\n预计\n到达 2026-10-03 10:00:00\n小雨 2026-10-01 09:00:05\n好\n");
        Assert.Equal("chat-sides-unknown", like.RefusalCode(Shop));
        Assert.Equal(["1 0 小雨 小店:小王 Agent Text 预计/到达 2026-10-03 10:00:00", "4 5 小雨 小店:小王 Buyer Text 好"], Told(like, Shop with { Buyer = "小雨" }));
        using var alone = Given.Text("小雨 2026-10-01 09:00:00\n在吗\n");
        Assert.Equal("chat-sides-unknown", alone.RefusalCode(Shop));
        Assert.Equal(["1 0 小雨 小店:小王 Buyer Text 在吗"], Told(alone, Shop with { Accounts = ["小店:小王"] }));
    }

    [Fact]
    public void Several_buyers_are_read_where_each_message_says_to_whom()
    {
        using var file = Given.Text("ann --> 小店:小王 2026-10-01 09:00:00\n在吗\nbob --> 小店:小王 2026-10-01 09:00:01\n在吗\n小店:小王 --> ann 2026-10-01 09:00:02\n在的\n");
        Assert.Equal(["1 0 ann 小店:小王 Buyer Text 在吗", "3 1 bob 小店:小王 Buyer Text 在吗", "5 2 ann 小店:小王 Agent Text 在的"], Told(file));
        using var mixed = Given.Text("ann 2026-10-01 09:00:00\n在吗\nbob 2026-10-01 09:00:01\n在吗\n小店:小王 2026-10-01 09:00:02\n在的\n");
        Assert.Equal("chat-sides-unknown", mixed.RefusalCode(Shop));
    }

    [Fact]
    public void A_robot_and_the_system_answer_in_the_conversation_of_the_account()
    {
        using var file = Given.Text("ann 2026-10-01 09:00:00\n在吗\n小店:服务助手 2026-10-01 09:00:01\n您好\n小店:小王 2026-10-01 09:00:02\n在的\n");
        Assert.Equal(["1 0 ann 小店:小王 Buyer Text 在吗", "3 1 ann 小店:小王 Robot Text 您好", "5 2 ann 小店:小王 Agent Text 在的"], Told(file));
    }

    [Fact]
    public void A_kind_that_is_given_is_taken_and_a_file_without_its_blocks_is_refused()
    {
        using var file = Given.Text(Copied);
        Assert.Equal(10, file.Rows(Shop with { Kind = "chat-clipboard" }).Count);
        Assert.Equal("header-unknown", file.RefusalCode(Shop with { Kind = "chat-web" }));
        using var opening = IntakeFile.Open(file.Path, Shop);
        Assert.Equal("chat-clipboard", ((Opened)opening).Format.Id);
        using var sheet = Given.Bytes(Given.Xlsx(["a", "b"]), "a.xlsx");
        Assert.Equal("map-does-not-fit", sheet.RefusalCode(Shop with { Kind = "chat-web" }));
    }

    [Fact]
    public void Blocks_across_the_edges_of_the_window_lose_no_byte()
    {
        // Windows are of 262,144 bytes; every length shifts where a block is cut.
        foreach (var length in new[] { 1, 7, 100, 1001 })
        {
            var text = string.Concat(Enumerable.Range(0, 400_000 / (length + 40)).Select(i => $"{(i % 2 == 0 ? "ann" : "小店:小王")} 2026-10-01 09:{i / 60 % 60:00}:{i % 60:00}\n{new string('x', length)}{i}\n已读\n"));
            using var file = Given.Text(text);
            Assert.Equal(Enumerable.Range(0, 400_000 / (length + 40)).Select(i => new string('x', length) + i), file.Messages(Shop).Select(m => m.Text));
        }
    }

    [Fact]
    public void A_block_longer_than_any_message_and_a_line_longer_than_the_window_end_where_they_must()
    {
        var head = "ann 2026-10-01 09:00:00\n";
        using var file = Given.Text("小店:小王 2026-10-01 09:00:00\n在\n" + head + string.Concat(Enumerable.Repeat("一行很长很长的话\n", 60_000)) + head + new string('x', 3_000_000) + "\n" + head + "完\n");
        var rows = file.Rows(Shop);
        Assert.Contains(rows, r => r.Reason?.Code == "row-too-long");
        Assert.Equal("完", rows[^1].Message.Text);
        Assert.All(rows, r => Assert.True((r.Message.Text?.Length ?? 0) < 1 << 18));
    }

    [Fact]
    public void An_undecodable_line_costs_its_block()
    {
        byte[] bytes = [.. "ann 2026-10-01 09:00:00\n在吗在吗在吗\n小店:小王 2026-10-01 09:00:01\n好"u8, 0xFF, .. "的的的的\nann 2026-10-01 09:00:02\n谢谢谢谢\n小店:小王 2026-10-01 09:00:03\n不客气\n"u8];
        using var file = Given.Bytes(bytes);
        Assert.Equal(["1 0 ann 小店:小王 Buyer Text 在吗在吗在吗", "3 Rejected encoding-broken", "5 2 ann 小店:小王 Buyer Text 谢谢谢谢", "7 3 ann 小店:小王 Agent Text 不客气"], Told(file));
    }
}
