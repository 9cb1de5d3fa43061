using System.IO.Compression;
using Heng.App.Features.Exports;
using Heng.App.Features.Overview;
using Heng.App.Features.People;

namespace Heng.App.Tests.Queries;

[Collection(QueryShopGroup.Name)]
public sealed class ExportTests(QueryShop shop)
{
    private async Task<ExportSheet> File(Viewer viewer, OverviewAsk ask) => (await new OverviewQuery(shop.Books, QueryShop.By(viewer)).Export(ask, QueryShop.Request)).View!;

    [Fact]
    public async Task The_file_holds_the_pages_rows_in_their_order_and_not_one_page_of_them()
    {
        var ask = new OverviewAsk(QueryShop.October, Sort: "sales", Descending: true, Page: 7);
        var file = await File(shop.Manager, ask);
        var page = (await new OverviewQuery(shop.Books, QueryShop.By(shop.Manager)).For(ask, QueryShop.Request)).View!;
        Assert.Equal(page.Ranking.Total, file.Rows.Count);
        Assert.Equal(page.Ranking.Rows.Select(r => r.Agent), file.Rows.Take(page.Ranking.Rows.Count).Select(r => r[2]));
        Assert.Equal(page.Ranking.Rows.Select(r => r.Figures[0].Value), file.Rows.Take(page.Ranking.Rows.Count).Select(r => (decimal?)r[6]));
        Assert.All(file.Rows, r => Assert.Equal(file.Columns.Count, r.Count));
    }

    [Fact]
    public async Task The_file_holds_no_more_than_the_viewer_may_see()
    {
        Assert.Contains("实发 (元)", (await File(shop.Manager, new(QueryShop.October))).Columns);
        var leader = await File(shop.AsLeader, new(QueryShop.October));
        Assert.DoesNotContain("实发 (元)", leader.Columns);
        Assert.All(leader.Rows, r => Assert.Equal("售前一组", r[3]));
        Assert.Equal(shop.Agent, Assert.Single((await File(shop.AsAgent, new(QueryShop.October))).Rows)[2]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData(" =1", "' =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'x", "''x")] // reading takes one off
    [InlineData("–", "–")] // a missing value
    [InlineData("王雨桐", "王雨桐")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    public void A_text_that_would_run_as_a_formula_is_made_plain(string cell, string written) =>
        Assert.Equal($"n\r\n{written}\r\n", new ExportSheet("n", ["n"], [[cell]]).Csv());

    [Fact]
    public void A_negative_number_stays_a_number() => Assert.Equal("n\r\n-1.5\r\n", new ExportSheet("n", ["n"], [[-1.5m]]).Csv());

    [Fact]
    public void A_workbook_holds_text_as_text_and_numbers_as_numbers()
    {
        using var zip = new ZipArchive(new MemoryStream(Workbook.Of("ranking", ["n"], [["=1+1", -1.5m]])));
        using var reader = new StreamReader(zip.Entries.Single(e => e.FullName.Contains("sheet", StringComparison.OrdinalIgnoreCase) && e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Open());
        var xml = reader.ReadToEnd();
        Assert.Contains("t=\"inlineStr\"", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
        Assert.Contains("-1.5", xml, StringComparison.Ordinal);
    }
}
