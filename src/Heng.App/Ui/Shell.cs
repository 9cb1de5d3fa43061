using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Ui;

/// <summary>A place in the side bar or the phone's bottom bar (导航). At most the first five stand in the bottom bar.</summary>
public sealed record NavEntry(string Id, Wording Name, string Icon, string Href);

/// <summary>What stands around every page: who looks, at which shop, where they may go, and which months there are (latest first).</summary>
public sealed record Shell(string? User, Wording Role, string Shop, bool Demo, IReadOnlyList<NavEntry> Nav, IReadOnlyList<Month> Months, string Home)
{
    public static readonly Shell Nobody = new(null, new("", ""), "", false, [], [], "/signin");
    /// <summary>The page's address, path and query, as asked for; filled by the pages themselves.</summary>
    public string Address { get; init; } = "/";

    /// <summary>The role must have a second factor and the account has none: no page but its own opens.</summary>
    public bool MustSetCode { get; init; }

    /// <summary>Addresses of tabs on whose pages there can be nothing for whoever looks.</summary>
    public IReadOnlySet<string> Empty { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>How many notices whoever looks has not read.</summary>
    public int Unread { get; init; }

    /// <summary>The month that a page without one is about: the latest with records, or the running one.</summary>
    public Month Latest { get; init; } = Months.Count > 0 ? Months[0] : Month.Of(DateOnly.FromDateTime(ShopClock.Shanghai.ToLocal(new(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()))));

    /// <summary>The usual places of somebody who sees the whole shop.</summary>
    public static IReadOnlyList<NavEntry> ForLeaders(Month month) =>
    [
        new("overview", new("月度总览", "Overview"), "layout-dashboard", $"/month/{month}"),
        new("receptions", new("接待记录", "Receptions"), "message-square-text", $"/receptions?month={month}"),
        .. Sections.Daily.Entries,
        .. Sections.Quality.Entries,
        .. Sections.Growth.Entries,
        .. Sections.Voice.Entries,
        new("orders", new("订单归属", "Orders"), "package-search", $"/orders?month={month}"),
        new("import", new("数据导入", "Import"), "upload", "/import"),
        new("people", new("人员", "People"), "users", "/people"),
        new("reconcile", new("核对", "Reconcile"), "arrow-right-left", $"/reconcile?month={month}"),
        new("metrics", new("自定义指标", "Custom metrics"), "calculator", "/metrics/custom"),
        new("plans", new("考核方案", "Plans"), "file-text", "/plans"),
        new("appeals", new("申诉", "Appeals"), "circle-alert", "/appeals"),
        new("interviews", new("面谈", "Interviews"), "message-square-text", Links.Interviews),
        new("rules", new("判定规则", "Rules"), "list", "/rules"),
        new("accounts", new("账号", "Accounts"), "lock", "/accounts"),
        new("audit", new("审计", "Audit"), "receipt", "/audit"),
        new("settings", new("设置", "Settings"), "settings", "/settings"),
    ];

    /// <summary>The places of an agent: their own month, pay, receptions and orders.</summary>
    public static IReadOnlyList<NavEntry> ForAgent(Month month, string agent) =>
    [
        new("agent", new("我的绩效", "My month"), "layout-dashboard", Links.Agent(month, agent)),
        new("pay", new("我的工资", "My pay"), "wallet", Links.Pay(month, agent)),
        .. Sections.Daily.Entries,
        .. Sections.Quality.Entries,
        .. Sections.Growth.Entries,
        new("receptions", new("接待记录", "Receptions"), "message-square-text", Links.Receptions(month, agent)),
        new("orders", new("订单归属", "Orders"), "package-search", Links.Orders(month, agent)),
        new("plans", new("考核方案", "Plans"), "file-text", "/plans"),
        new("appeals", new("申诉", "Appeals"), "circle-alert", "/appeals"),
        new("interviews", new("面谈", "Interviews"), "message-square-text", Links.Interviews),
        .. Sections.Voice.Entries,
    ];
}

/// <summary>Finds the shell for who asks. The one seam that every page needs.</summary>
public delegate ValueTask<Shell> ShellFor(HttpContext context);
