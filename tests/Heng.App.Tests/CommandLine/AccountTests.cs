using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.Store;

namespace Heng.App.Tests.CommandLine;

/// <summary>A shop of its own makes the accounts that sign in, prepare and close.</summary>
[Collection(WholeDemo.Name)]
public class AccountTests(DemoFixture shop)
{
    [Fact]
    public void A_made_account_acts_with_its_key_and_a_reset_ends_the_old_ones()
    {
        var folder = shop.OpenMonth();
        var made = Ran.Json(folder, "people", "account", "boss", "--role", "manager").Done().Object;
        var key = made["key"]!.GetValue<string>();
        Ran With(string given, string plan = "s4-ksf") => Ran.Json(folder, "plan", "publish", plan, "--as", "boss", "--key-file", DemoFixture.KeyFile(folder, "boss", given));
        With(key).Done();

        var reset = Ran.Json(folder, "people", "account", "boss", "--reset").Done().Object;
        Assert.Equal("key-wrong", With(key).Refusal);
        With(reset["key"]!.GetValue<string>(), "s2-office-regulation").Done();
        using var database = Database.Open(DatabaseTarget.InFolder(folder));
        var accounts = new Accounts(database, TimeProvider.System);
        Assert.False(accounts.Verify(accounts.Find("boss"), made["password"]!.GetValue<string>()));
        Assert.True(accounts.Verify(accounts.Find("boss"), reset["password"]!.GetValue<string>()));
        Assert.Equal(["account-made", "account-reset"], database.Decisions.About("account/boss").Select(d => d.What));
    }

    [Fact]
    public void A_name_is_kept_without_the_blanks_around_it()
    {
        var folder = shop.OpenMonth();
        Assert.Equal("boss", (string)Ran.Json(folder, "people", "account", " boss ", "--role", "manager").Done().Object["account"]!);
        Assert.Equal("account-exists", Ran.Json(folder, "people", "account", "boss", "--role", "manager").Refusal);
        Assert.Equal("boss", (string)Ran.Json(folder, "people", "account", "boss ", "--reset").Done().Object["account"]!);
    }

    [Fact]
    public void What_cannot_be_an_account_is_refused_by_name()
    {
        var folder = shop.OpenMonth(("hr", Role.Hr, null));
        Assert.Equal("account-exists", Ran.Json(folder, "people", "account", "hr", "--role", "hr").Refusal);
        Assert.Equal("account-unknown", Ran.Json(folder, "people", "account", "nobody", "--reset").Refusal);
        Assert.Equal("person-missing", Ran.Json(folder, "people", "account", "x", "--role", "agent").Refusal);
        Assert.Equal("agent-unknown", Ran.Json(folder, "people", "account", "x", "--role", "leader", "--person", "没有此人").Refusal);
        Assert.Equal("role-may-not", Ran.Json(folder, "people", "account", "y", "--role", "qa", "--as", "hr", "--key-file", DemoFixture.KeyFile(folder, "hr", "hr")).Refusal);
    }
}
