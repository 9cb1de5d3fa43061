using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Importing;
using Heng.App.Features.Pay.Accounts;
using Heng.App.Features.People;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Tests.Pay;

/// <summary>Where pay goes: brought by HR, kept closed, shown by its last four.</summary>
public sealed class BankAccountTests
{
    private const string Number = "6222021234567890123", Other = "6217009876543210987";
    private const string Table = "客服,户名,开户行,账号,起始日期\n王雨桐,王雨桐,某银行,6222 0212 3456 7890 123,2026-01-01\n李思远,,另一银行," + Other + ",2026-01-01\n";
    private const string People = "name,accounts,base_pay,from\n王雨桐,小店:小雨,4000,2026-01-01\n李思远,小店:小远,4000,2026-01-01\n孙可盈,小店:小盈,4000,2026-01-01\n";
    private static readonly DateOnly Day = new(2026, 11, 5);
    private static readonly Viewer Hr = new("hr", Role.Hr, null, null), Auditor = new("audit", Role.Auditor, null, null);

    /// <summary>Everything that lies on disk under the folder.</summary>
    private static bool LiesIn(string folder, string text) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(f => File.ReadAllBytes(f).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0);

    [Theory, MemberData(nameof(Store.Engines.Both), MemberType = typeof(Store.Engines))]
    public void Accounts_are_kept_closed_and_the_same_file_again_brings_nothing(DatabaseEngine engine)
    {
        using var counter = new Counter(engine);
        counter.Import(counter.File("people.csv", People));
        var file = counter.File("accounts.csv", Table);
        Assert.Equal((2, 2, 0, 0, 0), counter.Import(file).Report.Counts());
        Assert.Equal((2, 0, 0, 2, 0), counter.Import(file).Report.Counts());
        var kept = counter.Database.Records(RecordKinds.BankAccounts).All(Shops.Company.Id);
        Assert.Equal([("李思远", "李思远", "****0987"), ("王雨桐", "王雨桐", "****0123")], kept.Select(a => (a.Agent, a.Payee, a.Masked)).OrderBy(a => a.Masked, StringComparer.Ordinal).Reverse());
        Assert.False(LiesIn(counter.Data, Number[..12]));
        var accounts = new PayAccounts(counter.Database, counter.Data, Day, Hr);
        Assert.Equal(new PayAccount("王雨桐", "某银行", Number), accounts.Of("王雨桐"));
        Assert.Equal("没有收款账户：孙可盈", Assert.Single(accounts.Told(["王雨桐", "李思远", "孙可盈"])).Zh);
        // Who sees pay and takes no tables away sees the last four.
        Assert.Equal("****0123", new PayAccounts(counter.Database, counter.Data, Day, Auditor).Of("王雨桐")!.Number);
        Assert.DoesNotContain(Number[..12], counter.Json("people", "list"), StringComparison.Ordinal);
        Assert.Equal("****0123", JsonNode.Parse(counter.Json("people", "list"))!.AsArray().Single(p => p!["agent"]!.GetValue<string>() == "王雨桐")!["bankAccount"]!.GetValue<string>());
    }

    [Fact]
    public void The_account_of_a_day_is_the_one_that_began_last_and_what_is_odd_is_told()
    {
        using var counter = new Counter();
        counter.Import(counter.File("people.csv", People));
        counter.Import(counter.File("accounts.csv", Table + $"王雨桐,,某银行,{Other},2026-11-05\n无此人,,某银行,111122223333,2026-01-01\n"));
        Assert.Equal((Number, Other), (Of(new(2026, 11, 4)).Of("王雨桐")!.Number, Of(Day).Of("王雨桐")!.Number));
        Assert.Equal(["几个人同一个收款账户：李思远 = 王雨桐", "收款账户的人不在人员名单里：无此人"], Of(Day).Told(["王雨桐"]).Select(t => t.Zh));
        // A number that is put beside another name, or a payee that is another now, opens no more.
        using (var connection = counter.Database.Connect())
        {
            using var change = connection.CreateCommand();
            change.CommandText = "UPDATE record SET payload = REPLACE(payload, '另一银行', '我的银行') WHERE kind = 'bank-account'";
            change.ExecuteNonQuery();
        }
        Assert.Null(Of(Day).Of("李思远"));
        Assert.Contains("收款账户打不开（密钥不对，或记录被改过）：李思远", Of(Day).Told(["李思远"]).Select(t => t.Zh));
        // Without the key of the folder none does.
        File.Delete(Path.Combine(counter.Data, "keys", "bank-accounts.key"));
        Assert.Null(Of(Day).Of("王雨桐"));

        PayAccounts Of(DateOnly day) => new(counter.Database, counter.Data, day, Hr);
    }

    [Theory]
    [InlineData("", "value-missing")]
    [InlineData("12345", "bank-account-unreadable")]
    [InlineData("6222-0212-3456", null)]
    [InlineData("6.22202E+18", "id-lost-digits")]
    [InlineData("账号六二二二", "bank-account-unreadable")]
    public void A_number_that_is_none_is_rejected_and_no_digit_of_the_row_is_kept(string number, string? reason)
    {
        using var counter = new Counter();
        var report = counter.Import(counter.File("accounts.csv", $"客服,户名,开户行,账号,起始日期\n王雨桐,{Other},某银行,{number},2026-01-01\n")).Report;
        Assert.Equal(reason is null ? (1, 1, 0, 0, 0) : (1, 0, 1, 0, 0), report.Counts());
        if (reason is null) return;
        var rejected = Assert.Single(counter.Database.Imports.Rejected(counter.Database.Imports.All().Max(i => i.Id)));
        Assert.Equal((reason, false), (rejected.Reason.Split(':')[0], rejected.Raw.Any(char.IsDigit)));
        Assert.StartsWith("王雨桐,*******************,某银行", rejected.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_HR_brings_accounts()
    {
        using var counter = new Counter();
        var file = counter.File("accounts.csv", Table);
        foreach (var role in new[] { "administrator", "manager" })
        {
            var key = JsonNode.Parse(counter.Json("people", "account", role, "--role", role))!["key"]!.GetValue<string>();
            var (code, output, _) = counter.Heng("import", file, "--format", "json", "--as", role, "--key-file", counter.File(role + ".key", key));
            Assert.Equal((Exit.BadInput, "role-may-not"), (code, JsonNode.Parse(output)![0]!.Refused()));
        }
        Assert.Empty(counter.Database.Records(RecordKinds.BankAccounts).All(Shops.Company.Id));
        using var run = new ImportRun(counter.Database, counter.Data, TimeProvider.System);
        Assert.Equal("role-may-not", Assert.Single(run.Import([new ImportRequest(file, IntakeOptions.None, "x")])).Refused?.Code);
    }

    [Theory]
    [InlineData(Role.Operator, true, true)]
    [InlineData(Role.Hr, true, true)]
    [InlineData(Role.Manager, false, true)]
    [InlineData(Role.Auditor, false, false)]
    [InlineData(Role.Administrator, false, false)]
    [InlineData(Role.Qa, false, false)]
    [InlineData(Role.Leader, false, false)]
    [InlineData(Role.Agent, false, false)]
    public void Who_brings_accounts_and_who_sees_them_whole(Role role, bool brings, bool sees)
    {
        var viewer = new Viewer("x", role, "王雨桐", "一组");
        Assert.Equal((brings, sees), (Rights.BringsAccounts(viewer), Rights.SeesAccounts(viewer)));
    }

    [Theory]
    [InlineData("6222021234567890123", "****0123")]
    [InlineData("12345678", "****5678")]
    [InlineData("1234567", "****567")] // never more than half
    public void A_number_as_text_shows_its_last_four(string number, string masked)
    {
        var account = new BankAccount("王雨桐", "王雨桐", "某银行", number, Day);
        Assert.Equal(masked, account.Masked);
        Assert.DoesNotContain(number, account.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(masked + " }", string.Create(CultureInfo.InvariantCulture, $"{account}"), StringComparison.Ordinal);
    }
}
