using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Closing;
using Heng.App.Features.People;
using Heng.Engine.Closing;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.PayRuns;

/// <summary>Does one step of a run for a page or a command, and says why not.</summary>
public sealed class RunDoing(Database database, TimeProvider time)
{
    private const int LongestReference = 120, DaysAhead = 31;
    private readonly Close close = new(database, time);
    private readonly LeaverRun leavers = new(database, time);

    public static readonly Refusal DayUnreadable = new("day-unreadable", new("发放日期写成 2026-11-05 这样", "the day of payment is written like 2026-11-05"));
    public static readonly Refusal DayOutOfRange = new("day-out-of-range", new($"发放日期不能早于这个月，也不能晚于今天之后 {DaysAhead} 天", $"pay is not paid before its month, nor noted more than {DaysAhead} days ahead"));
    public static readonly Refusal ReferenceTooLong = new("reference-too-long", new($"凭据号最多 {LongestReference} 字", $"the reference has at most {LongestReference} characters"));
    public static readonly Refusal BudgetUnreadable = new("budget-unreadable", new("预算是大于 0 的金额，最多到分", "the budget is an amount above 0, to the fen"));

    public static readonly Refusal ChangedMeanwhile = new("changed-meanwhile", new("看页面的时候有人重新准备了这个月；请再看一遍再做", "somebody drafted the month anew while you were looking; look again before you go on"));

    public Refusal? Do(Month month, IReadOnlyList<Shop> shops, Instant? asOf, Viewer viewer, RunAsk ask)
    {
        var state = ask.Agent is { } agent ? leavers.StateOf(month, agent) : close.StateOf(month);
        if (ask.Seen is { } seen && seen != (state.PreparedHash ?? "")) return ChangedMeanwhile;
        if (ask.Act == RunAct.Budget) return SetBudget(month, viewer, ask.Budget);
        if (ask.Act == RunAct.Pay && (Day(ask.Day), ask.Reference?.Trim().Length > LongestReference) is var (day, tooLong) && (day is null || tooLong)) return day is null ? DayUnreadable : ReferenceTooLong;
        if (ask.Act == RunAct.Pay && Day(ask.Day) is { } paidOn && (paidOn < month.First || paidOn > ShopClock.Shanghai.DayOf(new(time.GetUtcNow().ToUnixTimeSeconds())).AddDays(DaysAhead))) return DayOutOfRange;
        var paid = $"{ask.Day} {ask.Reference?.Trim()}".Trim();
        if (ask.Agent is { } alone) return OfLeaver(month, alone, asOf, viewer, ask.Act, paid);
        var step = ask.Act switch
        {
            RunAct.Publish => close.Publish(month, shops, asOf, viewer),
            RunAct.Draft => close.Prepare(month, shops, asOf, viewer),
            RunAct.Check => close.Check(month, shops, asOf, viewer),
            RunAct.Approve => close.Approve(month, shops, asOf, viewer, ask.Provisionally),
            RunAct.Pay => close.Pay(month, shops, asOf, viewer, paid),
            RunAct.Close => close.Finish(month, shops, asOf, viewer, ask.Provisionally),
            _ => throw new ArgumentOutOfRangeException(nameof(ask)),
        };
        return step.Refused is { } refused ? CloseWords.Of(refused) : null;
    }

    private Refusal? OfLeaver(Month month, string agent, Instant? asOf, Viewer viewer, RunAct act, string paid)
    {
        var step = act switch
        {
            RunAct.Draft => leavers.Do(month, agent, LeaverAct.Prepare, asOf, viewer),
            RunAct.Approve => leavers.Do(month, agent, LeaverAct.Approve, asOf, viewer),
            RunAct.Pay => leavers.Do(month, agent, LeaverAct.Pay, asOf, viewer, paid),
            _ => throw new ArgumentOutOfRangeException(nameof(act)),
        };
        return step.Refused is { } refused ? LeaverWords.Of(refused) : null;
    }

    private Refusal? SetBudget(Month month, Viewer viewer, string? text)
    {
        if (!Rights.Closes(viewer)) return new("role-may-not", new("预算由店长定", "the manager sets the budget"));
        if (RunBudget.Read(text) is not { } yuan) return BudgetUnreadable;
        new RunBudget(database).Set(month, yuan, viewer.Name, new(time.GetUtcNow().ToUnixTimeSeconds()));
        return null;
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
