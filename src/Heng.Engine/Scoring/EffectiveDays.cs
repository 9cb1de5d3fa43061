namespace Heng.Engine.Scoring;

/// <summary>The days on which a plan is in force (生效期), both included; open where nothing is said.</summary>
public sealed record EffectiveDays(DateOnly? From, DateOnly? To)
{
    public static readonly EffectiveDays Always = new(null, null);
    public bool Holds(DateOnly day) => !(day < From) && !(day > To);
    public bool Meets(EffectiveDays other) => !(To < other.From) && !(other.To < From);
}
