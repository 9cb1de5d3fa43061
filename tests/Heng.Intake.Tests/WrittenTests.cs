using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Tests;

/// <summary>What Heng writes it reads again as it was, and takes for nothing else.</summary>
public sealed class WrittenTests
{
    public static TheoryData<string> Kinds => [.. InventedRecords.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public void A_file_that_is_written_is_known_by_its_header_and_read_to_the_same_records(string id)
    {
        var format = Formats.Find(id)!;
        var records = Enumerable.Range(1, 6).SelectMany(seed => new InventedRecords(seed).Of(id, 20)).ToList();
        using var file = Given.Text(Plain.Written(format, records), format.Shape == Shape.JsonLines ? "file.ndjson" : "file.csv");
        using var opening = IntakeFile.Open(file.Path);
        var opened = Assert.IsType<Opened>(opening);
        Assert.Equal(id, opened.Format.Id);
        var rows = opened.Rows().ToList();
        Assert.Empty(rows.Where(r => r.Reason is not null).Select(r => $"{r.Line} {r.Reason} {r.Raw}"));
        Assert.Equal(records.Select(Plain.Told), rows.Select(r => Plain.Told(r.Record ?? r.Message)));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_holding_that_a_format_reads_is_written_by_exactly_one(string id)
    {
        var holds = Formats.Find(id)!.Holds;
        Assert.Equal([id], Formats.All.Where(f => f.IsWritten && f.Holds == holds).Select(f => f.Id));
        Assert.Equal([], Enum.GetValues<Holding>().Except([Holding.BankAccounts]).Except(Formats.All.Where(f => f.IsWritten).Select(f => f.Holds)));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("＠全角", "'＠全角")]
    [InlineData(" =1", "' =1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'", "''")]
    [InlineData("好", "好")]
    [InlineData("", "")]
    [InlineData("–", "–")] // a missing value in a list for people
    public void A_guard_against_formulas_is_put_before_what_needs_it_and_taken_off_again(string text, string written)
    {
        Assert.Equal(written, FormulaGuard.On(text));
        Assert.Equal(text, FormulaGuard.Off(written));
    }

    /// <summary>Free text keeps an apostrophe that guards nothing.</summary>
    [Theory]
    [InlineData("'好", "'好")]
    [InlineData("'=1", "=1")]
    public void Free_text_loses_a_guard_and_no_other_apostrophe(string cell, string comment)
    {
        using var file = Given.Text($"month,agent,item,rater,points,comment\n2026-10,王雨桐,态度,leader,5,{cell}\n");
        Assert.Equal(comment, file.Only<Entry>().Comment);
    }

    [Theory]
    [InlineData("9", 9)]
    [InlineData("-2", -2)]
    [InlineData("", 2)] // the line
    public void A_message_stands_at_its_own_number_where_the_file_tells_one(string sequence, long expected)
    {
        using var file = Given.Text($"shop,buyer,account,at,from,text,sequence\n小店,ann,小店:小雨,2026-10-01 09:00:00,buyer,在吗,{sequence}\n");
        Assert.Equal(expected, Assert.Single(file.Messages()).Sequence);
    }

    [Fact]
    public void A_number_of_a_message_that_is_none_is_rejected()
    {
        using var file = Given.Text("shop,buyer,account,at,from,text,sequence\n小店,ann,小店:小雨,2026-10-01 09:00:00,buyer,在吗,1.5\n");
        Assert.Equal("number-unreadable", Assert.Single(file.Rows()).Reason!.Code);
    }

    [Theory]
    [InlineData("cntaobaocnjdbo", "bo")]
    [InlineData("cnjdcntaobaobo", "bo")]
    [InlineData("cnjd", "cnjd")]
    public void A_short_nick_stays_short(string nick, string expected)
    {
        Assert.Equal(expected, Nicks.Short(nick));
        Assert.Equal(expected, Nicks.Short(Nicks.Short(nick)));
    }

    [Theory]
    [InlineData("{\"consulted\":1,\"consulted\":2}")]
    [InlineData("[1]")]
    [InlineData("{\"consulted\":\"x\"}")]
    [InlineData("{")]
    public void Figures_that_are_no_object_of_numbers_by_metric_are_rejected(string figures)
    {
        using var file = Given.Text($"shop,source,account,from,to,figures\n小店,counters,,2026-10-01,2026-10-01,\"{figures.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        Assert.Equal("number-unreadable", Assert.Single(file.Rows()).Reason!.Code);
    }

    /// <summary>Lists of the pages are for people: buyers are masked in them, so they are no records.</summary>
    [Theory]
    [InlineData("order,buyer,amount,created,paid,order landed on,payment landed on,why,refunded,net")]
    [InlineData("订单,买家,金额,下单时间,付款时间,落实下单,落实付款,理由,退款,净额")]
    [InlineData("Rank,Rank last month,Agent,Group,Score (points),Grade,Net pay (CNY)")]
    [InlineData("客服,账号,报表,指标,从,到,报表数,计算数,差,差占报表数")]
    [InlineData("Agent,Account,Report,Metric,From,To,Reported,Counted,Difference,Share of reported")]
    public void Lists_of_pages_are_refused_and_not_taken_for_records(string header)
    {
        using var file = Given.Text($"{header}\n{string.Join(',', header.Split(',').Select(_ => "1"))}\n");
        Assert.StartsWith("header-", file.RefusalCode(new("小店")), StringComparison.Ordinal);
    }

}
