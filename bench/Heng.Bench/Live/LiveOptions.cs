using System.Globalization;

namespace Heng.Bench.Live;

/// <summary>What <c>heng-bench live</c> was asked for.</summary>
internal sealed record LiveOptions(int Seconds, int Rate, int Watchers, bool Json)
{
    /// <summary>Null where the words make no sense.</summary>
    public static LiveOptions? Parse(IReadOnlyList<string> words)
    {
        var options = new LiveOptions(600, 5000, 500, false);
        for (var i = 0; i < words.Count; i += 2)
        {
            if (i + 1 == words.Count) return null;
            var number = int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : (int?)null;
            var next = (words[i], number) switch
            {
                ("--seconds", { } seconds) => options with { Seconds = seconds },
                ("--rate", { } rate) => options with { Rate = rate },
                ("--watchers", { } watchers and <= 5000) => options with { Watchers = watchers },
                ("--format", _) when words[i + 1] is "table" or "json" => options with { Json = words[i + 1] == "json" },
                _ => null,
            };
            if (next is null) return null;
            options = next;
        }
        return options;
    }
}
