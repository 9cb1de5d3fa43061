using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using static Heng.App.Features.Gallery.SamplePeople;

namespace Heng.App.Features.Gallery;

public static class AccountSamples
{
    private static readonly DateTime Now = new(2026, 11, 2, 9, 30, 0);
    private static readonly string[] Groups = ["售前一组", "售前二组", "售后组"];

    public static AccountsView Full => new(
        [
            Row("admin", Role.Administrator) with { IsMe = true },
            Row(Names[0], Role.Agent, Names[0]),
            Row(Names[21], Role.Supervisor, Names[21]) with { Groups = [Groups[0], Groups[1]] },
            Row("hr2", Role.Hr) with { HasPassword = false, InvitedUntil = Now.AddDays(7), LastSeen = null, Sessions = [] },
            Row(Names[22], Role.Leader, Names[22]) with { Disabled = true, LastSeen = null, Sessions = [] },
        ],
        [Role.Administrator, Role.Manager, Role.Hr, Role.Qa, Role.Leader, Role.Agent, Role.Auditor, Role.Supervisor], [.. Names], Groups);

    public static AccountsView Invited => Full with { LinkTold = (Names[0], "https://heng.example/invitation/3f9a5c0d7be14286a1c4e2d90b7f6853", Now.AddDays(7)) };
    public static AccountsView Refused => Full with { Refused = AccountRefusal.LastAdministrator, Asked = new(AccountAct.Disable, "admin") };
    public static MySessionsView Mine => new(Names[0], Role.Agent, Devices, false) { Mail = new("wang.yutong@example.com", false, true), Code = new(false, 0, false), Calendar = new(null) };
    public static MySessionsView Scanning => Mine with { Code = new(false, 0, true, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "otpauth://totp/Heng:sample?secret=JBSWY3DPEHPK3PXP", QrPath.Of("otpauth://totp/Heng:sample?secret=JBSWY3DPEHPK3PXP")) };
    public static MySessionsView Coded => Mine with { Mail = new("wang.yutong@example.com", true, true), Code = new(true, 10, false), Calendar = new(new DateTime(2026, 11, 4, 10, 0, 0)), Done = new(null, "code-confirm", [.. Enumerable.Range(0, 10).Select(i => $"ABCD{i}-EFGH{i}")]) };

    private static SessionRow[] Devices => [new("a", "Chrome · Windows", Now.AddHours(-1), Now, true), new("b", "WeChat · iPhone", Now.AddDays(-1), Now.AddHours(-3), false)];

    private static AccountRow Row(string name, Role role, string? person = null) => new(name, role, person, [], false, true, null, Now, Devices, false, true);
}
