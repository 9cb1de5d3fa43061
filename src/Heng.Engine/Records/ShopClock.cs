namespace Heng.Engine.Records;

/// <summary>
/// The shop's clock: a fixed offset from UTC and the hour at which a business day (营业日) is cut.
/// A fixed offset, because Asia/Shanghai has kept +08:00 since 1991 and the machine's zone must never matter.
/// With cut hour 4, 03:59:59 belongs to the day before and 04:00:00 begins the day.
/// </summary>
public readonly record struct ShopClock(int OffsetSeconds, int CutHour)
{
    public static readonly ShopClock Shanghai = new(8 * 3600, 0);
    private const long DaySeconds = 86_400;
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public DateOnly DayOf(Instant at) => DateOnly.FromDayNumber(Epoch + (int)Math.DivRem(Shifted(at), DaySeconds).Quotient);
    public int SecondOfDay(Instant at) => (int)(Shifted(at) % DaySeconds);
    /// <summary>The hour on the wall, 0–23, whatever the cut.</summary>
    public int HourOf(Instant at) => (int)((at.UnixSeconds + OffsetSeconds) % DaySeconds / 3600);
    public Instant StartOf(DateOnly day) => new((long)(day.DayNumber - Epoch) * DaySeconds - OffsetSeconds + CutHour * 3600L);
    /// <summary>The first instant that no longer belongs to <paramref name="day"/>.</summary>
    public Instant EndOf(DateOnly day) => StartOf(day.AddDays(1));
    public Instant FromLocal(DateTime wall) => new((wall - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond - OffsetSeconds);
    public DateTime ToLocal(Instant at) => DateTime.UnixEpoch.AddSeconds(at.UnixSeconds + OffsetSeconds);

    private long Shifted(Instant at) => at.UnixSeconds + OffsetSeconds - CutHour * 3600L;
}
