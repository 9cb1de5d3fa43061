using Heng.App.Features.Importing;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Unmatched;

/// <summary>Accounts and names (未匹配) in a month's records that no person has on their days, save those that somebody said are nobody's.</summary>
internal sealed class UnmatchedAccounts(Database database, Roster roster, Month month)
{
    private readonly IReadOnlyList<Shop> shops = database.Shops.All;

    /// <summary>What stands in a sheet of the month names nobody's account and no day of its own.</summary>
    private readonly record struct Found(string Account, DateOnly Day, string Id, Wording Name, long Count = 1, bool ByMonth = false);

    /// <summary>The most often seen first.</summary>
    public IReadOnlyList<UnmatchedAccount> All()
    {
        var names = new NameProposals(roster);
        return [.. Messages().Concat(Reports()).Concat(Ratings()).Concat(Duty()).Concat(Work()).Concat(Names())
            .Where(f => f.Account.Length > 0 && f.Day >= month.First && f.Day <= month.Last && !roster.IsNobodys(f.Account, f.Day))
            .GroupBy(f => f.Account, StringComparer.Ordinal).Select(g => Unmatched(g.Key, [.. g], names))
            .OrderByDescending(a => a.Count).ThenBy(a => a.Account, StringComparer.Ordinal)];
    }

    private UnmatchedAccount Unmatched(string account, IReadOnlyList<Found> found, NameProposals names) => new(
        account, found.Min(f => f.ByMonth ? month.First : f.Day), found.Max(f => f.Day), found.Where(f => !f.ByMonth).Select(f => f.Day).Distinct().Count(), found.Sum(f => f.Count), In(found),
        names.Of(account, found.Max(f => f.Day)));

    /// <summary>Names in scores, attendance and rewards, which know people by name alone and are judged on the month's last day.</summary>
    private IEnumerable<Found> Names() =>
        database.Entries.Of(month).Select(e => Named(e.Agent, "entries", "评分", "scores"))
            .Concat(database.Attendances.Of(month).Select(a => Named(a.Agent, "attendance-days", "出勤", "days due and paid")))
            .Concat(database.Adjustments.Of(month).Select(a => Named(a.Agent, "adjustments", "奖惩", "rewards and penalties")))
            .Where(f => roster.PersonOf(f.Account, "", f.Day) == 0);

    private IEnumerable<Found> Messages()
    {
        foreach (var shop in shops)
        {
            var robots = database.RuleSets.Current(shop.Id, month.Last).RobotAccounts;
            var unbound = database.Facts.Unbound(shop.Id, month.First, month.Last);
            var accounts = database.Names.Accounts.NamesOf(shop.Id, unbound.Select(u => u.Account));
            foreach (var (account, day, messages, _) in unbound)
                if (roster.AgentOf(accounts[account], day) == 0 && !robots.Contains(accounts[account])) yield return new(accounts[account], day, "messages", new("聊天消息", "messages"), messages);
        }
    }

    private IEnumerable<Found> Reports() =>
        from shop in shops.Append(Shops.Company)
        from row in database.Records(RecordKinds.Reported).Between(shop.Id, month.First, month.Last)
        where row.Account.Length > 0 && row.Item is null && roster.PersonOf(row.Account, row.To, row.Shop) == 0
        select new Found(row.Account, row.To < month.Last ? row.To : month.Last, row.Source, Formats.Find(row.Source)?.Name ?? new(row.Source, row.Source));

    private IEnumerable<Found> Ratings()
    {
        foreach (var shop in shops)
        {
            var clock = database.RuleSets.Current(shop.Id, month.Last).Clock;
            var (start, end) = (clock.StartOf(month.First), clock.EndOf(month.Last));
            foreach (var rating in database.Ratings.Between(shop.Id, start, end))
                if (clock.DayOf(rating.SentAt) is var day && roster.AgentOf(rating.Account, day) == 0) yield return new(rating.Account, day, "ratings", new("服务评价", "ratings"));
            foreach (var review in database.Reviews.Between(shop.Id, start, end))
                if (review.Agent is { Length: > 0 } agent && clock.DayOf(review.At) is var day && roster.PersonOf(agent, day) == 0) yield return new(agent, day, "reviews", new("商品评价", "reviews"));
        }
    }

    private IEnumerable<Found> Duty() =>
    [
        .. Company(RecordKinds.StatusLog).Where(c => roster.AgentOf(c.Account, DayOf(c.At)) == 0).Select(c => new Found(c.Account, DayOf(c.At), "status-log", new("在线日志", "status log"))),
        .. Company(RecordKinds.Punches).Where(p => roster.PersonOf(p.Name, p.Account, p.From) == 0).Select(p => new Found(Either(p.Name, p.Account), p.From, "punches", new("打卡", "punches"))),
        .. Company(RecordKinds.Roster).Where(r => roster.PersonOf(r.Name, r.Account, r.Day) == 0).Select(r => new Found(Either(r.Name, r.Account), r.Day, "roster", new("排班", "roster"))),
        .. Company(RecordKinds.Leave).Where(l => roster.PersonOf(l.Name, l.Account, DayOf(l.From)) == 0).Select(l => new Found(Either(l.Name, l.Account), DayOf(l.From), "leave", new("请假", "leave"))),
    ];

    private IEnumerable<Found> Work() =>
    [
        .. Of(RecordKinds.Calls, "通话", "calls"), .. Of(RecordKinds.Cases, "工单", "cases"), .. Of(RecordKinds.Complaints, "投诉", "complaints"), .. Of(RecordKinds.OperationErrors, "操作差错", "operation errors"),
        .. Of(RecordKinds.Incidents, "违规", "incidents"), .. Of(RecordKinds.Training, "培训", "training"), .. Of(RecordKinds.Exams, "考试", "exams"), .. Of(RecordKinds.Tasks, "任务", "tasks"),
        .. Of(RecordKinds.Suggestions, "建议", "suggestions"), .. Of(RecordKinds.Activities, "分享与项目", "sharing and projects"), .. Of(RecordKinds.Handovers, "交接", "handovers"),
        .. Of(RecordKinds.Surveys, "问卷", "surveys"), .. Of(RecordKinds.ReviewWork, "差评处理", "review work"),
        .. Of(RecordKinds.Refunds, "退款", "refunds"), .. Of(RecordKinds.ReportedReceptions, "接待明细", "reported receptions"), .. Of(RecordKinds.Targets, "目标", "targets"), .. Of(RecordKinds.Goals, "目标约定", "goals"), .. Of(RecordKinds.Measures, "措施记录", "measures taken"), .. Of(RecordKinds.Inspections, "质检卡", "QA cards"),
        .. Of(RecordKinds.TaxOpenings, "个税期初", "tax openings"), .. Of(RecordKinds.SpecialDeductions, "专项附加扣除", "special deductions"), .. Of(RecordKinds.PlanNotices, "方案告知", "plan notices"),
    ];

    private IEnumerable<Found> Of<T>(RecordKind<T> kind, string zh, string en) where T : class =>
        from shop in shops.Append(Shops.Company)
        from record in database.Records(kind).Between(shop.Id, month.First, month.Last)
        let who = KeptRecordImport.WhoIn(record)
        where who is { } one && roster.PersonOf(one.Agent, one.Day) == 0
        select new Found(who.Value.Agent, who.Value.Day, kind.Name, new(zh, en));

    private IReadOnlyList<T> Company<T>(RecordKind<T> kind) where T : class => database.Records(kind).Between(Shops.Company.Id, month.First, month.Last);

    private Found Named(string name, string id, string zh, string en) => new(name, month.Last, id, new(zh, en), ByMonth: true);

    private static IReadOnlyList<Sighting> In(IEnumerable<Found> found) =>
        [.. found.GroupBy(f => f.Id, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Sighting(g.Key, g.First().Name, g.Sum(f => f.Count)))];

    private static string Either(string name, string account) => name.Length > 0 ? name : account;
    private static DateOnly DayOf(Instant at) => ShopClock.Shanghai.DayOf(at);
}
