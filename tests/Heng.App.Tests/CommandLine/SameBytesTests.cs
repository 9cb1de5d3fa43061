namespace Heng.App.Tests.CommandLine;

/// <summary>Order, overlap, splitting and repetition of imports don't matter, nor does the database: the same records give the same bytes.</summary>
public class SameBytesTests(Arrivals arrivals) : IClassFixture<Arrivals>
{
    [Theory]
    [InlineData(Arrivals.OnPostgres)]
    [InlineData(Arrivals.Reversed)]
    [InlineData(Arrivals.Twice)]
    [InlineData(Arrivals.InPieces)]
    public void The_same_files_give_the_same_bytes_however_they_came(string way)
    {
        var (expected, found) = (arrivals.Answers(Arrivals.AtOnce), arrivals.Answers(way));
        var different = expected.Where(e => found[e.Key] != e.Value).Select(e => $"{e.Key}: {FirstDifference(e.Value, found[e.Key])}").ToList();
        Assert.True(different.Count == 0, string.Join('\n', different));
        Assert.All(expected, e => Assert.True(e.Value.Length > 1000, e.Key));
    }

    private static string FirstDifference(string expected, string found)
    {
        var at = expected.Zip(found).TakeWhile(p => p.First == p.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");
        return $"at {at}: {Around(expected)}\n  ≠ {Around(found)}";
    }
}
