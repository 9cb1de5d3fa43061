using Heng.Engine.Duty;
using Heng.Engine.Records;

namespace Heng.Engine.Live.Warnings;

/// <summary>Who an agent's number is, and the shift that goes on: the roster's row is called by its shift.</summary>
public readonly record struct Posted(string? Person, string? Group, string? Shift, ShiftSpan? OnShift);

/// <summary>How people stand by the status logs of their accounts.</summary>
public sealed record AccountsNow(IReadOnlyDictionary<int, AccountStatus> Status, IReadOnlyDictionary<int, Instant> Since)
{
    public static readonly AccountsNow Unknown = new(new Dictionary<int, AccountStatus>(), new Dictionary<int, Instant>());

    /// <summary>From the newest entry of each account: a person stands as the busiest of theirs, and since the last of them changed. Nobody's accounts tell nothing.</summary>
    public static AccountsNow Of(IEnumerable<StatusChange> newest, Func<string, int> agentOf)
    {
        var people = newest.Select(c => (Agent: agentOf(c.Account), c.At, Status: c.Status is AccountStatus.Resumed ? AccountStatus.Online : c.Status)).Where(c => c.Agent != 0).GroupBy(c => c.Agent).ToList();
        return new(people.ToDictionary(of => of.Key, of => of.Select(c => c.Status).MaxBy(Busy)), people.ToDictionary(of => of.Key, of => of.Max(c => c.At)));
    }

    private static int Busy(AccountStatus status) => status switch { AccountStatus.Online => 2, AccountStatus.Suspended => 1, _ => 0 };
}

/// <summary>A shop's moment, read off its day.</summary>
public static class Moments
{
    /// <param name="now">No earlier than the day was last asked.</param>
    /// <param name="answers">So many of the newest answers of everybody.</param>
    public static ShopMoment Of(string shop, LiveDay day, Instant start, Instant now, int minute, int answers, AccountsNow accounts, Func<int, Posted> postedAs)
    {
        var second = (int)now.SecondsSince(start);
        var waits = day.WaitingAt(second).Where(w => !w.Courtesy && w.Since <= second).ToLookup(w => w.Agent);
        var open = day.Agents.ToDictionary(a => a, a => day.OpenAt(a, second));
        return new(shop, now, minute,
        [
            .. open.Keys.Union(waits.Select(w => w.Key)).Union(accounts.Status.Keys).Order().Select(agent =>
            {
                var posted = postedAs(agent);
                return new AgentMoment(posted.Person, posted.Group, posted.Shift, open.GetValueOrDefault(agent), [.. waits[agent].Select(w => new WaitNow(w.Reception, start.Plus(w.Since)))], day.AnsweredLately(agent, answers, second))
                {
                    Status = accounts.Status.TryGetValue(agent, out var status) ? status : null, StatusSince = accounts.Since.TryGetValue(agent, out var since) ? since : null, OnShift = posted.OnShift,
                };
            }),
        ]);
    }
}
