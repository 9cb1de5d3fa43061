using System.Globalization;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Measure;
using Heng.Store;

namespace Heng.App.Features.Quality.Measure;

/// <summary>A labelled place of a rule.</summary>
public sealed record PlaceLabel(string Rule, string Place, DateOnly Day, IReadOnlyList<LabelStep> Happened)
{
    private IReadOnlyList<LabelStep> Standing => [.. LabelStep.Standing(Happened)];

    /// <summary>The last word that stands; null where all was taken back, or it was only passed over.</summary>
    public LabelStep? Last => Standing is [.., var last] ? last : null;
    public IEnumerable<Truth> Truths => Standing.Select(h => h.On(Place));

    /// <summary>A line that a version missed, as somebody pointed at it and did not take back.</summary>
    public bool IsMissed => Message is not null && Last is { What: LabelEvent.There };
    public string? Message => Happened.FirstOrDefault(h => h.What != LabelEvent.Skipped)?.Message;
    public bool IsIn(string shop, string reception) => Happened[0].Shop == shop && Happened[0].Reception == reception;
    public bool IsBy(string who) => Standing.Any(s => s.Who == who);
    public int SkippedBy(string who) => Happened.Count(s => s.What == LabelEvent.Skipped && s.Who == who);

    public static PlaceLabel Of(KeptMatter<LabelStep> kept) => new(kept.Of.About, kept.Of.Key![(kept.Of.About.Length + 1)..], kept.Of.First, kept.Happened);
}

/// <summary>
/// How well the versions of rules do (实测): what people said of places beside what each version found there. A version is measured on the days that it looks at; a day that was labelled
/// before a version ran there speaks of it once the day is counted again.
/// </summary>
public sealed class RuleMeasures
{
    private readonly ILookup<string, PlaceLabel> labels;
    private readonly HashSet<(string Place, int Version)> found = [];

    public RuleMeasures(Database database, string? rule = null)
    {
        var matters = database.Matters(MeasureMatters.Label);
        PlaceLabel[] all = [.. (rule is null ? matters.All : matters.About(rule)).Select(PlaceLabel.Of)];
        labels = all.ToLookup(l => l.Rule, StringComparer.Ordinal);
        if (all.Length == 0) return;
        var places = all.Select(l => long.Parse(l.Place, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        foreach (var shop in database.Shops.All)
            foreach (var (id, version) in database.Findings.Standing(shop.Id, all.Min(l => l.Day), all.Max(l => l.Day), places))
                found.Add((id.ToString(CultureInfo.InvariantCulture), version));
    }

    public IEnumerable<PlaceLabel> LabelsOf(string rule) => labels[rule];

    public Measured Of(string rule, RuleVersion version) =>
        Measured.Of(labels[rule].Where(l => version.RunsOn(l.Day)).SelectMany(l => l.Truths), place => found.Contains((place, version.Number)));

    /// <summary>The same of a text that nobody proposed yet, which hits these places on these days.</summary>
    public Measured Of(string rule, DateOnly from, DateOnly to, IReadOnlySet<string> hits) =>
        Measured.Of(labels[rule].Where(l => from <= l.Day && l.Day <= to).SelectMany(l => l.Truths), hits.Contains);

    /// <summary>
    /// Whether a version may count (达标). What only draws attention never costs or brings points, so it needs no bar.
    /// </summary>
    public static bool Passed(Database database, string rule, int version)
    {
        if (database.Matters(QualityMatters.Rule).Find(rule) is not { } kept || new RuleCourse(kept.Happened).Versions.FirstOrDefault(v => v.Number == version) is not { } of) return false;
        return RuleTexts.Read(of.Text).Severity == Engine.Quality.Severity.Attention || BarOf(database).Refuses(new RuleMeasures(database, rule).Of(rule, of)) is null;
    }

    public static Bar BarOf(Database database) => database.Matters(MeasureMatters.Bar).Find(MeasureMatters.BarKey)?.Happened[^1].Bar ?? Bar.Shipped;
}
