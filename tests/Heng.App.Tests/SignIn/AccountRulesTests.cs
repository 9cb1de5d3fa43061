using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.Store;

namespace Heng.App.Tests.SignIn;

/// <summary>What may be done to accounts, and by whom, without any store.</summary>
public sealed class AccountRulesTests
{
    private static readonly UserAccount[] All = [User(1, "root", Role.Administrator), User(2, "hr", Role.Hr), User(3, "ann", Role.Agent, person: 7), User(4, "qa", Role.Qa)];

    private static UserAccount User(long id, string name, Role role, int? person = null, bool password = true, bool disabled = false) =>
        new(id, name, password ? "hash" : null, role.ToString(), person, null, null, "", null, new(0), disabled);

    private static Viewer By(string name) => All.First(u => u.Name == name) is var user ? new(name, AccountRules.RoleOf(user), null, null) : null!;
    private static AccountRefusal? Asked(string by, AccountAsk ask, params UserAccount[] more) => AccountRules.Refuses(ask, By(by), [.. All, .. more]);

    [Theory]
    [InlineData("root", "ann", Role.Leader, null)]
    [InlineData("root", "root", Role.Manager, AccountRefusal.OwnRole)]
    [InlineData("root", "root", Role.Administrator, AccountRefusal.OwnRole)]
    [InlineData("root", "qa", Role.Agent, AccountRefusal.PersonMissing)] // nobody stands behind the account
    [InlineData("root", "nobody", Role.Agent, AccountRefusal.AccountUnknown)]
    [InlineData("hr", "ann", Role.Leader, null)]
    [InlineData("hr", "ann", Role.Supervisor, AccountRefusal.RoleMayNot)] // above a leader's
    [InlineData("hr", "ann", Role.Administrator, AccountRefusal.RoleMayNot)]
    [InlineData("hr", "hr", Role.Manager, AccountRefusal.RoleMayNot)]
    [InlineData("hr", "qa", Role.Agent, AccountRefusal.RoleMayNot)]
    [InlineData("ann", "ann", Role.Leader, AccountRefusal.RoleMayNot)]
    [InlineData("qa", "ann", Role.Leader, AccountRefusal.RoleMayNot)]
    public void A_role_is_given_by_who_manages_both_roles_and_never_to_oneself(string by, string of, Role to, AccountRefusal? refused) =>
        Assert.Equal(refused, Asked(by, new(AccountAct.Role, of, "调岗", to)));

    [Fact]
    public void The_last_administrator_who_can_sign_in_stays_one()
    {
        AccountAsk disable = new(AccountAct.Disable, "root", "离职"), demote = new(AccountAct.Role, "root", "离职", Role.Hr);
        var console = new Viewer("operator", Role.Operator, null, null);
        AccountRefusal? Then(AccountAsk ask, params UserAccount[] more) => AccountRules.Refuses(ask, console, [.. All, .. more]);
        Assert.Equal((AccountRefusal.LastAdministrator, AccountRefusal.LastAdministrator), (Then(disable), Then(demote)));
        Assert.Equal(AccountRefusal.LastAdministrator, Then(disable, User(5, "two", Role.Administrator, password: false))); // invited, and not in yet
        Assert.Equal(AccountRefusal.LastAdministrator, Then(disable, User(5, "two", Role.Administrator, disabled: true)));
        Assert.Equal((null, null), (Then(disable, User(5, "two", Role.Administrator)), Then(demote, User(5, "two", Role.Administrator))));
        Assert.Equal(AccountRefusal.OwnAccount, Asked("root", disable, User(5, "two", Role.Administrator)));
    }

    [Fact]
    public void A_role_and_a_disabling_need_a_reason_of_at_most_two_hundred_characters()
    {
        foreach (var act in new[] { AccountAct.Role, AccountAct.Disable })
        {
            AccountRefusal? With(string reason) => Asked("root", new(act, "ann", reason, act == AccountAct.Role ? Role.Leader : null));
            Assert.Equal(AccountRefusal.ReasonMissing, With("  "));
            Assert.Null(With(new string('因', 200)));
            Assert.Equal(AccountRefusal.ReasonTooLong, With(new string('因', 201)));
        }
        Assert.Null(Asked("root", new(AccountAct.Reset, "ann")));
        Assert.Equal(AccountRefusal.AlreadySo, Asked("root", new(AccountAct.Enable, "ann")));
    }

    [Theory]
    [InlineData("王雨桐", true)]
    [InlineData("", false)]
    [InlineData(" ann", false)]
    [InlineData("an\tn", false)]
    [InlineData("operator", false)]
    public void A_name_is_one_that_somebody_can_type(string name, bool reads) => Assert.Equal(reads, AccountRules.Reads(name));

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0", "WeChat · iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36", "Chrome · Android")]
    [InlineData("curl/8", "?")]
    [InlineData(null, "?")]
    public void A_device_is_named_as_its_browser_is(string? agent, string words) => Assert.Equal(words, DeviceWords.Of(agent));
}
