namespace Heng.Engine.Records;

/// <summary>A day that somebody plans for is at most two years ahead, that day included: what is further is a slip of the pen.</summary>
public static class FarAhead
{
    public const int MostYears = 2;

    public static bool Is(DateOnly day, DateOnly today) => day > today.AddYears(MostYears);
    public static bool Is(Instant at, Instant now) => Is(ShopClock.Shanghai.DayOf(at), ShopClock.Shanghai.DayOf(now));
}
