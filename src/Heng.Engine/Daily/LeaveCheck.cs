using Heng.Engine.Records;

namespace Heng.Engine.Daily;

/// <summary>Whether leave can be asked for: a kind, an end after its beginning, an amount that fits, and no other leave that is asked for or granted at the same time.</summary>
public static class LeaveCheck
{
    public const int MostDays = 366, MostDaysAhead = 366, MostDaysBack = 31, LongestKind = 40;
    private const int DaySeconds = 86_400;

    /// <param name="others">The person's leave that is pending or approved.</param>
    public static RequestRefusal? Against(LeaveAsk ask, IEnumerable<LeaveAsk> others, Instant now)
    {
        if (ask.Kind.Length is 0 or > LongestKind) return RequestRefusal.NeedsKind;
        if (ask.To <= ask.From || ask.Amount <= 0) return RequestRefusal.NothingAsked;
        var seconds = ask.To.SecondsSince(ask.From);
        if (seconds > MostDays * (long)DaySeconds || !Fits(ask, seconds)) return RequestRefusal.TooLong;
        // Somebody who fell ill hands the form in afterwards.
        if (ask.From < now.Plus(-MostDaysBack * (long)DaySeconds)) return RequestRefusal.PastDay;
        if (ask.From > now.Plus(MostDaysAhead * (long)DaySeconds)) return RequestRefusal.TooFarAhead;
        return others.Any(o => o.From < ask.To && ask.From < o.To) ? RequestRefusal.LeaveOverlaps : null;
    }

    /// <summary>Not more hours, or days that have begun, than the time holds.</summary>
    private static bool Fits(LeaveAsk ask, long seconds) => ask.Unit == LeaveUnit.Hours
        ? ask.Amount * 3600 <= seconds
        : ask.Amount <= (seconds + DaySeconds - 1) / DaySeconds;

    /// <summary>How a request stands as a record: only a granted one counts.</summary>
    public static LeaveState StateOf(RequestStage stage) => stage switch
    {
        RequestStage.Granted => LeaveState.Approved,
        RequestStage.Refused or RequestStage.Declined => LeaveState.Rejected,
        RequestStage.Withdrawn => LeaveState.Withdrawn,
        _ => LeaveState.Pending,
    };
}
