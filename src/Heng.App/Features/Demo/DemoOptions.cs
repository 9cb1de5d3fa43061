using Heng.Engine.Records;

namespace Heng.App.Features.Demo;

/// <summary>
/// What shop to invent: this many agents (leaders come on top), this many months ending with <paramref name="Until"/>.
/// The same options give the same bytes on every machine.
/// </summary>
public sealed record DemoOptions(Month Until, int Agents = 24, int Months = 3, int Seed = 20261001)
{
    public const int FewestAgents = 3, MostAgents = 200, MostMonths = 36;

    public Month FirstMonth => Until.Plus(1 - Months);
    public DateOnly FirstDay => FirstMonth.First;
    public DateOnly LastDay => Until.Last;

    /// <summary>The wall second at which the invented world ends; nothing at or after it is written.</summary>
    public long End => Wall.At(LastDay.AddDays(1), 0);

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Agents, FewestAgents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Agents, MostAgents);
        ArgumentOutOfRangeException.ThrowIfLessThan(Months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Months, MostMonths);
    }
}
