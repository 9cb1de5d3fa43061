using Heng.App.CommandLine;
using Heng.App.Features.Consequences;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.Importing;
using Heng.App.Tests.SignIn;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Tests.Consequences;

/// <summary>王雨桐 of 一组, whom 陈静 leads and rates, has 50 of 100 in August, September and October: coaching, warning, exit. 李思远 has 80. It is the 2nd of November.</summary>
internal sealed class LadderShop : IDisposable
{
    public static readonly Month August = new(2026, 8), September = new(2026, 9), October = new(2026, 10);
    public static readonly Viewer Wang = new("wang", Role.Agent, "王雨桐", "一组"), Chen = new("chen", Role.Leader, "陈静", "一组"), Other = new("lu", Role.Leader, "陆明", "二组"),
        Hr = new("hr", Role.Hr, null, null), Boss = new("boss", Role.Manager, null, null);
    public const string PlanId = "s94-ladder/month";

    private const string Plan = """
        scheme: s94-ladder
        version: 1
        title: { zh: 阶梯, en: Ladder }
        course: approval-first
        plans:
          - id: month
            title: { zh: 月, en: Month }
            positions: [front-line]
            grades: [{ grade: A, when: "x ≥ 60" }, { grade: E, when: "x < 60" }]
            consequences:
              - { id: weak, name: { zh: 连续不合格, en: Weak }, steps: [{ grades: [E], proposes: coaching }, { grades: [E], proposes: warning }, { grades: [E], proposes: exit }] }
              - { id: strong, name: { zh: 优秀, en: Strong }, steps: [{ grades: [A], proposes: award }, { grades: [A], proposes: promotion }] }
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items: [{ id: attitude, name: { zh: 态度, en: Attitude }, weight: 100, source: { raters: { leader: 100 } }, method: { rating: { scale: [0, 100] } } }]
        """;

    public LadderShop(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        Shop = new(engine);
        Import("people", "name,accounts,group,position,base_pay,from,to\n王雨桐,小店:小雨,一组,front-line,4000,2026-08-01,\n李思远,小店:小李,一组,front-line,4000,2026-08-01,\n陈静,小店:陈静,一组,leader,6000,2026-08-01,\n陆明,小店:陆明,二组,leader,6000,2026-08-01,\n");
        Import("entries", "month,agent,item,rater,points,by\n" + string.Concat(from month in new[] { "2026-08", "2026-09", "2026-10" }
            from marks in new[] { ("王雨桐", 50), ("李思远", 80) } select $"{month},{marks.Item1},attitude,leader,{marks.Item2},陈静\n"));
        Database.Plans.Publish("s94-ladder", Plan, new(1), "boss");
        var accounts = new Accounts(Database, Clock);
        foreach (var viewer in new[] { Wang, Chen, Other, Hr, Boss })
            accounts.Add(viewer.Name, viewer.Role, viewer.Person is { } person ? Database.People.Roster.Find(person)!.Id : null, null, "balance-2026", CommandContext.KeyHash(viewer.Name));
    }

    public Counter Shop { get; }
    public Database Database => Shop.Database;
    public Clock Clock { get; } = new();

    public KeptMonth Month(Month month) => KeptMonth.Of(Database, MonthBook.Load(Database, month, Database.Shops.All, null));

    public string Proposed(Month month) => string.Join(';', new ProposedMeasures(Database, Month, month).All.Where(p => p.Agent == "王雨桐").Select(p => $"{p.Proposal.Measure} {p.Proposal.Running}"));

    public string? Decide(Viewer viewer, Month month, MeasureKind measure, MeasureEvent act, string? day = null, string? why = "按方案", string agent = "王雨桐", string rule = "weak") =>
        new MeasureDoing(Database, Shop.Data, Clock, Month).Decide(new(month, PlanId, rule, agent, measure), act, day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", null), why, viewer)?.Name;

    public IReadOnlyList<MeasureTaken> OnRecord => Database.Records(RecordKinds.Measures).All(Shops.Company.Id);

    public IReadOnlyList<string> Told(string to) => [.. Database.Notices.Of(to, 50).Select(n => n.Notice.Kind).Reverse()];

    public void Import(string kind, string text)
    {
        var (code, report, error) = Shop.Import(Shop.File($"{kind}.csv", text), "--kind", kind);
        Assert.True(code == 0, error + report.ToJsonString());
    }

    public void Dispose() => Shop.Dispose();
}
