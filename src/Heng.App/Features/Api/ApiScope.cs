using Heng.App.Features.People;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Api;

/// <summary>
/// What a key may be used for (权限范围). A scope only narrows: what the account behind the key may not, its keys may not either. Names are stored and never changed.
/// </summary>
public sealed record ApiScope(string Name, Wording Words, Func<Viewer, bool> Allows)
{
    public static readonly ApiScope IngestMessages = new("ingest:messages", new("送入聊天", "send chats"), Rights.Imports);
    public static readonly ApiScope IngestOrders = new("ingest:orders", new("送入订单", "send orders"), Rights.Imports);
    public static readonly ApiScope IngestEvents = new("ingest:events", new("送入上下线等事件", "send events such as going on and off line"), Rights.Imports);
    public static readonly ApiScope ReadMetrics = new("read:metrics", new("读指标、接待、月份、今日看板和预警", "read metrics, receptions, months, today's board and warnings"), Rights.SeesSomebody);
    public static readonly ApiScope ReadOrders = new("read:orders", new("读订单归属", "read the ledger of orders"), Rights.SeesOrders);
    public static readonly ApiScope ReadScores = new("read:scores", new("读成绩和考核进度", "read scorecards and how far assessments are"), Rights.SeesSomebody);
    public static readonly ApiScope ReadPay = new("read:pay", new("读工资和发薪", "read payslips and pay runs"), Rights.SeesSomebodysPay);
    public static readonly ApiScope ReadQuality = new("read:quality", new("读质检发现和人工质检", "read quality findings and inspections"), Rights.SeesSomebody);
    public static readonly ApiScope ReadAudit = new("read:audit", new("读决定记录", "read the log of decisions"), Rights.SeesAudit);
    public static readonly ApiScope ReadRunning = new("read:running", new("读运行状况（Prometheus）", "read how the program runs (Prometheus)"), Rights.SeesSettings);

    public static readonly ApiScope ReadOwn = new("read:own", new("读账号自己的截止日和提醒", "read the account's own deadlines and notices"), _ => true);

    public static IReadOnlyList<ApiScope> All { get; } = [IngestMessages, IngestOrders, IngestEvents, ReadMetrics, ReadOrders, ReadScores, ReadPay, ReadQuality, ReadAudit, ReadRunning, ReadOwn];

    public static ApiScope? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
