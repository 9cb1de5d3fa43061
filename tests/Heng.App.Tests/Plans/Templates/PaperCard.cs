using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>A card as a template's page works it out: the plan of the file, and one person with the numbers that the page names.</summary>
internal static class PaperCard
{
    public const string Name = "王雨桐";
    public static readonly Month October = new(2026, 10);

    public static PlanFileContent File(string scheme)
    {
        var read = TemplateLibrary.Find(scheme)!.Load(Catalogue.Find);
        Assert.Empty(read.Findings);
        return read.Content!;
    }

    /// <param name="id">Scheme/plan.</param>
    public static Plan Plan(string id) => File(id[..id.IndexOf('/', StringComparison.Ordinal)]).Plans.Single(p => p.Id == id);

    public static Entry[] Entries(params (string Item, string Rater, decimal Points)[] entries) => [.. entries.Select(e => new Entry(October, Name, e.Item, e.Rater, e.Points, null, null))];

    /// <summary>Metrics, counters, incidents and errors by the names that the file writes; one that is not named has no value.</summary>
    public static Candidate Person(params (string Name, decimal Value)[] numbers) => new(Name, "一组", "", Values(numbers), [], null, null);

    public static Func<string, Explained> Values(params (string Name, decimal Value)[] numbers) => asked =>
    {
        var (name, unit) = Asking.Parse(asked) switch
        {
            (Beside.Counter, var counted) => (FromCounter.Parse(counted).Name, FromCounter.Parse(counted).Unit),
            (_, var kind) => (kind, Unit.Times),
            null => (asked, Catalogue.Find(asked)!.Unit),
        };
        return Explained.Leaf(asked, new(name, name), numbers.Where(n => n.Name == name).Select(n => (decimal?)n.Value).FirstOrDefault(), unit);
    };

    public static Scorecard Score(string plan, Candidate person)
    {
        var card = Scorer.Score(Plan(plan), October, [person]).Single();
        Assert.Equal(card.Score, card.Explanation.Recompute());
        return card;
    }

    public static decimal?[] Points(this Scorecard card) => [.. card.Items.Select(i => i.Points)];

    public static decimal? PointsOf(this Scorecard card, string item) => card.Items.Single(i => i.Item == item).Points;

    /// <summary>A past card for the rules of consequence.</summary>
    public static CardBefore Before(int month, string grade, string? leader = null) => new(new(2026, month), 70m, grade, leader);
}
