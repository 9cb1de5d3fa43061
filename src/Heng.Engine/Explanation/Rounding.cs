namespace Heng.Engine.Explanation;

/// <summary>How an amount ends at its last place (舍入): half away from zero, half to even, cut off toward zero, or up away from zero.</summary>
public enum Rounding : byte { HalfAway, HalfEven, Down, Up }

public static class Roundings
{
    public static decimal Of(this Rounding rule, decimal value, int digits = 2) => Math.Round(value, digits, rule switch
    {
        Rounding.HalfEven => MidpointRounding.ToEven,
        Rounding.Down => MidpointRounding.ToZero,
        Rounding.Up => value < 0m ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity,
        _ => MidpointRounding.AwayFromZero,
    });
}
