using Heng.App.CommandLine;
using Heng.App.Features.Floor;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.Importing;
using Heng.App.Tests.SignIn;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Floor;

/// <summary>
/// 一组 has 王雨桐, 李思远 and 赵磊, whom 陈静 leads and the supervisor 周敏 answers for; 二组 has 孙悦, whom 陆明 leads and no supervisor. It is Monday, the 2nd of November, 17:00. On it 王雨桐 has
/// 08:30–16:00 and 李思远 16:00–23:30, on the 5th 王雨桐 the early and on the 6th 李思远 the late shift.
/// </summary>
internal sealed class FloorShop : IDisposable
{
    public static readonly Viewer Wang = new("wang", Role.Agent, "王雨桐", "一组"), Li = new("li", Role.Agent, "李思远", "一组"), Zhao = new("zhao", Role.Agent, "赵磊", "一组"), Sun = new("sun", Role.Agent, "孙悦", "二组"),
        Chen = new("chen", Role.Leader, "陈静", "一组"), Lu = new("lu", Role.Leader, "陆明", "二组"), Zhou = new("zhou", Role.Supervisor, "周敏", null) { Groups = ["一组"] },
        Hr = new("hr", Role.Hr, null, null), Boss = new("boss", Role.Manager, null, null), Qa = new("qa", Role.Qa, null, null), Auditor = new("audit", Role.Auditor, null, null);
    public const string Password = "balance-2026";

    public FloorShop(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        Shop = new(engine);
        Import("people", "name,accounts,group,position,base_pay,from,to\n王雨桐,小店:小雨,一组,front-line,4000,2026-08-01,\n李思远,小店:小李,一组,front-line,4000,2026-08-01,\n赵磊,小店:小赵,一组,front-line,4000,2026-08-01,\n陈静,,一组,leader,5000,2026-08-01,\n周敏,,办公室,supervisor,6000,2026-08-01,\n孙悦,小店:小孙,二组,front-line,4000,2026-08-01,\n陆明,,二组,leader,5000,2026-08-01,\n");
        Import("roster-times", "name,date,start,end\n王雨桐,2026-11-02,08:30,16:00\n李思远,2026-11-02,16:00,23:30\n王雨桐,2026-11-05,08:30,16:00\n李思远,2026-11-05,,\n李思远,2026-11-06,16:00,23:30\n孙悦,2026-11-05,08:30,16:00\n");
        var accounts = new Accounts(Database, Clock);
        foreach (var viewer in new[] { Wang, Li, Zhao, Sun, Chen, Lu, Zhou, Hr, Boss, Qa, Auditor })
            accounts.Add(viewer.Name, viewer.Role, viewer.Person is { } person ? Database.People.Roster.Find(person)!.Id : null, viewer.Role == Role.Supervisor ? GroupNames.Joined(viewer.Groups) : null, Password, CommandContext.KeyHash(viewer.Name));
    }

    public Counter Shop { get; }
    public Database Database => Shop.Database;
    public Clock Clock { get; } = new();
    public FloorDesk Desk => new(Database, Shop.Data, Clock, _ => null);

    public static DateOnly Day(int day) => new(2026, 11, day);

    public static Instant At(int day, string time) => ShopClock.Shanghai.FromLocal(Day(day).ToDateTime(TimeOnly.Parse(time, null)));

    /// <summary>The clock at a later time of November.</summary>
    public void Until(int day, string time) => Clock.Pass(TimeSpan.FromSeconds(At(day, time).UnixSeconds - Clock.GetUtcNow().ToUnixTimeSeconds()));

    public IReadOnlyList<T> Kept<T>(RecordKind<T> kind) where T : class => Database.Records(kind).All(Shops.Company.Id);

    public string Roster(string name, int day) => new FloorPlan(Database, Day(day), Day(day)).PlannedOf(name).On(Day(day)).Words;

    public IReadOnlyList<string> Told(string to) => [.. Database.Notices.Of(to, 50).Select(n => n.Notice.Kind + " " + n.Notice.Words.GetValueOrDefault("what")).Reverse()];

    public void Import(string kind, string text)
    {
        var (code, report, error) = Shop.Import(Shop.File($"{kind}.csv", text), "--kind", kind);
        Assert.True(code == 0, error + report.ToJsonString());
    }

    public void Dispose() => Shop.Dispose();
}
