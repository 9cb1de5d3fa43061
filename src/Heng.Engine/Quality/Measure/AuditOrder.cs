using System.Globalization;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Measure;

/// <summary>
/// In which order places are labelled and receptions audited: by a hash of the id under the month's name, so that nobody picks, and whoever asks again gets the same. It is not secret: what
/// is drawn to be scored goes by a committed seed instead.
/// </summary>
public static class AuditOrder
{
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Select(id => (id, Rank: StableHash.Of("audit", name, id))).OrderBy(p => p.Rank).ThenBy(p => p.id, StringComparer.Ordinal).Select(p => p.id)];

    public static string Name(Month month, string rule) => string.Create(CultureInfo.InvariantCulture, $"{month}/{rule}");
}
