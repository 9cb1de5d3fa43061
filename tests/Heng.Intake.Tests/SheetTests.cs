using Heng.Engine.Records;

namespace Heng.Intake.Tests;

public class SheetTests
{
    private static readonly string[][] Orders =
    [
        ["订单编号 ", "总金额", "买家下单时间", "买家付款时间", "订单备注"],
        ["=\"4000000000000001\"", "#148.9", "2026-10-01 09:00:00", "", "a, \"b\"\nc"],
        ["", "", "", "", ""],
        ["4000000000000002", "12元", "2026-10-01 09:00:01", "2026-10-01 09:00:02", ""],
    ];

    [Fact]
    public void A_sheet_gives_the_rows_of_its_csv_and_numbers_them_as_Excel_shows_them()
    {
        using var sheet = Given.Bytes(Given.Xlsx(Orders), "orders.xlsx");
        using var csv = Given.Text("订单编号 ,总金额,买家下单时间,买家付款时间,订单备注\n\"=\"\"4000000000000001\"\"\",148.9,2026-10-01 09:00:00,,\"a, \"\"b\"\"\nc\"\n\n4000000000000002,12元,2026-10-01 09:00:01,2026-10-01 09:00:02,\n");
        var rows = sheet.Rows(new(Shop: "s"));
        Assert.Equal(csv.Rows(new(Shop: "s")).Select(r => (Order)r.Record!), rows.Select(r => (Order)r.Record!));
        Assert.Equal([2L, 4L], rows.Select(r => r.Line));
    }

    [Fact]
    public void A_banner_above_the_header_is_passed_over_and_brackets_may_be_of_either_width()
    {
        using var sheet = Given.Bytes(Given.Xlsx([["报表（测试）"], [""], ["month", "agent", "due_days", "paid_days"], ["2026-10", "ann", "#22", "#21.5"]]));
        Assert.Equal(new Attendance(new(2026, 10), "ann", 22m, 21.5m), sheet.Only<Attendance>());
        Assert.Equal(Fields.Binding.Folded("平均响应时长（秒) "), Fields.Binding.Folded("平均响应时长(秒）"));
    }

    [Fact]
    public void A_cell_shown_in_percent_is_told_as_it_is_shown()
    {
        // 0.9971 shown as 99.71%, beside a plain 99.5 that makes the file one of percents: both are what people see.
        using var sheet = Given.Bytes(Given.Xlsx([["旺旺昵称", "咨询人数", "旺旺回复率", "平均响应时长（秒)"], ["小雨", "#10", "#%0.9971", "#30"], ["小林", "#10", "#99.5", "#30"]]));
        Assert.Equal([0.9971m, 0.995m], sheet.Rows(new(Shop: "s", Day: new(2026, 10, 1))).Select(r => ((Reported)r.Record!).Figures.Single(f => f.Metric == "reply-rate").Value));
    }

    [Fact]
    public void A_stray_cell_in_the_farthest_corner_is_refused_at_once()
    {
        using var sheet = Given.Bytes(Given.XlsxWithStray("XFD1048576", Orders));
        Assert.Equal("sheet-too-wide", sheet.RefusalCode(new(Shop: "s")));
    }

    [Fact]
    public void A_stray_cell_far_to_the_right_costs_its_row_and_not_the_file()
    {
        using var sheet = Given.Bytes(Given.XlsxWithStray("BZZ5", Orders));
        var rows = sheet.Rows(new(Shop: "s"));
        Assert.Equal([Outcome.Accepted, Outcome.Accepted, Outcome.Rejected], rows.Select(r => r.Outcome));
        Assert.Equal("too-many-columns", rows[2].Reason?.Code);
    }

    [Fact]
    public void An_id_that_a_number_cell_cannot_hold_is_rejected()
    {
        using var sheet = Given.Bytes(Given.Xlsx([["订单编号", "总金额", "订单创建时间"], ["#1234567890123456789", "#5", "2026-10-01 09:00:00"]]));
        Assert.Equal("id-lost-digits", Assert.Single(sheet.Rows(new(Shop: "s"))).Reason?.Code);
    }

    [Fact]
    public void A_workbook_cut_anywhere_is_refused_and_gives_no_row()
    {
        var whole = Given.Xlsx(Orders);
        for (var length = 4; length < whole.Length; length += 37)
        {
            using var cut = Given.Bytes(whole[..length], "orders.xlsx");
            Assert.Equal("sheet-damaged", cut.RefusalCode(new(Shop: "s")));
        }
    }

    [Fact]
    public void A_workbook_with_any_byte_changed_is_refused_or_read_but_never_throws()
    {
        var whole = Given.Xlsx(Orders);
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(4, bytes.Length)] ^= (byte)(1 << random.Next(8));
            using var file = Given.Bytes(bytes, "orders.xlsx");
            using var opening = IntakeFile.Open(file.Path, new(Shop: "s"));
            if (opening is Opened opened) _ = opened.Rows().Count();
        }
    }

    [Fact]
    public void An_archive_that_is_no_workbook_is_refused()
    {
        using var file = Given.Bytes([0x50, 0x4B, 3, 4, .. new byte[200]], "orders.xlsx");
        Assert.Equal("sheet-damaged", file.RefusalCode());
        using var old = Given.Bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "orders.xls");
        Assert.Equal("sheet-damaged", old.RefusalCode());
    }
}
