using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Tests.Plans.Templates;

/// <summary>Cards of the built-in plans for people made here, with the metrics of the catalogue.</summary>
internal static class TemplateCards
{
    public const string Name = "王雨桐";
    public static readonly Month October = new(2026, 10);

    public static PlanFileContent Load(string scheme)
    {
        var result = TemplateLibrary.Find(scheme)!.Load(Catalogue.Find);
        Assert.Empty(result.Errors);
        return result.Content!;
    }

    public static Plan PlanOf(string id) => Load(id[..id.IndexOf('/', StringComparison.Ordinal)]).Plans.Single(p => p.Id == id);

    /// <param name="counted">What was imported, so that a kind of it that is not among the values occurred 0 times.</param>
    public static Candidate Person(string name, Beside[] counted, params (string Asked, decimal Value)[] values) =>
        new(name, "一组", "", Values(counted, values), [], null, null);

    public static Candidate Marked(this Candidate person, params (string Item, string Rater, decimal Points)[] marks) =>
        person with { Entries = [.. person.Entries, .. marks.Select(m => new Entry(October, person.Agent, m.Item, m.Rater, m.Points, null, null))] };

    /// <summary>Points on top, given with a reason.</summary>
    public static Candidate Praised(this Candidate person, string item, string rater, decimal points, string? reason) =>
        person with { Entries = [.. person.Entries, new Entry(October, person.Agent, item, rater, points, reason, null)] };

    /// <summary>With cards of these scores behind them, one for each part of a longer cycle; null is a part without a card.</summary>
    public static Candidate After(params decimal?[] scores) => Person(Name, []) with { Parts = [.. scores.Select((s, i) => Part(i + 1, s))] };

    private static CardPart Part(int number, decimal? score)
    {
        var card = score is null ? null : new Scorecard(Name, "", 1, score, null, null, [], Explained.Leaf("score", new("总分", "Score"), score, Unit.Points));
        return new(new($"{number}", $"{number}"), card, Values([], []));
    }

    public static string Counter(string name, Unit unit) => new FromCounter(name, unit).Asked;
    public static string Incident(string kind) => Asking.For(Beside.Incident, kind);
    public static string Error(string kind) => Asking.For(Beside.Error, kind);

    public static Scorecard Score(Plan plan, Candidate person)
    {
        var card = Scorer.Score(plan, October, [person]).Single();
        Assert.Equal(card.Score, card.Explanation.Recompute());
        Assert.All(card.Items, i => Assert.Equal(i.Points, i.Explanation.Recompute()));
        return card;
    }

    public static decimal? PointsOf(this Scorecard card, string item) => card.Items.Single(i => i.Item == item).Points;

    private static Func<string, Explained> Values(Beside[] counted, (string Asked, decimal Value)[] values) => asked =>
    {
        var known = values.Where(v => v.Asked == asked).Select(v => (decimal?)v.Value).FirstOrDefault();
        var (unit, none) = Asking.Parse(asked) switch
        {
            (Beside.Counter, var name) => (FromCounter.Parse(name).Unit, (decimal?)null),
            (var what, _) => (Unit.Times, counted.Contains(what) ? 0m : null),
            _ => (Catalogue.Find(asked)!.Unit, null),
        };
        return Explained.Leaf(asked, new(asked, asked), known ?? none, unit);
    };
}
