using System.Globalization;

namespace Heng.Bench.Fold;

/// <summary>What <c>heng-bench fold</c> was asked for.</summary>
internal sealed record FoldOptions(int Messages, int Threads, IReadOnlyList<string> Engines, bool Json)
{
    private static readonly string[] All = ["heng", "sqlite", "postgresql", "duckdb", "chdb"];

    /// <summary>Null where the words make no sense.</summary>
    public static FoldOptions? Parse(IReadOnlyList<string> words)
    {
        var options = new FoldOptions(2_000_000, 1, All, false);
        for (var i = 0; i < words.Count; i += 2)
        {
            if (i + 1 == words.Count) return null;
            var value = words[i + 1];
            var next = words[i] switch
            {
                "--messages" when Positive(value) is { } n => options with { Messages = n },
                "--threads" when Positive(value) is { } n => options with { Threads = n },
                "--engines" when value.Split(',').All(All.Contains) => options with { Engines = value.Split(',') },
                "--format" when value is "table" or "json" => options with { Json = value == "json" },
                _ => null,
            };
            if (next is null) return null;
            options = next;
        }
        return options;
    }

    private static int? Positive(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null;
}
