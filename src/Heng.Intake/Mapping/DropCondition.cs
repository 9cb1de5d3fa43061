using System.Text.RegularExpressions;

namespace Heng.Intake.Mapping;

public enum DropTest : byte { Equals, Contains, Matches, Empty }

/// <summary>A condition under which a map leaves a row out, counted. <paramref name="Not"/> turns it round.</summary>
public sealed record DropCondition(string Column, DropTest Test, string Argument, bool Not)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);
    private readonly Regex? pattern = Test == DropTest.Matches ? new(Argument, RegexOptions.CultureInvariant, Patience) : null;

    /// <summary>Null when the pattern took too long for this cell.</summary>
    public bool? Meets(string cell)
    {
        try
        {
            return Not ^ Test switch
            {
                DropTest.Equals => cell == Argument,
                DropTest.Contains => cell.Contains(Argument, StringComparison.Ordinal),
                DropTest.Matches => pattern!.IsMatch(cell),
                _ => cell.Length == 0,
            };
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
