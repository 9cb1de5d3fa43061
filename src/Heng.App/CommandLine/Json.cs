using System.Text.Json.Nodes;
using Heng.Engine.Explanation;

namespace Heng.App.CommandLine;

/// <summary>How values stand in JSON: exact decimals without idle zeroes, ratios to six places, names in kebab-case.</summary>
public static class Json
{
    public static JsonNode? Number(decimal? value) => value is { } known ? JsonValue.Create(Plain(known)) : null;

    /// <summary>Exact where it ends within six places, else to six, half away from zero.</summary>
    public static JsonNode? Number6(decimal? value) => value is { } known ? JsonValue.Create(Plain(Math.Round(known, 6, MidpointRounding.AwayFromZero))) : null;

    /// <summary>Of 95 samples in 100 the true value lies in it.</summary>
    public static JsonObject Interval(Confidence within) => new() { ["low"] = Number6(within.Low), ["high"] = Number6(within.High), ["confidence"] = 0.95m };

    public static string Kebab<T>(T value) where T : struct, Enum
    {
        var text = value.ToString();
        return string.Concat(text.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
    }

    public static JsonArray Texts(IEnumerable<Wording> words, bool english) => [.. words.Select(w => JsonValue.Create(w.In(english)))];

    public static string UnitOf(Unit unit) => unit switch
    {
        Unit.Seconds => "s",
        Unit.Yuan => "CNY",
        Unit.None => "",
        _ => Kebab(unit),
    };

    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}
