using Heng.App.Features.Pay.Accounts;
using Heng.App.Features.Pay.Tables;
using Heng.App.Features.Pay.Workbooks;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Tests.Pay;

/// <summary>Tables for the bank and the books: their columns are a file's.</summary>
public sealed class PayTableTests
{
    private static readonly Wording Label = new("样", "sample");

    // 王 is paid 4 000.10 + 300.20 + 99.70 = 4 400.00; 李 3 000 − 3 100 = −100.
    private static readonly SlipContent[] Slips =
    [
        Slip("王", ("base", 4000.10m), ("ksf.sales", 300.20m), ("ksf.speed", 99.70m)),
        Slip("李", ("base", 3000m), ("adjustments.penalty", -3100m)),
    ];

    private static SlipContent Slip(string agent, params (string Id, decimal Amount)[] lines) => new(new Month(2026, 10), agent, "售前", "店", Label, false, null, null, lines.Sum(l => l.Amount),
        [.. lines.Select(l => new SlipLine(l.Id, Label, l.Amount, Explained.Leaf(l.Id, Label, l.Amount, Unit.Yuan), Label, []))]);

    private static PayTable Table(string yaml)
    {
        var (table, errors) = PayTableFile.Read(yaml, "t.yaml");
        Assert.Empty(errors);
        return table!;
    }

    private static PayTable Shipped(string name) => Table(File.ReadAllText(Path.Combine(TemplateLibrary.Folder, "exports", name + ".yaml")));

    [Fact]
    public void A_bank_is_told_who_is_paid_and_who_is_not_is_named()
    {
        var table = Shipped("bank-transfer");
        Assert.Equal("李", Assert.Single(table.LeftOut(Slips)));
        Assert.Equal("姓名,户名,开户行,账号,金额,摘要,月份\r\n王,王小,某银行,6222,4400.00,工资,2026-10\r\n", table.Of(Slips, Language.Zh, Account).Csv());
    }

    private static PayAccount? Account(string agent) => agent == "王" ? new("王小", "某银行", "6222") : null;

    [Fact]
    public void Columns_and_words_are_in_the_language_that_is_asked_for_and_who_has_no_account_has_empty_cells()
    {
        var table = Table("export: t\ntitle: { zh: 表, en: t }\ncolumns:\n  - { name: { zh: 账号, en: Account }, of: account }\n  - { name: a, text: { zh: 工资, en: Wages } }\n  - { name: b, of: scheme }");
        Assert.True(table.AsksAccounts);
        Assert.Equal("账号,a,b\r\n6222,工资,样\r\n,工资,样\r\n", table.Of(Slips, Language.Zh, Account).Csv());
        Assert.Equal("Account,a,b\r\n6222,Wages,sample\r\n,Wages,sample\r\n", table.Of(Slips, Language.En, Account).Csv());
        // Over everybody there is no one account.
        var component = Table("export: t\ntitle: { zh: 表, en: t }\nrow: component\ncolumns:\n  - { name: a, of: account }\n  - { name: b, of: line }");
        Assert.All(component.Of(Slips, Language.Zh, Account).Rows.Where(r => (string)r[1]! == "none"), r => Assert.Null(r[0]));
    }

    [Fact]
    public void The_components_of_a_voucher_add_up_to_everybodys_net()
    {
        var rows = Shipped("accounting-voucher").Of(Slips, Language.Zh).Rows;
        // base 7 000.10 of two people, ksf 399.90 of one, adjustments −3 100: together 4 300 = 4 400 − 100.
        (string, decimal, decimal)[] expected = [("adjustments", 1m, -3100m), ("base", 2m, 7000.10m), ("ksf", 1m, 399.90m)];
        Assert.Equal(expected, rows.Select(r => ((string)r[4]!, (decimal)r[6]!, (decimal)r[7]!)));
        Assert.Equal(Slips.Sum(s => s.Net), rows.Sum(r => (decimal)r[7]!));
    }

    [Fact]
    public void A_sum_over_lines_that_somebody_has_not_is_empty_and_not_zero()
    {
        var table = Table("export: t\ntitle: { zh: 表, en: t }\ncolumns:\n  - { name: a, sum: [ksf, base] }\n  - { name: b, sum: [ksf] }\n  - { name: c, of: line }");
        // 4 000.10 + 399.90 = 4 400.00; 李 has no ksf.
        Assert.Equal("a,b,c\r\n4400.00,399.90,\r\n3000,,\r\n", table.Of(Slips, Language.Zh).Csv());
    }

    [Fact]
    public void A_line_has_a_row_of_its_own_where_the_file_says_so() =>
        Assert.Equal("a,b\r\n王,base\r\n王,ksf.sales\r\n王,ksf.speed\r\n李,base\r\n李,adjustments.penalty\r\n",
            Table("export: t\ntitle: { zh: 表, en: t }\nrow: line\ncolumns:\n  - { name: a, of: agent }\n  - { name: b, of: line }").Of(Slips, Language.Zh).Csv());

    [Fact]
    public void Text_that_would_run_as_a_formula_is_made_plain_and_negative_amounts_stay_numbers()
    {
        var table = Table("export: t\ntitle: { zh: 表, en: t }\ncolumns:\n  - { name: =a, text: '=1+1' }\n  - { name: b, of: net }\n  - { name: c, of: agent }");
        Assert.Equal("'=a,b,c\r\n'=1+1,-5,'@x\r\n", table.Of([Slip("@x", ("base", -5m))], Language.Zh).Csv());
    }

    [Theory]
    [InlineData("- { name: a, of: salary }", 4, "of is one of")]
    [InlineData("- { name: a, of: net, text: b }", 4, "exactly one of")]
    [InlineData("- { name: a }", 4, "exactly one of")]
    [InlineData("- { name: a, of: net }\n  - { name: a, of: net }", 5, "already")]
    [InlineData("- { name: { zh: 一, en: a }, of: net }\n  - { name: { zh: 二, en: a }, of: net }", 5, "already")]
    [InlineData("- { name: { zh: 一 }, of: net }", 4, "en is missing")]
    [InlineData("- { name: a, off: net }", 4, "unknown key")]
    public void A_fault_is_told_with_its_line(string columns, int line, string says)
    {
        var (table, errors) = PayTableFile.Read($"export: t\ntitle: {{ zh: 表, en: t }}\ncolumns:\n  {columns}", "t.yaml");
        Assert.Null(table);
        Assert.Contains(errors, e => e.Line == line && e.Message.En.Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bank-transfer", true)]
    [InlineData("../bank-transfer", false)]
    [InlineData("none", false)]
    public void A_name_leads_to_a_file_of_the_folders_alone(string name, bool there) => Assert.Equal(there, PayTableFile.Find(name, Path.GetTempPath()) is not null);
}
