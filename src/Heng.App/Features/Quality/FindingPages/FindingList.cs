using System.Globalization;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Store;

namespace Heng.App.Features.Quality.FindingPages;

/// <summary>Findings of a month that somebody may see, for the page, its file and the command line.</summary>
internal sealed class FindingList(Database database, Sight sight, IReadOnlyList<Shop> shops)
{
    private readonly QualityBook book = new(database);

    /// <summary>Latest day first, then by person and reception.</summary>
    public IReadOnlyList<FindingRow> Of(FindingsAsk ask) => Between(ask, ask.Month.First, ask.Month.Last);

    /// <summary>The same a day at a time, behind a place where one is given: who stops early reads no more than a day too much.</summary>
    public IEnumerable<FindingRow> Behind(FindingsAsk ask, FindingPlace? place)
    {
        for (var day = place is null || place.Day > ask.Month.Last ? ask.Month.Last : place.Day; day >= ask.Month.First; day = day.AddDays(-1))
            foreach (var row in Between(ask, day, day).Where(r => place is null || FindingPlace.Of(r).CompareTo(place) > 0)) yield return row;
    }

    private IReadOnlyList<FindingRow> Between(FindingsAsk ask, DateOnly from, DateOnly to) =>
    [
        .. shops.SelectMany(shop => database.Findings.Between(shop.Id, from, to, PersonOf(ask.Agent)).Where(f => Fits(f, ask))
            .Select(f => new FindingRow(shop.Name, f.Day, sight.Roster.NameOf(f.Agent), f.Reception.ToString(CultureInfo.InvariantCulture), FindingBook.Shown(f, book)) { Kept = (shop.Id, f) })).OrderBy(FindingPlace.Of),
    ];

    /// <summary>The rows of one page with the words that were found.</summary>
    public IReadOnlyList<FindingRow> Quoted(IReadOnlyList<FindingRow> rows, Ui.Language language)
    {
        var quotes = new Quotes(database, book, language, rows.Select(r => r.Kept!.Value));
        return [.. rows.Select(r => r with { Quote = quotes.Of(r.Kept!.Value.Shop, r.Kept.Value.Of) })];
    }

    /// <summary>Those that found or could have found something the viewer may see: what never counted is for those who tend rules.</summary>
    public IReadOnlyList<(string Id, Wording Name)> RulesOn(DateOnly day) =>
        [.. book.Courses.Where(c => Rights.TendsQuality(sight.Viewer) || c.Course.Versions.Any(v => v.Live is { } live && live <= day)).Select(c => (c.Id, NameOf(c.Id, c.Course, day)))];

    /// <summary>To who tends no rules a rule is called what it was called where it counted.</summary>
    private Wording NameOf(string rule, Engine.Quality.Book.RuleCourse course, DateOnly day) =>
        !Rights.TendsQuality(sight.Viewer) && course.Versions.LastOrDefault(v => v.Live is { } live && live <= day) is { } counted ? book.Find(rule, counted.Number)!.Name : book.NameOf(rule, day);

    public bool Covered(FindingsAsk ask) => shops.Any(s => database.Coverage.Between(s.Id, ask.Month.First, ask.Month.Last).Any(c => c.Source == Engine.Metrics.Source.Quality));

    public static IReadOnlyList<FindingCount> ByRule(IReadOnlyList<FindingRow> rows) =>
        [.. rows.Where(r => r.Found.Counts).GroupBy(r => r.Found.Rule).Select(g => Count(g.Key, g.First().Found.Name, g, g.First().Found.Severity)).OrderByDescending(c => c.Times).ThenBy(c => c.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<FindingCount> ByAgent(IReadOnlyList<FindingRow> rows) =>
        [.. rows.Where(r => r.Found.Counts && r.Agent is not null && r.Found.Severity is Severity.Fatal or Severity.NonFatal).GroupBy(r => r.Agent!).Select(g => Count(g.Key, new(g.Key, g.Key), g, null))
            .OrderByDescending(c => c.Times).ThenBy(c => c.Id, StringComparer.Ordinal)];

    private static FindingCount Count(string id, Wording name, IEnumerable<FindingRow> rows, Severity? severity) => new(id, name, rows.Count(), rows.Select(r => r.Reception).Distinct(StringComparer.Ordinal).Count(), severity);

    // A name that nobody has finds nobody's.
    private int? PersonOf(string? agent) => agent is null ? null : sight.Roster.Find(agent)?.Id ?? int.MinValue;

    private bool Fits(Engine.Quality.Findings.KeptFinding f, FindingsAsk ask) =>
        FindingBook.Sees(f, sight.Viewer) && sight.Sees(f.Agent, f.Day) && (ask.Rule is null || f.Rule == ask.Rule) && (ask.Severity is null || f.Severity == ask.Severity)
        && (ask.State is null || ask.State == StateOf(f));

    private static FindingState StateOf(Engine.Quality.Findings.KeptFinding f) => f.Struck ? FindingState.Struck : f.Shadow ? FindingState.Shadow : FindingState.Counts;
}
