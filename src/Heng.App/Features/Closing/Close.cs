using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Closing;

/// <summary>Preparing and closing a month: load, decide, seal, note who and why. Decisions are kept and chained.</summary>
public sealed class Close(Database database, TimeProvider time)
{
    private const string Prepared = "month-prepared";
    public const string Done = "month-closed", Kept = "month-inputs-kept";

    public MonthState StateOf(Month month)
    {
        if (database.ClosedMonths.Find(SealedMonth.Company, month) is { } closed) return new(MonthStage.Closed, null, closed.Hash);
        var last = database.Decisions.About(Subject(month)).LastOrDefault(d => d.What == Prepared);
        return last is null ? MonthState.Open : new(MonthStage.Prepared, last.Who, last.Why);
    }

    public MonthStep Prepare(Month month, IReadOnlyList<Shop> shops, Instant? asOf, Viewer viewer)
    {
        var (situation, _, _) = Situation(month, shops, asOf);
        var step = MonthCycle.Decide(StateOf(month), new PrepareMonth(PersonOf(viewer), Rights.Prepares(viewer)), situation);
        if (step.Next is not null) database.Decisions.Append(Now(), viewer.Name, Prepared, Subject(month), situation.ResultsHash);
        return step;
    }

    public MonthStep Finish(Month month, IReadOnlyList<Shop> shops, Instant? asOf, Viewer viewer, bool provisionally)
    {
        var (situation, text, from) = Situation(month, shops, asOf);
        var step = MonthCycle.Decide(StateOf(month), new CloseMonth(PersonOf(viewer), Rights.Closes(viewer), provisionally), situation);
        if (step.Next is null) return step;
        var state = situation.AsOf < situation.MaturesAt ? "provisional" : "final";
        if (database.ClosedMonths.Close(SealedMonth.Company, month, state, text, Now(), viewer.Name, (situation.AsOf, from)) is not { } closed) return MonthRefusal.AlreadyClosed;
        database.Decisions.Append(Now(), viewer.Name, Done, Subject(month), closed.Hash);
        if (database.ClosedInputs.Find(SealedMonth.Company, month) is { } inputs) database.Decisions.Append(Now(), viewer.Name, Kept, Subject(month), inputs.Hash);
        return step;
    }

    public static Refusal Words(MonthRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        MonthRefusal.NeedsNamedPerson => new Wording("结账需要实名：--as 用户 并提供密钥", "Closing needs a named person: --as USER with the key"),
        MonthRefusal.RoleMayNot => new Wording("此角色不能做这一步：人事或店长准备，店长结账", "This role may not: HR or the manager prepares, the manager closes"),
        MonthRefusal.MonthNotOver => new Wording("这个月的数据还没有到月底", "The month's records do not reach its end yet"),
        MonthRefusal.NothingMeasured => new Wording("这个月没有可结的成绩或工资", "Nobody was scored or paid in this month"),
        MonthRefusal.AlreadyClosed => new Wording("这个月已经结账，不再改变", "The month is closed and does not change"),
        MonthRefusal.SamePerson => new Wording("准备的人不能自己结账，请另一人来", "Who prepared the month may not close it; another person must"),
        MonthRefusal.NotMatured => new Wording("还有数字未到成熟日；可用 --provisional 暂结，差额以后另列", "Some numbers are not final yet; --provisional closes now, differences come later"),
        MonthRefusal.NotPrepared => new Wording("还没有人准备这个月", "Nobody has prepared this month yet"),
        MonthRefusal.ResultsMoved => new Wording("准备之后结果变了，请重新准备", "The results moved since they were prepared; prepare again"),
        MonthRefusal.LedgerUnbalanced => new Wording("归属台账不平：客服、静默、插旗与逾期之和不等于全店已付金额或退款；请重新导入这个月的订单或退款，再结账",
            "The order ledger does not balance: agents, silent, flagged and late do not add up to what the shop was paid or paid back; import the month's orders or refunds again, then close"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    private static string? PersonOf(Viewer viewer) => viewer.Role == Role.Operator ? null : viewer.Name;

    /// <summary>With it, the first day whose numbers the results rest on: that of the longest cycle that ends with the month.</summary>
    private (MonthSituation Situation, string Text, DateOnly From) Situation(Month month, IReadOnlyList<Shop> shops, Instant? asOf)
    {
        var book = MonthBook.Load(database, month, shops, asOf);
        var text = SealedMonth.TextOf(book);
        var ends = book.Facts.Rules.Clock.EndOf(month.Last);
        // Pay that rests on nothing but missing values is no result: some chat or order day of the month must be there.
        var covered = new[] { Source.Chat, Source.Orders }.Any(source => book.Facts.Coverage.LastDay(source, month.First, month.Last) is not null);
        var measured = !covered ? 0 : book.People.Count(p => p.Card?.Score is not null || p.Pay is not null);
        return (new(book.Facts.AsOf, ends, book.MaturesAt, measured, ClosedMonth.HashOf(text)) { LedgerBalances = LedgerBalance.Holds(database, shops, month) }, text,
            book.Cycles.Count == 0 ? month.First : new(month.Year, 1, 1));
    }

    public static string Subject(Month month) => $"month/{month}";
    private Instant Now() => new(time.GetUtcNow().ToUnixTimeSeconds());
}
