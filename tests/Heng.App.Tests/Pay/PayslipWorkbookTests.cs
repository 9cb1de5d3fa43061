using System.IO.Compression;
using Heng.App.Tests.CommandLine;

namespace Heng.App.Tests.Pay;

/// <summary>Everybody's payslip of the demo as a workbook: LibreOffice calculates it to the same fen.</summary>
[Collection(WholeDemo.Name)]
public sealed class PayslipWorkbookTests(DemoFixture shop)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en", "--scheme", "s4-ksf")]
    public void Every_payslip_of_the_demo_recomputes_to_the_same_fen(string language, params string[] scheme)
    {
        var folder = shop.NewFolder();
        string[] ask = ["pay", "--month", DemoFixture.Month, .. scheme];
        var pay = shop.Json(ask).Done().Rows;
        var files = shop.Json([.. ask, "--xlsx", folder, "--language", language]).Done().Rows;
        Assert.Equal(pay.Select(p => p!["agent"]!.GetValue<string>()), files.Select(f => f!["agent"]!.GetValue<string>()));
        var books = files.Select(f => File.ReadAllBytes(f!["file"]!.GetValue<string>())).ToArray();
        foreach (var ((slip, book), calculated) in pay.Zip(books).Zip(LibreOffice.Calculated(books)))
        {
            Assert.Equal(slip!["lines"]!.AsArray().Count + 1, SameNumbers.Hold(book, calculated));
            var net = calculated.Single(r => r[0] is "实发合计" or "Net pay");
            Assert.Equal(slip["net"]!.GetValue<decimal>(), (decimal)(double)net[1]!);
        }
    }

    [Fact]
    public void A_months_payslips_come_in_one_archive_for_who_may_take_them_away()
    {
        var file = Path.Combine(shop.NewFolder(), "all.zip");
        var pay = shop.Json("pay", "--month", DemoFixture.Month).Done().Rows;
        Assert.Equal(pay.Count, shop.Json(["pay", "--month", DemoFixture.Month, "--zip", file, .. shop.As("hr")]).Done().Rows[0]!["payslips"]!.GetValue<int>());
        using var zip = ZipFile.OpenRead(file);
        Assert.Equal(pay.Select(p => $"payslip-2026-10-{p!["agent"]!.GetValue<string>()}.xlsx"), zip.Entries.Select(e => e.FullName));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void One_file_holds_one_person_who_must_be_named()
    {
        var file = Path.Combine(shop.NewFolder(), "one.xlsx");
        string[] ask = ["pay", "--month", DemoFixture.Month, "--xlsx", file];
        Assert.Equal("person-missing", shop.Json(ask).Refusal);
        Assert.Equal("agent-unknown", shop.Json([.. ask, "--agent", "无此人"]).Refusal);
        var somebody = shop.Json("pay", "--month", DemoFixture.Month).Done().Rows[0]!["agent"]!.GetValue<string>();
        shop.Json([.. ask, "--agent", somebody]).Done();
        Assert.Contains(somebody, (string)LibreOffice.FirstSheet(File.ReadAllBytes(file))[0][0]!, StringComparison.Ordinal);
        Assert.Equal(somebody, Assert.Single(shop.Json("pay", "--month", DemoFixture.Month, "--agent", somebody).Done().Rows)!["agent"]!.GetValue<string>());
    }

    [Fact]
    public void A_table_for_the_bank_holds_everybodys_net_and_the_shops_own_stands_before_it()
    {
        var pay = shop.Json("pay", "--month", DemoFixture.Month).Done().Rows;
        string[] ask = ["pay", "--month", DemoFixture.Month, "--export", "bank-transfer"];
        var rows = shop.Json([.. ask, .. shop.As("hr")]).Done().Rows;
        Assert.Equal(pay.Select(p => (p!["agent"]!.GetValue<string>(), p["net"]!.GetValue<decimal>())), rows.Select(r => (r!["姓名"]!.GetValue<string>(), r["金额"]!.GetValue<decimal>())));
        var file = Path.Combine(shop.NewFolder(), "bank.csv");
        Assert.Equal(pay.Count, shop.Json([.. ask, "--out", file]).Done().Rows[0]!["rows"]!.GetValue<int>());
        Assert.StartsWith("姓名,户名,开户行,账号,金额", File.ReadAllText(file), StringComparison.Ordinal);

        var own = shop.CopyOf(shop.Folder);
        Directory.CreateDirectory(Path.Combine(own, "exports"));
        void Write(string columns) => File.WriteAllText(Path.Combine(own, "exports", "bank-transfer.yaml"), $"export: bank-transfer\ntitle: {{ zh: 表, en: t }}\ncolumns:\n  - {columns}");
        Write("{ name: who, of: agent }");
        Assert.Equal(["who"], Ran.Json(own, ask).Done().Rows[0]!.AsObject().Select(c => c.Key));
        Write("{ name: who, of: salary }");
        Assert.Equal(("export-faulty", 3), (Ran.Json(own, ask).Refusal, Ran.Json(own, ask).Code));
        Assert.Equal("value-unknown", Ran.Json(own, "pay", "--month", DemoFixture.Month, "--export", "none").Refusal);
    }
}
