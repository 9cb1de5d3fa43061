namespace Heng.Engine.Records;

/// <summary>A moment, in whole seconds since 1970-01-01T00:00:00Z. Sources print seconds; a finer time is cut down at intake, so waits are exact.</summary>
public readonly record struct Instant(long UnixSeconds) : IComparable<Instant>
{
    public int CompareTo(Instant other) => UnixSeconds.CompareTo(other.UnixSeconds);
    public Instant Plus(long seconds) => new(UnixSeconds + seconds);
    public long SecondsSince(Instant earlier) => UnixSeconds - earlier.UnixSeconds;
    public static bool operator <(Instant a, Instant b) => a.UnixSeconds < b.UnixSeconds;
    public static bool operator >(Instant a, Instant b) => a.UnixSeconds > b.UnixSeconds;
    public static bool operator <=(Instant a, Instant b) => a.UnixSeconds <= b.UnixSeconds;
    public static bool operator >=(Instant a, Instant b) => a.UnixSeconds >= b.UnixSeconds;
}
