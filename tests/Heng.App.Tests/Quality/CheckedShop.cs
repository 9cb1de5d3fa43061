using Heng.App.CommandLine;
using Heng.App.Features.Appeals;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Quality;
using Heng.App.Features.Quality.Rules;
using Heng.App.Features.SignIn;
using Heng.App.Tests.Importing;
using Heng.App.Tests.SignIn;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;
using Operator = Heng.Engine.Quality.Operator;
using Role = Heng.App.Features.People.Role;

namespace Heng.App.Tests.Quality;

/// <summary>
/// October of 一组 with rules that count from its first day: 自己看 is fatal (服务用语), 你 for 您 takes 2, a reply after more than 60 s takes 3, thanks add 5, and a buyer's 投诉 or 差评 draws attention.
/// On the 5th 王雨桐 tells ann 你自己看, and 李思远 is slow with bea but thanks her; on the 6th 王雨桐 says 你 to cat; on the 7th nothing is wrong with dan, nor with eve on the last day.
/// A card is half causes (60 less 5 for each 禁用称呼) and half QA of the program, pay the base and 10 yuan a point.
/// </summary>
internal sealed class CheckedShop : IDisposable
{
    public static readonly Month October = new(2026, 10);
    public static readonly DateOnly First = new(2026, 10, 1), Fifth = new(2026, 10, 5);
    public static readonly Viewer Wang = new("wang", Role.Agent, "王雨桐", "一组"), Li = new("li", Role.Agent, "李思远", "一组"), Chen = new("chen", Role.Leader, "陈静", "一组"), Zhao = new("zhao", Role.Leader, "赵磊", "二组"),
        Hr = new("hr", Role.Hr, null, null), Boss = new("boss", Role.Manager, null, null), Qa = new("qa", Role.Qa, null, null), Auditor = new("auditor", Role.Auditor, null, null);

    private const string Plan = """
        scheme: s97-findings
        version: 1
        title: { zh: 质检, en: Quality }
        plans:
          - id: front
            title: { zh: 前线, en: Front }
            positions: [front-line]
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - id: address
                    name: { zh: 称呼, en: Address }
                    weight: 50
                    source: { causes: [{ finding: 禁用称呼, points: 5 }] }
                    method: { deduct: {} }
                  - { id: qa, name: { zh: 质检, en: Quality }, weight: 50, source: { qa: { by: program, pooled: true } }, method: { qa: {} } }
        pay:
          components:
            - base: { id: base, label: { zh: 底薪, en: Base pay }, amount: person }
            - performance: { id: bonus, label: { zh: 绩效, en: Bonus }, amount: 1000, coefficient: { linear: [{ at: 0, coefficient: 0 }, { at: 100, coefficient: 1 }] } }

        """;

    public static readonly QualityRule Taboo = Rule("taboo", Severity.Fatal, "服务用语", 0, Agent("自己看")), Address = Rule("address", Severity.NonFatal, "服务用语", 2, Agent("你")) with { CountsAs = "禁用称呼", Except = ["你好"] },
        Slow = Rule("slow", Severity.NonFatal, "响应", 3, new Condition(Engine.Quality.Role.Agent, Stretch.Round, new SlowReply(60))), Thanks = Rule("thanks", Severity.Advocated, "服务态度", 5, Agent("感谢")),
        Risk = Rule("risk", Severity.Attention, "风险", 0, Buyer("投诉", "差评"));

    public CheckedShop(DatabaseEngine engine = DatabaseEngine.Sqlite, bool rules = true, bool chats = true)
    {
        Shop = new(engine);
        Import("people.csv", "name,accounts,group,position,base_pay,from,to\n李思远,小店:思远,一组,front-line,4000,2026-01-01,\n王雨桐,小店:雨桐,一组,front-line,4000,2026-01-01,\n陈静,小店:陈静,一组,leader,6000,2026-01-01,\n赵磊,小店:赵磊,二组,leader,4000,2026-01-01,\n", "people");
        Import("attendance_202610010900.csv", "month,agent,due_days,paid_days\n2026-10,李思远,20,20\n2026-10,王雨桐,20,20\n", "attendance");
        if (rules)
            foreach (var rule in new[] { Taboo, Address, Slow, Thanks, Risk }) Put(rule, First, First);
        if (chats) Import("chats.csv", Counter.Messages + string.Concat(Lines));
        Database.Plans.Publish("s97-findings", Plan, new(1), "boss");
        var accounts = new Accounts(Database, Clock);
        foreach (var viewer in new[] { Wang, Li, Chen, Zhao, Hr, Boss, Qa, Auditor })
            accounts.Add(viewer.Name, viewer.Role, viewer.Person is { } person ? Database.People.Roster.Find(person)!.Id : null, null, "balance-2026", CommandContext.KeyHash(viewer.Name));
    }

    public static IReadOnlyList<string> Lines =>
    [
        Says("05 09:00:00", "ann", "雨桐", "buyer", "在吗", "a1"), Says("05 09:00:20", "ann", "雨桐", "agent", "你好，您说", "a2"),
        Says("05 09:01:00", "ann", "雨桐", "buyer", "不退我就投诉", "a3"), Says("05 09:01:30", "ann", "雨桐", "agent", "你自己看", "a4"),
        Says("05 10:00:00", "bea", "思远", "buyer", "有货吗", "b1"), Says("05 10:02:00", "bea", "思远", "agent", "有的，感谢您", "b2"),
        Says("06 10:00:00", "cat", "雨桐", "buyer", "多少钱", "c1"), Says("06 10:00:30", "cat", "雨桐", "agent", "你要几件", "c2"),
        Says("07 10:00:00", "dan", "雨桐", "buyer", "多少钱", "d1"), Says("07 10:01:00", "dan", "雨桐", "agent", "十元", "d2"),
        Says("31 10:00:00", "eve", "思远", "buyer", "多少钱", "e1"), Says("31 10:00:30", "eve", "思远", "agent", "八元", "e2"),
    ];

    /// <summary>What the rules find in those chats, by hand: rule, who, day, and the very words; of a slow reply the whole message.</summary>
    public static readonly string[] Expected =
    [
        "address 王雨桐 05 你", "address 王雨桐 06 你", "risk 王雨桐 05 投诉", "slow 李思远 05 有的，感谢您", "taboo 王雨桐 05 自己看", "thanks 李思远 05 感谢",
    ];

    public Counter Shop { get; }
    public Database Database => Shop.Database;
    public Shop Only => Database.Shops.All[0];
    public Clock Clock { get; } = new();

    public static QualityRule Rule(string id, Severity severity, string category, decimal points, Expression when) => new(id, 1, new(id + "规则", id + " rule"), severity, category, points, when);
    public static Condition Agent(params string[] phrases) => new(Engine.Quality.Role.Agent, Stretch.Message, new Words(Needed.Any, phrases));
    public static Condition Buyer(params string[] phrases) => new(Engine.Quality.Role.Buyer, Stretch.Message, new Words(Needed.Any, phrases));

    /// <summary>As two people would have put it there; without a day to count from it stays in shadow.</summary>
    public void Put(QualityRule rule, DateOnly shadow, DateOnly? live)
    {
        var matters = Database.Matters(QualityMatters.Rule);
        var (kept, at) = (matters.Find(rule.Id), new Instant(1));
        var number = kept is null ? 1 : new RuleCourse(kept.Happened).Newest.Number + 1;
        var proposed = new RuleStep(RuleEvent.Proposed, "qa", at, "x", number, shadow, RuleTexts.Write(rule));
        if (kept is null) kept = matters.Begin(new("", shadow, shadow, rule.Id), proposed);
        else Assert.True(matters.Append(kept, proposed));
        Assert.True(matters.Append(matters.Find(rule.Id)!, new(RuleEvent.Confirmed, "hr", at, "", number)));
        if (live is { } day) Assert.True(matters.Append(matters.Find(rule.Id)!, new(RuleEvent.Activated, "hr", at, "", number, day)));
    }

    public void Recount() => new Features.Rules.Recompute(Database, Shop.Data, Clock).Run(Only, October.First, October.Last, "规则改了", "boss", _ => { });

    public IReadOnlyList<KeptFinding> Findings => Database.Findings.Between(Only.Id, October.First, October.Last);

    /// <summary>The findings as a person would tell them; <paramref name="all"/> takes those that count nowhere too, marked.</summary>
    public IReadOnlyList<string> Told(bool all = false)
    {
        var texts = Database.Days.Between(Only.Id, October.First, October.Last).SelectMany(d =>
        {
            var day = Database.Days.Load(Only.Id, d.Day, withText: true)!;
            return Enumerable.Range(0, day.Count).Select(i => (Key: day.Key![i], Text: day.Text![i].ToString()));
        }).ToDictionary(m => m.Key, m => m.Text);
        string Words(MessageSpan span) => span.Length == 0 ? texts[span.Message] : texts[span.Message].Substring(span.Start, span.Length);
        return [.. Findings.Where(f => all || f.Counts).Select(f => $"{f.Rule} {Database.People.Roster.NameOf(f.Agent)} {f.Day.Day:00} {string.Join('+', f.Spans.Select(Words))}{(f.Shadow ? " shadow" : "")}{(f.Struck ? " struck" : "")}").Order(StringComparer.Ordinal)];
    }

    public decimal? Metric(string id, string agent)
    {
        var facts = PeriodFacts.Load(Database, Database.Shops.All, October.First, October.Last, null);
        return facts.Value(id, facts.TotalsOf(Database.People.Roster.Find(agent)!.Id)).Value;
    }

    public MonthBook Book => MonthBook.Load(Database, October, Database.Shops.All, null);
    public KeptMonth Month(Month month) => KeptMonth.Of(Database, MonthBook.Load(Database, month, Database.Shops.All, null));
    public AppealDoing Doing => new(Database, Shop.Data, Clock, Month);

    public void Close()
    {
        var close = new Close(Database, Clock);
        Assert.Null(close.Prepare(October, Database.Shops.All, null, Hr).Refused);
        Assert.Null(close.Finish(October, Database.Shops.All, null, Boss, provisionally: true).Refused);
    }

    public void Import(string name, string text, string? kind = null)
    {
        var (code, report, error) = Shop.Import(Shop.File(name, text), kind is null ? [] : ["--kind", kind]);
        Assert.True(code == 0, error + report.ToJsonString());
    }

    public static string Says(string at, string buyer, string account, string from, string text, string id) => Counter.Line($"2026-10-{at}", text, from, id, buyer, $"小店:{account}");

    public void Dispose() => Shop.Dispose();
}
