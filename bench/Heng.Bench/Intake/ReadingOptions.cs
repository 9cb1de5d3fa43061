using System.Globalization;

namespace Heng.Bench.Intake;

/// <summary>What <c>heng-bench intake</c> was asked for.</summary>
internal sealed record ReadingOptions(int Messages, int Days, IReadOnlyList<string> Engines, bool Json)
{
    private static readonly string[] All = ["heng", "fold", "fold2", "import", "duckdb"];

    /// <summary>Null where the words make no sense.</summary>
    public static ReadingOptions? Parse(IReadOnlyList<string> words)
    {
        var options = new ReadingOptions(1_000_000, 7, All, false);
        for (var i = 0; i < words.Count; i += 2)
        {
            if (i + 1 == words.Count) return null;
            var value = words[i + 1];
            var next = words[i] switch
            {
                "--messages" when Positive(value) is { } n => options with { Messages = n },
                "--days" when Positive(value) is { } n => options with { Days = n },
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
