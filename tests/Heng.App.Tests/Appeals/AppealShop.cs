using Heng.App.CommandLine;
using Heng.App.Features.Appeals;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.Importing;
using Heng.App.Tests.SignIn;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Appeals;

/// <summary>
/// October of 一组: 李思远 and 王雨桐 sell, 陈静 leads and gives them points for attitude. The buyer ann talks with 王雨桐 and then with 李思远, who ended last before order 1 of 300 yuan
/// and has it. 李思远 also has order 2 of 100, 王雨桐 order 3 of 200. A card is half sales (target 400, of 王雨桐 380: 19 of 20 days) and half attitude (of 10), pay the base by attendance and 10 % of sales.
/// </summary>
internal sealed class AppealShop : IDisposable
{
    public static readonly Month October = new(2026, 10), November = new(2026, 11);
    public static readonly Viewer Wang = new("wang", Role.Agent, "王雨桐", "一组"), Li = new("li", Role.Agent, "李思远", "一组"), Zhao = new("zhao", Role.Agent, "赵磊", "二组"),
        Chen = new("chen", Role.Leader, "陈静", "一组"), Hr = new("hr", Role.Hr, null, null), Boss = new("boss", Role.Manager, null, null), Second = new("second", Role.Manager, null, null);

    private const string Plan = """
        scheme: s96-appeals
        version: 1
        title: { zh: 申诉, en: Appeals }
        plans:
          - id: front
            title: { zh: 前线, en: Front }
            positions: [front-line]
            grades:
              - { grade: A, when: "x ≥ 80" }
              - { grade: B, when: "60 ≤ x < 80" }
              - { grade: C, when: "x < 60" }
            dimensions:
              - id: all
                name: { zh: 全部, en: All }
                items:
                  - { id: sales, name: { zh: 销售, en: Sales }, weight: 50, source: { metric: sales }, method: { proportional: { target: 400 } } }
                  - { id: attitude, name: { zh: 态度, en: Attitude }, weight: 50, source: { raters: { leader: 100 } }, method: { rating: { scale: [0, 10] } } }
        pay:
          components:
            - base: { id: base, label: { zh: 底薪, en: Base pay }, amount: person }
            - commission: { id: sale, label: { zh: 提成, en: Commission }, source: { metric: sales }, way: marginal, slabs: [{ when: "x < 1000000", rate: 10% }, { when: "x ≥ 1000000", rate: 10% }] }

        """;

    private const string Orders = "订单编号,买家会员名,总金额,订单创建时间,订单付款时间,退款金额,订单备注\n";

    public AppealShop(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        Shop = new(engine);
        Import("people.csv", "name,accounts,group,position,base_pay,from,to\n李思远,小店:思远,一组,front-line,4000,2026-01-01,\n王雨桐,小店:雨桐,一组,front-line,4000,2026-01-01,\n陈静,小店:陈静,一组,leader,6000,2026-01-01,\n赵磊,小店:赵磊,二组,front-line,4000,2026-01-01,\n", "people");
        Import("attendance_202610010900.csv", "month,agent,due_days,paid_days\n2026-10,李思远,20,20\n2026-10,王雨桐,20,19\n2026-10,赵磊,20,20\n", "attendance");
        Import("entries_202610010900.csv", "month,agent,item,rater,points,comment,by\n2026-10,李思远,attitude,leader,8,,陈静\n2026-10,王雨桐,attitude,leader,7,,陈静\n2026-10,赵磊,attitude,leader,5,,某人\n", "entries");
        Import("chats.csv", Counter.Messages + Talk("05", "09:00", "ann", "雨桐", "1") + Talk("05", "10:00", "ann", "思远", "2") + Talk("06", "10:00", "bea", "思远", "3") + Talk("07", "10:00", "cat", "雨桐", "4") + Talk("31", "10:00", "dan", "雨桐", "5"));
        Export("2026-11-01", "买家催过");
        Import("ratings.csv", "shop,account,buyer,sent_at,rated_at,level\n小店,小店:思远,ann,2026-10-05 10:20:00,2026-10-05 10:21:00,very-dissatisfied\n", "ratings");
        Database.Plans.Publish("s96-appeals", Plan, new(1), "boss");
        var accounts = new Accounts(Database, Clock);
        foreach (var viewer in new[] { Wang, Li, Zhao, Chen, Hr, Boss, Second })
            accounts.Add(viewer.Name, viewer.Role, viewer.Person is { } person ? Database.People.Roster.Find(person)!.Id : null, null, "balance-2026", CommandContext.KeyHash(viewer.Name));
    }

    public Counter Shop { get; }
    public Database Database => Shop.Database;
    /// <summary>Begins on the 2nd of November.</summary>
    public Clock Clock { get; } = new();

    /// <summary>The platform's list of the orders as of a day; the note makes its content another.</summary>
    public void Export(string day, string note) => Import($"ExportOrderList{day.Replace("-", "", StringComparison.Ordinal)}0900.csv",
        Orders + $"1,ann,300.00,2026-10-05 10:30:00,2026-10-05 10:31:00,0.00,{note}\n2,bea,100.00,2026-10-06 10:30:00,2026-10-06 10:31:00,0.00,\n3,cat,200.00,2026-10-07 10:30:00,2026-10-07 10:31:00,0.00,\n9,dan,9.00,2026-10-31 10:30:00,,,\n", "--shop");

    public AppealDoing Doing => new(Database, Shop.Data, Clock, Month);
    public KeptMonth Month(Month month) => KeptMonth.Of(Database, MonthBook.Load(Database, month, Database.Shops.All, null));

    public (long? Id, string? Refused) Raise(Viewer viewer, CorrectedFact kind, string fact, AppealWish? wish = null, string why = "是我谈成的", DateOnly? day = null) =>
        Doing.Raise(kind, fact, day ?? new(2026, 10, 5), wish ?? new(), why, viewer) is var (raised, refused) ? (raised?.Id, refused?.Name) : default;

    public string? Answer(Viewer viewer, long id, bool accepts, string why = "有聊天记录为证", AppealWish? wish = null) => Doing.Answer(Database.Appeals.Find(id)!, accepts, wish, why, viewer)?.Name;
    public string? Escalate(Viewer viewer, long id, string why = "请再看一遍") => Doing.Escalate(Database.Appeals.Find(id)!, why, viewer)?.Name;

    public MonthStanding Standing(string agent, Month? month = null) => CorrectionTrial.Standings(Month(month ?? October).Book, false)[agent];

    public IReadOnlyList<Notice> Told(string to) => [.. Database.Notices.Of(to, 50).Select(n => n.Notice).Reverse()];

    public void Close(Month month)
    {
        var close = new Close(Database, Clock);
        Assert.Null(close.Prepare(month, Database.Shops.All, null, Hr).Refused);
        Assert.Null(close.Finish(month, Database.Shops.All, null, Boss, provisionally: true).Refused);
    }

    public void November1()
    {
        Import("chats-11.csv", Counter.Messages + Counter.Line("2026-11-01 10:00:00", buyer: "eve", account: "小店:雨桐", id: "n1") + Counter.Line("2026-11-02 10:00:00", from: "agent", buyer: "eve", account: "小店:雨桐", id: "n2"));
        Import("orders-11.csv", Orders + "8,eve,9.00,2026-11-01 10:30:00,,,\n7,eve,9.00,2026-11-02 10:30:00,,,\n", "--shop");
    }

    private static string Talk(string day, string at, string buyer, string account, string id) =>
        Counter.Line($"2026-10-{day} {at}:00", buyer: buyer, account: $"小店:{account}", id: $"{id}-1") + Counter.Line($"2026-10-{day} {at}:20", from: "agent", buyer: buyer, account: $"小店:{account}", id: $"{id}-2");

    public void Import(string name, string text, string? kind = null)
    {
        var (code, report, error) = Shop.Import(Shop.File(name, text), kind switch { null => [], "--shop" => ["--shop", Counter.Shop], _ => ["--kind", kind] });
        Assert.True(code == 0, error + report.ToJsonString());
    }

    public void Dispose() => Shop.Dispose();
}

