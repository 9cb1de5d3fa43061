namespace Heng.Engine.Facts;

/// <summary>A shift of one of the people who share an account. Seconds of the business day, also below 0 and beyond its end; the end is not included.</summary>
public readonly record struct Seat(int Agent, int Start, int End)
{
    /// <summary>Seconds to the nearest second of the shift, 0 within it.</summary>
    internal int DistanceTo(int second) => second < Start ? Start - second : second >= End ? second - End + 1 : 0;
}

/// <summary>Who sits at a shared account (共用账号) when, on one business day. Never empty.</summary>
public sealed class Seats(IReadOnlyList<Seat> seats)
{
    public IReadOnlyList<Seat> All => seats;

    /// <summary>
    /// Who is on shift; before, between and after shifts whose shift is nearest. Of several the shift that began later stands, then the one given first.
    /// </summary>
    public int At(int second) => seats.MinBy(s => (s.DistanceTo(second), -(long)s.Start)).Agent;

    /// <summary>Every second of the business day at which another sits down, in order: where a shift begins or ends, or halfway between two.</summary>
    public IEnumerable<int> Changes() => seats.SelectMany(s => new[] { s.Start, s.End })
        .Concat(from one in seats from other in seats where one.End < other.Start from second in new[] { (one.End + other.Start - 1) / 2, (one.End + other.Start + 1) / 2 } select second)
        .Where(second => second is > 0 and < 86_400 && At(second) != At(second - 1)).Distinct().Order();
}
