using System.Globalization;

namespace Heng.Engine.Quality.Phrases;

/// <summary>The name of the fact that a reception used a version of a phrase; codes may hold anything, so they come last.</summary>
public static class PhraseFact
{
    public static string Of(long reception, PhraseVersion version) => string.Create(CultureInfo.InvariantCulture, $"{reception}/{version.Version}/{version.Code}");

    /// <summary>Null where it is none.</summary>
    public static (string Reception, int Version, string Code)? In(string fact) =>
        fact.Split('/', 3) is [var reception, var version, var code] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (reception, number, code) : null;
}
