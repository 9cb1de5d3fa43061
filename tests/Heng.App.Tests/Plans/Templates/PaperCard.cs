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
            (Beside.Target, var metric) => (TargetOf(metric), Catalogue.Find(metric)!.Unit),
            (_, var kind) => (kind, Unit.Times),
            null => (asked, Catalogue.Find(asked)!.Unit),
        };
        return Explained.Leaf(asked, new(name, name), numbers.Where(n => n.Name == name).Select(n => (decimal?)n.Value).FirstOrDefault(), unit);
    };

    /// <summary>The name of a person's own target, so that it is not taken for the metric's value.</summary>
    public static string TargetOf(string metric) => Asking.For(Beside.Target, metric);

    /// <summary>With a table imported, so that a kind of it that is not among the numbers occurred 0 times.</summary>
    public static Candidate Counted(this Candidate person, Beside what)
    {
        var known = person.Metric;
        return person with { Metric = asked => known(asked) is { Value: null } unknown && Asking.Parse(asked)?.What == what ? Explained.Leaf(asked, unknown.Label, 0m, Unit.Times) : known(asked) };
    }

    public static Candidate Marked(this Candidate person, params (string Item, string Rater, decimal Points)[] marks) => person with { Entries = [.. person.Entries, .. Entries(marks)] };

    /// <summary>Points on top, with or without the reason that they need.</summary>
    public static Candidate Praised(this Candidate person, string item, string rater, decimal points, string? reason) =>
        person with { Entries = [.. person.Entries, new Entry(October, Name, item, rater, points, reason, null)] };

    /// <summary>With cards of these scores behind them, one for each part of a longer cycle; null is a part without a card.</summary>
    public static Candidate After(params decimal?[] scores) => Person() with { Parts = [.. scores.Select((s, i) => Part(i + 1, s))] };

    private static CardPart Part(int number, decimal? score)
    {
        var card = score is null ? null : new Scorecard(Name, "", 1, score, null, null, [], Explained.Leaf("score", new("总分", "Score"), score, Unit.Points));
        return new(new($"{number}", $"{number}"), card, Values());
    }

    public static Scorecard Score(string plan, Candidate person)
    {
        var card = Scorer.Score(Plan(plan), October, [person]).Single();
        Assert.Equal(card.Score, card.Explanation.Recompute());
        Assert.All(card.Items, i => Assert.Equal(i.Points, i.Explanation.Recompute()));
        return card;
    }

    public static decimal?[] Points(this Scorecard card) => [.. card.Items.Select(i => i.Points)];

    public static decimal? PointsOf(this Scorecard card, string item) => card.Items.Single(i => i.Item == item).Points;

    /// <summary>A past card for the rules of consequence.</summary>
    public static CardBefore Before(int month, string grade, string? leader = null) => new(new(2026, month), 70m, grade, leader);
}
