using System.Globalization;
using Heng.App.CommandLine;
using Heng.Engine.Quality;

namespace Heng.App.Features.Quality.FindingPages;

/// <summary>Where a finding stands in their list: latest day first, then by person, reception, severity, rule, id and version.</summary>
internal sealed record FindingPlace(DateOnly Day, string? Agent, string Reception, Severity Severity, string Rule, string Id, int Version) : IComparable<FindingPlace>
{
    public static FindingPlace Of(FindingRow row) => new(row.Day, row.Agent, row.Reception, row.Found.Severity, row.Found.Rule, row.Found.Id, row.Found.Version);

    /// <summary>As the fields of a row stand in JSON; null where they name no place.</summary>
    public static FindingPlace? Read(string?[] fields) =>
        fields is [{ } on, var agent, { } reception, { } severity, { } rule, { } id, { } version] && DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Enum.GetValues<Severity>().Where(s => Json.Kebab(s) == severity).Select(s => (Severity?)s).FirstOrDefault() is { } known && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(day, agent, reception, known, rule, id, number) : null;

    public int CompareTo(FindingPlace? other) => other is null ? 1
        : new[] { other.Day.CompareTo(Day), string.CompareOrdinal(Agent, other.Agent), string.CompareOrdinal(Reception, other.Reception), Severity.CompareTo(other.Severity), string.CompareOrdinal(Rule, other.Rule), string.CompareOrdinal(Id, other.Id), Version.CompareTo(other.Version) }
            .FirstOrDefault(c => c != 0);
}
