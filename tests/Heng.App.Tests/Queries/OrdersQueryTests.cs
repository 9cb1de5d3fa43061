using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Heng.App.Features.Exports;
using Heng.App.Features.Orders;
using Heng.Engine.Orders;
using Heng.Engine.Records;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Queries.DrilledShop;

namespace Heng.App.Tests.Queries;

/// <summary>The ledger's buckets add up to what the shop was paid; the export holds the same rows.</summary>
[Collection(DrilledShopGroup.Name)]
public sealed class OrdersQueryTests(DrilledShop shop)
{
    public static TheoryData<Judgement> Rules => [.. Enum.GetValues<Judgement>()];

    [Theory, MemberData(nameof(Rules))]
    public async Task Agents_silent_flagged_and_late_add_up_to_what_was_paid_in_the_month(Judgement rule)
    {
        var (view, clock) = ((await shop.Orders(Manager, new(October, rule)))!, shop.Facts.Rules.Clock);
        var paid = shop.Database.Orders.Paid(shop.Shop.Id, clock.StartOf(October.First), clock.EndOf(October.Last));
        Assert.Equal(paid.Sum(o => o.Amount), view.Sums.Where(s => s.Bucket != Bucket.Unpaid).Sum(s => s.Amount));
        Assert.Equal(paid.Count, view.Sums.Where(s => s.Bucket != Bucket.Unpaid).Sum(s => s.Orders));
        Assert.Equal(view.Sums.Sum(s => s.Orders), view.Total);
        var sales = shop.Facts.Metrics.Find("sales@" + OrderWords.Id(rule)) ?? shop.Facts.Metrics.Find("sales")!;
        if (rule == shop.Facts.Rules.Paying) Assert.Equal(shop.Facts.Read(sales, shop.Facts.Shop).Value, paid.Sum(o => o.Amount));
        Assert.True(view.Sums.Single(s => s.Bucket == Bucket.Agent).Orders > 0 && view.Sums.Single(s => s.Bucket == Bucket.Silent).Orders > 0);
    }

    [Fact]
    public async Task An_agents_ledger_adds_up_to_the_agents_sales_and_holds_nobody_elses_credit()
    {
        var view = (await shop.Orders(shop.AsAgent(shop.Ann), new(October, shop.Facts.Rules.Paying, Bucket.Agent)))!;
        var own = shop.Facts.TotalsOf(shop.Facts.Roster.Find(shop.Ann.Name)!.Id);
        Assert.Equal(shop.Facts.Read(shop.Facts.Metrics.Find("sales")!, own).Value, view.Sums.Single(s => s.Bucket == Bucket.Agent).Amount);
        Assert.All(view.Rows, r => Assert.Equal(shop.Ann.Name, r.Credits[(int)shop.Facts.Rules.Paying].Agent));
        Assert.NotEmpty(view.Rows);
        Assert.False(view.WholeShop);
    }

    [Fact]
    public async Task Filters_narrow_the_rows_and_leave_the_sums()
    {
        var all = (await shop.Orders(Manager, new(October, Judgement.OrderFirst)))!;
        var silent = (await shop.Orders(Manager, new(October, Judgement.OrderFirst, Bucket.Silent)))!;
        Assert.Equal(all.Sums, silent.Sums);
        Assert.Equal(all.Sums.Single(s => s.Bucket == Bucket.Silent).Orders, silent.Total);
        var one = (await shop.Orders(Manager, new(October, Judgement.OrderFirst, Search: all.Rows[3].Id)))!;
        Assert.Equal(all.Rows[3].Id, Assert.Single(one.Rows).Id);
        var last = (await shop.Orders(Manager, new(October, Judgement.OrderFirst, Page: int.MaxValue)))!;
        Assert.Equal((all.Total - 1) / OrdersAsk.PageSize + 1, last.Ask.Page);
    }

    [Fact]
    public async Task The_export_holds_every_row_once_with_numbers_as_numbers()
    {
        var ask = new OrdersAsk(October, Judgement.OrderFirst, Bucket.Silent);
        var view = (await shop.Orders(Manager, ask))!;
        var sheet = (await new OrdersQuery(shop.Database, _ => Manager).Export(ask, new DefaultHttpContext())).View!;
        Assert.Equal(view.Total, sheet.Rows.Count);
        Assert.Equal(view.Total, sheet.Rows.Select(r => r[0]).Distinct().Count());
        Assert.Equal(view.Sums.Single(s => s.Bucket == Bucket.Silent).Amount, sheet.Rows.Sum(r => (decimal)r[2]!));
        using var file = SpreadsheetDocument.Open(new MemoryStream(Features.Exports.Workbook.Of(sheet.Name, sheet.Columns, sheet.Rows)), isEditable: false);
        var rows = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ToList();
        Assert.Equal(view.Total + 1, rows.Count);
        var cells = rows[1].Elements<Cell>().ToList();
        Assert.Equal(CellValues.InlineString, cells[0].DataType!.Value);
        Assert.Equal((string)sheet.Rows[0][0]!, cells[0].InnerText);
        Assert.Equal((decimal)sheet.Rows[0][2]!, decimal.Parse(cells[2].CellValue!.Text, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_export_holds_to_the_same_rights()
    {
        var own = (await new OrdersQuery(shop.Database, _ => shop.AsAgent(shop.Ann)).Export(new(October, Judgement.OrderFirst, Bucket.Agent), new DefaultHttpContext())).View!;
        Assert.NotEmpty(own.Rows);
        Assert.All(own.Rows, r => Assert.Equal(shop.Ann.Name, r[9]));
        Assert.Equal(403, (await new OrdersQuery(shop.Database, _ => Qa).Export(new(October, Judgement.OrderFirst), new DefaultHttpContext())).Status);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-2", "'-2")]
    [InlineData("@a", "'@a")]
    [InlineData("\ta", "'\ta")]
    [InlineData("a=1", "a=1")]
    [InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    public void A_text_that_looks_like_a_formula_is_made_plain(string text, string written) =>
        Assert.Equal($"a\r\n{written}\r\n", new ExportSheet("s", ["a"], [[text]]).Csv());

    [Fact]
    public void A_negative_number_stays_one() => Assert.Equal("a\r\n-2.50\r\n", new ExportSheet("s", ["a"], [[-2.50m]]).Csv());
}
