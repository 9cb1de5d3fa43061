namespace Heng.Engine.Explanation;

/// <summary>
/// Where the true value of a number that rests on a sample lies, in 95 of 100 such samples (置信区间, 95 %); both ends belong to it, and the number itself lies within.
/// </summary>
public readonly record struct Confidence(decimal Low, decimal High)
{
    public decimal Width => High - Low;
}
