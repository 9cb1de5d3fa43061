using System.Globalization;
using Heng.Engine.Duty;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Duty;

/// <summary>One person's attendance written down by hand. Times are <c>d HH:mm[:ss]</c> of October 2026: the 1st to 3rd are statutory, the 10th is made up for.</summary>
internal sealed class Post
{
    private readonly List<RosterDay> roster = [];
    private readonly List<Punch> punches = [];
    private readonly List<Leave> leave = [];
    private readonly List<StatusChange> log = [];

    public DutyRules Rules { get; init; } = new();
    public ShopClock Clock { get; init; } = ShopClock.Shanghai;
    public bool IsCovered { get; init; } = true;

    public Post Shift(int day, string shift, int? rest = null)
    {
        roster.Add(new("ann", "", Day(day), shift, null, null, rest));
        return this;
    }

    public Post Punch(params string[] times)
    {
        punches.AddRange(times.Select(time => new Punch(At(time))));
        return this;
    }

    /// <summary>A punch that its sheet writes under the day before (次日).</summary>
    public Post PunchOfTheDayBefore(string time)
    {
        punches.Add(new(At(time), Clock.DayOf(At(time)).AddDays(-1)));
        return this;
    }

    public Post Leave(string from, string to, decimal amount, LeaveUnit unit, LeaveState state = LeaveState.Approved, string kind = "事假")
    {
        leave.Add(new(leave.Count.ToString(CultureInfo.InvariantCulture), "ann", "", kind, state, At(from), At(to), amount, unit));
        return this;
    }

    public Post Log(string at, AccountStatus status, int device = 8, string account = "a")
    {
        log.Add(new(account, At(at), status, device));
        return this;
    }

    public PersonDuty Person => new(7, "ann", roster, punches, leave, log);
    public DutyTerms Terms => new(Rules, Clock, WorkCalendar.China);
    public IReadOnlyList<DutyDay> Days => DutyDays.Of(Person, Terms, Day(1), Day(31), _ => IsCovered);
    public DutyDay On(int day) => Days.Single(d => d.Day == Day(day));
    public IReadOnlyList<OnlineDay> Online => OnlineTime.Of(log, Clock);
}
