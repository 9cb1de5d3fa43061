using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.SoFar;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.AgentMonth;

/// <summary>Fills a person's month: the card, the metrics under it, and the days.</summary>
public sealed class AgentMonthQuery(BookCache books, ViewerFor viewers)
{
    public Task<Seen<AgentMonthView>> For(Month month, string agent, HttpContext context) =>
        Task.FromResult(View(month, agent, viewers(context), Preferences.Language(context)));

    private Seen<AgentMonthView> View(Month month, string agent, Viewer? viewer, Language language)
    {
        if (viewer is null) return Seen<AgentMonthView>.Forbidden;
        var now = books.Of(month);
        // Who may not see everyone learns nothing from the answer about who works here.
        if (now.Find(agent) is not { } person) return Rights.SeesEveryone(viewer) || viewer.Person == agent ? Seen<AgentMonthView>.NotFound : Seen<AgentMonthView>.Forbidden;
        if (!KeptMonth.Sees(viewer, person)) return Seen<AgentMonthView>.Forbidden;
        var before = books.Of(month.Plus(-1));
        var scope = MonthScope.Of(agent);
        var heads = new Headlines(now, before.HasData && before.Find(agent) is not null ? before : null, scope);
        var card = person.Live?.Card;
        var plan = Targets.PlanOf(now.Book, card?.Plan, card?.Version);
        var notes = MonthNotes.Of(now, viewer).Concat(now.Sealed is null ? card?.Notes ?? [] : person.SealedCard?.Notes ?? []);
        if (heads.ComparedTo is { } compared) notes = notes.Append(compared);
        return new AgentMonthView(
            month, agent, person.Group, person.Position, new ScoreCards(now, language).Of(person), heads.Stats(m => Targets.Of(plan, card, m)),
            Metrics(now, person), heads.Chart(), Rights.SeesPay(viewer, agent) && (now.ResultOf(person).Net is not null), [.. notes])
        {
            SoFar = !now.PayIsSealed(person) && Rights.SeesPay(viewer, agent) ? EarnedSoFar.Of(now.Book, agent) : null,
            ChangeHref = now.ResultOf(person).Score is not null && before.Find(agent) is { } then && before.ResultOf(then).Score is not null ? Links.Change(month, agent) : null,
            CyclesHref = now.Book.Files.SelectMany(f => f.Plans).Any(p => p.Cycle != Cycle.Month && p.Cycle.EndsIn(month)) ? Links.Cycles(month, agent) : null,
            Held = PersonMonths.Of(agent, viewer, now.Book.Facts.Roster, books.Database),
        };
    }

    /// <summary>All that has a source and can be a person's; the other judgement rules' and the hours' are one click further, in their explanations.</summary>
    private static List<MetricGroup> Metrics(KeptMonth now, MonthPerson person)
    {
        var facts = now.Book.Facts;
        var scope = MonthScope.Of(person.Name);
        var groups = facts.Metrics.Groups.Select(g => new MetricGroup(g.Name, [.. g.Metrics.Where(IsPersonal).Select(m => new NamedFigure(
            m.Id, m.Name, Figures.Of(now.Read(scope, m), Links.ExplainMetric(now.Month, person.Name, m.Id))))]));
        return [.. groups.Where(g => g.Figures.Count > 0)];
    }

    private static bool IsPersonal(Metric metric) =>
        metric.Formula is not (NoSource or OfSilent or ShopDay) && !metric.Id.Contains('@', StringComparison.Ordinal) && !metric.Id.StartsWith("hourly-", StringComparison.Ordinal);
}
