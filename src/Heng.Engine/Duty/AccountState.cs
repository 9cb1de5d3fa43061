using Heng.Engine.Records;

namespace Heng.Engine.Duty;

/// <summary>What an account's status log comes to, entry by entry: on which devices it is online, and whether it is suspended.</summary>
internal sealed class AccountState
{
    public const int AnyDevice = 0;
    private const int LongestSilence = 16 * 3600;
    private readonly SortedSet<int> devices = [];

    public bool IsOnline => devices.Count > 0;
    public bool IsSuspended { get; private set; }
    public IReadOnlyCollection<int> Devices => devices;

    /// <summary>Across a silence longer than a shift nobody knows.</summary>
    public void Wait(Instant from, Instant to)
    {
        if (to.SecondsSince(from) <= LongestSilence) return;
        devices.Clear();
        IsSuspended = false;
    }

    public void Take(StatusChange change)
    {
        switch (change.Status)
        {
            case AccountStatus.Online: devices.Add(change.Device); break;
            case AccountStatus.Suspended: IsSuspended = true; break;
            case AccountStatus.Resumed: IsSuspended = false; break;
            case AccountStatus.Offline:
                if (change.Device == AnyDevice) devices.Clear();
                else devices.Remove(change.Device);
                if (devices.Count == 0) IsSuspended = false;
                break;
        }
    }
}
