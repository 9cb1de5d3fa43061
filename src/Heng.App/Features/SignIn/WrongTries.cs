using System.Net;
using System.Net.Sockets;

namespace Heng.App.Features.SignIn;

/// <summary>What tries are counted under, and how many of them are free. Never a name alone: then a stranger could lock it.</summary>
public readonly record struct TriesOf(string Key, int Free)
{
    public const int FreeOfName = 5, FreeOfAddress = 30;
    private const int LongestName = 100;

    public static TriesOf Device(string device, long user) => new(FormattableString.Invariant($"device {device} {user}"), FreeOfName);
    public static TriesOf Name(string name, IPAddress? address) => new($"name {Network(address)} {(name.Length > LongestName ? name[..LongestName] : name)}", FreeOfName);
    public static TriesOf Address(IPAddress? address) => new($"address {Network(address)}", FreeOfAddress);

    /// <summary>Whoever has one address of IPv6 has the 2^64 of its network.</summary>
    private static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}

/// <summary>
/// Makes guessing passwords slow: past the free tries each one waits, first half a minute, then twice as long each time, a quarter of an hour at most;
/// after an hour of quiet all is forgotten. A try counts before its password is looked at, so that many at once are no more than one after another.
/// </summary>
public sealed class WrongTries(TimeProvider time)
{
    private const int TidyAbove = 10_000;
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30), LongestWait = TimeSpan.FromMinutes(15), Quiet = TimeSpan.FromHours(1);
    private readonly Dictionary<string, (int Tries, DateTimeOffset Last, DateTimeOffset Until)> counts = new(StringComparer.Ordinal);
    private readonly Lock turn = new();

    /// <summary>Counts a try. Not null: it comes too early, is not counted, and its password is not to be looked at.</summary>
    public DateTimeOffset? Take(params IReadOnlyList<TriesOf> of)
    {
        lock (turn)
        {
            var now = time.GetUtcNow();
            if (Waiting(of, now) is { } until) return until;
            if (counts.Count > TidyAbove) foreach (var key in counts.Where(c => c.Value.Last + Quiet <= now).Select(c => c.Key).ToList()) counts.Remove(key);
            foreach (var one in of)
            {
                var tries = TriesAt(one, now) + 1;
                counts[one.Key] = (tries, now, now + WaitAfter(tries, one.Free));
            }
            return null;
        }
    }

    /// <summary>The try was right after all: the name begins anew, the address gets this one back.</summary>
    public void Right(params IReadOnlyList<TriesOf> of)
    {
        lock (turn)
        {
            counts.Remove(of[0].Key);
            foreach (var one in of.Skip(1)) if (counts.TryGetValue(one.Key, out var count)) counts[one.Key] = (count.Tries - 1, count.Last, count.Last);
        }
    }

    /// <summary>When the next try may come; null for at once.</summary>
    public DateTimeOffset? Until(params IReadOnlyList<TriesOf> of)
    {
        lock (turn) return Waiting(of, time.GetUtcNow());
    }

    /// <summary>How many more may be wrong before one has to wait.</summary>
    public int Left(TriesOf of)
    {
        lock (turn) return Math.Max(0, of.Free - TriesAt(of, time.GetUtcNow()));
    }

    private DateTimeOffset? Waiting(IReadOnlyList<TriesOf> of, DateTimeOffset now) =>
        of.Select(one => counts.TryGetValue(one.Key, out var count) ? count.Until : now).Max() is var until && until > now ? until : null;

    private int TriesAt(TriesOf of, DateTimeOffset now) => counts.TryGetValue(of.Key, out var count) && now < count.Last + Quiet ? count.Tries : 0;

    private static TimeSpan WaitAfter(int tries, int free)
    {
        if (tries < free) return TimeSpan.Zero;
        var wait = FirstWait * (1 << Math.Min(tries - free, 10));
        return wait < LongestWait ? wait : LongestWait;
    }
}
