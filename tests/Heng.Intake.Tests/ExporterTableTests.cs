using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public class ExporterTableTests
{
    private const string Header = "客户名,消息序号,发送时间,发送内容,发送账号,账号类型\n";
    private static readonly IntakeOptions Shop = new(Shop: "小店");

    private static string[] Told(string rows, IntakeOptions? options = null)
    {
        using var file = Given.Gbk(Header + rows);
        return [.. file.Rows(options ?? Shop).Select(r => r.Reason?.Code ?? $"{r.Message.Buyer} {r.Message.Account} {r.Message.From} {r.Message.Kind} {r.Message.Sequence} {r.Message.Text}")];
    }

    [Fact]
    public void A_buyers_words_belong_to_the_account_that_answers() => Assert.Equal(
        ["ann 小店:小王 Buyer Text 1 在吗", "ann 小店:小王 Agent Text 2 在的", "bob 小店:小李 Buyer Text 1 在吗", "ann 小店:小王 Buyer Text 3 手机138****5678", "bob 小店:小李 Agent Card 2 https://a.b/c"],
        Told("cntaobaoann,1,2026-10-01 09:00:00,在吗,cntaobaoann,买家\nann,2,2026-10-01 09:00:05,在的,cntaobao小店:小王,客服\nbob,1,2026-10-01 09:00:06,在吗,bob,买家\n"
            + "ann,3,2026-10-01 09:00:07,手机13812345678,ann,\nbob,2,2026-10-01 09:00:09,https://a.b/c,小店:小李,\n"));

    [Fact]
    public void A_new_day_begins_with_its_first_account_and_a_day_without_one_stays_with_the_last() => Assert.Equal(
        ["小店:小王", "小店:小王", "小店:小李", "小店:小李", "小店:小李"],
        Told("a,1,2026-10-01 09:00:00,在吗,a,买家\na,2,2026-10-01 09:00:05,在的,小店:小王,客服\na,3,2026-10-02 09:00:00,发了吗,a,买家\na,4,2026-10-02 09:00:05,发了,小店:小李,客服\na,5,2026-10-03 09:00:05,好,a,买家\n")
            .Select(r => r.Split(' ')[1]));

    [Fact]
    public void Whom_nobody_answered_is_told_by_the_account_given_or_rejected()
    {
        const string row = "a,1,2026-10-01 09:00:00,在吗,a,买家\n";
        Assert.Equal(["account-untold"], Told(row));
        Assert.Equal(["a 小店:小王 Buyer Text 1 在吗"], Told(row, Shop with { Accounts = ["小店:小王"] }));
    }

    [Theory]
    [InlineData(",1,2026-10-01 09:00:00,在吗,a,买家", "value-missing")]
    [InlineData("a,1,2026-10-01,在吗,a,买家", "time-unreadable")]
    [InlineData("a,1,,在吗,a,买家", "value-missing")]
    [InlineData("a,1,2026-10-01 09:00:00,在吗,小王,", "value-unknown")]
    [InlineData("a,1,2026-10-01 09:00:00,在吗,a,路人", "value-unknown")]
    [InlineData("a,x,2026-10-01 09:00:00,在吗,a,买家", "number-unreadable")]
    [InlineData("a,1,2026-10-01 09:00:00,在吗", "too-few-columns")]
    public void A_bad_row_is_rejected_by_name(string row, string code) => Assert.Equal(code, Told(row + "\na,2,2026-10-01 09:00:05,在的,小店:小王,客服\n")[0]);

    [Fact]
    public void A_sheet_gives_the_same_messages()
    {
        using var sheet = Given.Bytes(Given.Xlsx(Header.Trim().Split(','), ["ann", "#1", "2026-10-01 09:00:00", "在吗", "ann", "买家"], ["ann", "#2", "2026-10-01 09:00:05", "在的", "小店:小王", "客服"]), "chat.xlsx");
        Assert.Equal([Sender.Buyer, Sender.Agent], sheet.Messages(Shop).Select(m => m.From));
    }
}
