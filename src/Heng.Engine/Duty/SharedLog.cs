using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>
/// The status log of one shared account (共用账号) divided by shift: an entry is of whoever sits there at its second. Where another sits down while the account is online, the one who leaves
/// goes offline and the one who comes is online on the same devices, suspended if the account was.
/// </summary>
public static class SharedLog
{
    /// <param name="personAt">Who sits there at an instant; 0 is nobody.</param>
    /// <param name="changes">The instants after the first and up to the second at which another may sit down, in order.</param>
    public static IReadOnlyList<(int Person, StatusChange Change)> Of(
        IEnumerable<StatusChange> log, Func<Instant, int> personAt, Func<Instant, Instant, IEnumerable<Instant>> changes)
    {
        var divided = new List<(int, StatusChange)>();
        var state = new AccountState();
        StatusChange? before = null;
        foreach (var change in log.Distinct().OrderBy(c => c.At).ThenBy(c => c.Status))
        {
            if (before is not null)
            {
                state.Wait(before.At, change.At);
                if (state.IsOnline) AddHandovers(divided, state, before, changes(before.At, change.At), personAt);
            }
            divided.Add((personAt(change.At), change));
            state.Take(change);
            before = change;
        }
        return divided;
    }

    private static void AddHandovers(
        List<(int, StatusChange)> divided, AccountState state, StatusChange before, IEnumerable<Instant> changes, Func<Instant, int> personAt)
    {
        var (account, sitting) = (before.Account, personAt(before.At));
        foreach (var at in changes)
        {
            if (personAt(at) is var next && next == sitting) continue;
            divided.Add((sitting, new(account, at, AccountStatus.Offline, AccountState.AnyDevice)));
            divided.AddRange(state.Devices.Select(device => (next, new StatusChange(account, at, AccountStatus.Online, device))));
            if (state.IsSuspended) divided.Add((next, new(account, at, AccountStatus.Suspended, AccountState.AnyDevice)));
            sitting = next;
        }
    }
}
