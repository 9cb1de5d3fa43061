using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>
/// What a number in a formula measures (量纲): powers of yuan, seconds and days, or else a noun such as orders, a rate, or nothing.
/// Counts and rates vanish beside what is measured: yuan ÷ orders is yuan, as the catalogue has it. Zero fits beside anything.
/// </summary>
internal readonly record struct Measure(int Yuan, int Seconds, int Days, Unit Noun, bool Zero = false)
{
    public static readonly Measure Bare = new(0, 0, 0, Unit.None);

    public static Measure Of(Unit unit) => unit switch
    {
        Unit.Yuan => new(1, 0, 0, Unit.None),
        Unit.Seconds => new(0, 1, 0, Unit.None),
        Unit.Days => new(0, 0, 1, Unit.None),
        Unit.Ratio => Bare,
        _ => new(0, 0, 0, unit),
    };

    private bool Pure => (Yuan, Seconds, Days) == (0, 0, 0);

    /// <summary>The unit that says it; what none says, such as yuan a second, is a bare number to whoever reads it.</summary>
    public Unit Named => (Yuan, Seconds, Days) switch
    {
        (0, 0, 0) => Noun,
        (1, 0, 0) => Unit.Yuan,
        (0, 1, 0) => Unit.Seconds,
        (0, 0, 1) => Unit.Days,
        _ => Unit.None,
    };

    public Wording Words => Pure || Named != Unit.None ? WrittenUnits.NameOf(Named) : new(Powers(zh: true), Powers(zh: false));

    /// <summary>What both measure, where they may be added, compared or stand for each other; null where they clash. A bare number fits beside a noun.</summary>
    public static Measure? Agreed(Measure a, Measure b) =>
        a.Zero ? b
        : b.Zero || a == b ? a
        : a.Pure && b.Pure && a.Noun == Unit.None ? b
        : a.Pure && b.Pure && b.Noun == Unit.None ? a
        : null;

    public static Measure Product(Measure a, Measure b) => new(a.Yuan + b.Yuan, a.Seconds + b.Seconds, a.Days + b.Days, (a.Pure && b.Pure, a.Noun, b.Noun) switch
    {
        (false, _, _) => Unit.None,
        (_, Unit.Rate, Unit.Rate) => Unit.Rate,
        (_, var noun, Unit.None or Unit.Rate) when Countable(noun) => noun,
        (_, Unit.None or Unit.Rate, var noun) when Countable(noun) => noun,
        _ => Unit.None,
    });

    public static Measure Quotient(Measure a, Measure b) => new(a.Yuan - b.Yuan, a.Seconds - b.Seconds, a.Days - b.Days,
        a.Pure && b.Pure && Countable(a.Noun) && b.Noun is Unit.None or Unit.Rate ? a.Noun : Unit.None);

    /// <summary>Whether a definition of this unit may have it.</summary>
    public bool Fits(Unit declared) => Zero || declared switch
    {
        Unit.None or Unit.Ratio => Pure || Named == Unit.None,
        Unit.Yuan or Unit.Seconds or Unit.Days => this == Of(declared),
        Unit.PerHour or Unit.PerMinute or Unit.PerPerson => Pure && (Noun == declared || Noun is Unit.None || Countable(Noun)),
        _ => Pure && (Noun == declared || Noun == Unit.None),
    };

    private static bool Countable(Unit noun) => noun is Unit.People or Unit.Times or Unit.Orders or Unit.Pieces or Unit.Characters or Unit.Points;

    private string Powers(bool zh)
    {
        (int Power, Unit Unit)[] parts = [(Yuan, Unit.Yuan), (Seconds, Unit.Seconds), (Days, Unit.Days)];
        string Side(bool above) => string.Join(" × ", parts.Where(p => above ? p.Power > 0 : p.Power < 0)
            .SelectMany(p => Enumerable.Repeat(WrittenUnits.NameOf(p.Unit).In(!zh), Math.Min(3, Math.Abs(p.Power)))));
        var (over, under) = (Side(above: true), Side(above: false));
        return under.Length == 0 ? over : $"{(over.Length == 0 ? "1" : over)} ÷ {under}";
    }
}
