using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public class MessageTests
{
    private const string Header = "shop,buyer,account,at,from,kind,to,text,id\n";
    // 2026-10-01 09:00:00 in Shanghai is 01:00:00Z; 2026-10-01 is day 20727: 20727 × 86400 + 3600.
    private const long Nine = 1_790_816_400;

    [Fact]
    public void A_row_becomes_a_message_with_every_field()
    {
        using var file = Given.Text(Header + "旗舰店,tb_小雨,旗舰店:小王,2026-10-01 09:00:41,agent,transfer,旗舰店:小李,转给同事,m-7\n");
        Assert.Equal(new Message("旗舰店", "tb_小雨", "旗舰店:小王", new(Nine + 41), Sender.Agent, MessageKind.Transfer, "旗舰店:小李", "转给同事", "m-7", 2), Assert.Single(file.Messages()));
    }

    [Fact]
    public void Without_shop_kind_to_text_and_id_the_shop_is_the_given_one_and_the_message_an_empty_text()
    {
        using var file = Given.Text("buyer,account,at,from\nb,a,2026-10-01 09:00:00,buyer\n");
        Assert.Equal(new Message("demo", "b", "a", new(Nine), Sender.Buyer, MessageKind.Text, null, "", null, 2), Assert.Single(file.Messages(new(Shop: "demo"))));
        Assert.Equal("shop-missing", file.RefusalCode());
    }

    [Theory]
    [InlineData("2026-10-01 09:00:00", Nine)]
    [InlineData("2026/10/1 9:00", Nine)]
    [InlineData("2026/10/1 9:00:05", Nine + 5)]
    [InlineData("2026-10-01T09:00:00.999", Nine)]
    [InlineData("2026-10-01T01:00:00Z", Nine)]
    [InlineData("2026-10-01T10:30:00+0930", Nine)]
    [InlineData("2026-09-30T20:00:00.5-05:00", Nine)]
    public void A_time_is_read_in_any_of_the_usual_ways_and_cut_to_the_second(string at, long unix)
    {
        using var file = Given.Text(Header + $"s,b,a,{at},buyer,,,hi,\n");
        Assert.Equal(new Instant(unix), Assert.Single(file.Messages()).At);
    }

    [Theory]
    [InlineData("2026-10-02 09:00:00", null)]
    [InlineData("2026-10-02 09:00:01", "time-in-future")]
    public void What_is_more_than_a_day_after_the_import_did_not_happen(string at, string? reason)
    {
        using var file = Given.Text(Header + $"s,b,a,{at},buyer,,,hi,\n");
        Assert.Equal(reason, Assert.Single(file.Rows(new() { Now = new(Nine) })).Reason?.Code);
        Assert.Null(Assert.Single(file.Rows()).Reason);
    }

    [Theory]
    [InlineData("2026-02-29 09:00:00")]
    [InlineData("2026-10-01 24:00:00")]
    [InlineData("2026-10-01 09:60:00")]
    [InlineData("2026-10-01")]
    [InlineData("2026-10/01 09:00:00")]
    [InlineData("1989-12-31 09:00:00")]
    [InlineData("2100-01-02 09:00:00")]
    [InlineData("2026-10-01 09:00:00 PM")]
    [InlineData("1790816400")]
    public void What_is_no_time_is_rejected_with_its_line_and_raw_text(string at)
    {
        using var file = Given.Text(Header + $"s,b,a,2026-10-01 09:00:00,buyer,,,hi,\ns,b,a,{at},buyer,,,hi,\n");
        var row = file.Rows()[1];
        Assert.Equal((Outcome.Rejected, "time-unreadable", 3L, $"s,b,a,{at},buyer,,,hi,"), (row.Outcome, row.Reason!.Code, row.Line, row.Raw));
    }

    [Theory]
    [InlineData("s,,a,2026-10-01 09:00:00,buyer,,,hi,", "value-missing")]
    [InlineData("s,b,,2026-10-01 09:00:00,buyer,,,hi,", "value-missing")]
    [InlineData(",b,a,2026-10-01 09:00:00,buyer,,,hi,", "value-missing")]
    [InlineData("s,b,a,,buyer,,,hi,", "value-missing")]
    [InlineData("s,b,a,2026-10-01 09:00:00,,,,hi,", "value-missing")]
    [InlineData("s,b,a,2026-10-01 09:00:00,seller,,,hi,", "value-unknown")]
    [InlineData("s,b,a,2026-10-01 09:00:00,buyer,video,,hi,", "value-unknown")]
    [InlineData("s,b,a,2026-10-01 09:00:00,agent,transfer,,hi,", "transfer-without-target")]
    [InlineData("s,b,a,2026-10-01 09:00:00,buyer,,,hi", "too-few-columns")]
    [InlineData("s,b,a,2026-10-01 09:00:00,buyer,,,one, two,9", "too-many-columns")]
    [InlineData("s,b,a,2026-10-01 09:00:00,buyer,,,hi,1.8446E+19", "id-lost-digits")]
    public void A_bad_row_is_rejected_by_name_and_the_file_goes_on(string bad, string code)
    {
        using var file = Given.Text(Header + bad + "\ns,b,a,2026-10-01 09:00:00,buyer,,,hi,\n");
        var rows = file.Rows();
        Assert.Equal(code, rows[0].Reason?.Code);
        Assert.Equal((Outcome.Accepted, 3L), (rows[1].Outcome, rows[1].Line));
    }

    [Fact]
    public void Words_are_read_in_Chinese_and_long_ids_lose_their_platform_prefix()
    {
        using var file = Given.Gbk("店铺,买家,客服账号,时间,发送方,类型,内容\n旗舰店,cnjd小雨,cntaobao旗舰店:小王,2026-10-01 09:00:00,机器人,自动回复,在的\n");
        var message = Assert.Single(file.Messages());
        Assert.Equal(("小雨", "旗舰店:小王", Sender.Robot, MessageKind.AutoReply, "在的"), (message.Buyer, message.Account, message.From, message.Kind, message.Text));
    }

    [Fact]
    public void Quoted_texts_keep_line_ends_commas_and_doubled_quotes_and_lines_are_counted_as_an_editor_counts()
    {
        using var file = Given.Text("\uFEFF" + Header.Replace("\n", "\r\n", StringComparison.Ordinal)
            + "s,b,a,2026-10-01 09:00:00,buyer,,,\"one, \"\"two\"\"\r\nthree\",1\r\n\r\ns,b,a,2026-10-01 09:00:01,agent,,,5\"\" tall,2\r\n");
        var messages = file.Messages();
        Assert.Equal(["one, \"two\"\r\nthree", "5\"\" tall"], messages.Select(m => m.Text));
        Assert.Equal([2L, 5L], messages.Select(m => m.Sequence));
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    public void Tab_and_semicolon_tables_are_read_too(char delimiter)
    {
        using var file = Given.Text((Header + "s,b,a,2026-10-01 09:00:00,buyer,,,hi,1\n").Replace(',', delimiter));
        Assert.Equal("hi", Assert.Single(file.Messages()).Text);
    }

    [Fact]
    public void Json_lines_give_the_same_messages_as_the_table()
    {
        using var table = Given.Text(Header + "s,b,a,2026-10-01 09:00:00,buyer,text,,\"say \"\"hi\"\"\",42\ns,b,a,2026-10-01 09:00:01,agent,,,,\n");
        using var lines = Given.Text(
            """
            {"shop":"s","buyer":"b","account":"a","at":"2026-10-01T09:00:00+08:00","from":"buyer","text":"say \"hi\"","id":42,"extra":{"deep":[1,2]}}
            {"at":"2026-10-01 09:00:01","shop":"s","buyer":"b","account":"\u0061","from":"agent","kind":null}
            """, "day.ndjson");
        Assert.Equal(table.Messages().Select(m => m with { Sequence = 0 }), lines.Messages().Select(m => m with { Sequence = 0 }));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("{\"buyer\":{\"name\":\"b\"}}")]
    [InlineData("{\"buyer\":\"b\"} x")]
    [InlineData("{\"buyer\":\"\\ud800\"}")]
    [InlineData("{\"buyer\":\"b\"")]
    public void A_line_that_is_not_one_flat_object_is_rejected_and_the_next_is_read(string bad)
    {
        const string good = "{\"shop\":\"s\",\"buyer\":\"b\",\"account\":\"a\",\"at\":\"2026-10-01 09:00:00\",\"from\":\"buyer\"}";
        using var file = Given.Text(good + "\n" + bad + "\n\n" + good + "\n");
        var rows = file.Rows();
        Assert.Equal([null, "json-unreadable", null], rows.Select(r => r.Reason?.Code));
        Assert.Equal([1L, 2L, 4L], rows.Select(r => r.Line));
    }

    [Fact]
    public void The_header_again_is_rejected_and_a_row_of_empty_cells_is_dropped()
    {
        using var file = Given.Text(Header + Header + ",,,,,,,,\n");
        Assert.Equal([(Outcome.Rejected, "header-repeated"), (Outcome.Dropped, "row-empty")], file.Rows().Select(r => (r.Outcome, r.Reason!.Code)));
    }
}
