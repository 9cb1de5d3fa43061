using Heng.App.Features.AgentMonth;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Simulation;
using Heng.Engine.Targets;
using Heng.Store;

namespace Heng.App.Features.PersonReports;

/// <summary>Makes a person's report of a month. Every number's definition stands in docs/reports.md.</summary>
public sealed class PersonReport(Database database, KeptMonth now, PastCards past, Viewer viewer, Language language)
{
    /// <summary>Fewer cases than this are called small and are no strength; fewer people than this have no mean.</summary>
    public const int LeastCases = 20, LeastPeople = 3;
    private const int MostGains = 3, MostStrengths = 3;

    public PersonReportView Of(MonthPerson person)
    {
        var (month, agent) = (now.Month, person.Name);
        var card = new ScoreCards(now, language).Of(person);
        var own = ReadCard.Of(now, person);
        var plan = Targets.PlanOf(now.Book, own?.Plan, own?.Version);
        var before = past.Before(month, agent);
        var group = Group(person, own);
        var items = card is null || own is null ? [] : card.Items.Select(i => Item(person, i, own, plan, before, group)).ToArray();
        var chats = new OwnChats(database, now.Book.Facts, month, agent, viewer, language);
        var pay = Rights.SeesPay(viewer, agent) && now.ResultOf(person).Net is not null;
        var gains = Gains(person, items, plan, group, before, chats, pay);
        return new(
            month, agent, person.Group, person.Position, card?.Plan, Score(person, card, before, group),
            [.. before.Reverse().Select(b => new ReportMonth(b.Month, b.Card?.Score)).SkipWhile(m => m.Score is null), new(month, own?.Score)],
            items, Radar(plan, own, group), Strengths(items, gains, plan, chats), gains, [.. Notes(person, card)])
        {
            PayVisible = pay, Held = PersonMonths.Of(agent, viewer, database.People.Roster, database),
        };
    }

    /// <summary>Cards of the same plan in the same group, the person's own among them.</summary>
    private ReadCard[] Group(MonthPerson person, ReadCard? own) => own is null ? []
        : [.. now.People.Where(p => p.Group == person.Group && person.Group.Length > 0).Select(p => ReadCard.Of(now, p)).OfType<ReadCard>().Where(c => c.Plan == own.Plan)];

    private static decimal? Mean(IEnumerable<decimal?> values, int least = 1) => values.OfType<decimal>().ToArray() is var known && known.Length >= least ? known.Average() : null;

    /// <summary>Over the twelve months before; null where no more is known than the last three.</summary>
    private static decimal? Longer(decimal?[] values) => values.Skip(3).Any(v => v is not null) ? Mean(values) : null;

    private ReportScore Score(MonthPerson person, ScoreCard? card, IReadOnlyList<(Month Month, ReadCard? Card)> before, ReadCard[] group)
    {
        var scores = before.Select(b => b.Card?.Score).ToArray();
        return new(card?.Score ?? Figure.Missing(Unit.Points), card?.Full ?? 100m, card?.Grade, card?.Rank, card?.Ranked ?? 0, now.Within(person),
            Mean(scores.Take(3)), Longer(scores), Mean(group.Select(c => c.Score), LeastPeople));
    }

    private ReportItem Item(MonthPerson person, ScoreItem item, ReadCard own, Plan? plan, IReadOnlyList<(Month Month, ReadCard? Card)> before, ReadCard[] group)
    {
        var planned = plan?.Items.FirstOrDefault(i => i.Id == item.Id);
        var byPeople = item.Reading is null;
        var metric = planned?.Source is FromMetric { Reported: false } from ? now.Book.Facts.Metrics.Find(from.Metric) : null;
        var reading = metric is null ? null : now.Read(MonthScope.Of(person.Name), metric);
        // A plan of another name may mean something else by the same item.
        var values = before.Select(b => b.Card?.Plan == own.Plan ? b.Card.Item(item.Id)?.Measured(byPeople) : null).ToArray();
        var figure = item.Reading is not { } read ? item.Points : read with { Part = reading?.Part, Whole = reading?.Whole, Within = reading is null ? null : Proportions.Of(reading) };
        return new(
            item.Id, item.Name, figure.Unit, BetterOf(planned, metric), figure, item.Target, item.Points, item.Full, Mean(values.Take(3)), Longer(values),
            Mean(group.Select(c => c.Item(item.Id)?.Measured(byPeople)), LeastPeople), [.. values.Reverse(), figure.Value])
        {
            Cases = Cases(metric, reading), GroupShare = Mean(group.Select(c => c.Item(item.Id)?.Share), LeastPeople),
        };
    }

    private static Better BetterOf(Item? planned, Metric? metric) => planned is null ? Better.Higher
        : planned.Better ?? planned.Method.Standard?.Better ?? (metric?.Better is { } own and not Better.None ? own : planned.Source is FromMetric ? Better.None : Better.Higher);

    /// <summary>The whole of a ratio, where it counts cases and not yuan, seconds or characters.</summary>
    private static int? Cases(Metric? metric, MetricValue? reading) =>
        metric?.Formula is RatioOf ratio && reading?.Whole is { } whole && whole <= int.MaxValue && ratio.Whole.Items.All(t => IsCounted(t.Primitive)) ? (int)whole : null;

    private static bool IsCounted(Primitive primitive) =>
        PrimitiveWords.UnitOf(primitive) is not (Unit.Seconds or Unit.Characters or Unit.Days or Unit.Yuan) && !PrimitiveWords.CodeOf(primitive).Contains("Fen", StringComparison.Ordinal);

    private static IReadOnlyList<RadarAxis> Radar(Plan? plan, ReadCard? own, ReadCard[] group) => plan is null || own is null ? []
        : [.. plan.Dimensions.Where(d => d.Items.Any(i => !i.Bonus)).Select(d =>
        {
            (decimal Points, decimal Full)? Of(ReadCard card)
            {
                var scored = d.Items.Where(i => !i.Bonus).Select(i => card.Item(i.Id)).Where(i => i is { Points: not null, Full: > 0m }).ToArray();
                return scored.Length == 0 ? null : (scored.Sum(i => i!.Points!.Value), scored.Sum(i => i!.Full));
            }
            decimal? ShareOf(ReadCard card) => Of(card) is { } sum ? Math.Clamp(sum.Points / sum.Full, 0m, 1m) : null;
            return new RadarAxis(d.Name, ShareOf(own), Mean(group.Select(ShareOf), LeastPeople), Of(own)?.Points, Of(own)?.Full ?? d.Items.Where(i => !i.Bonus).Sum(i => i.Weight));
        })];

    /// <summary>A strength that stands among what to improve too has its chats there.</summary>
    private static IReadOnlyList<ReportStrength> Strengths(ReportItem[] items, IReadOnlyList<ReportGain> gains, Plan? plan, OwnChats chats) =>
        [.. items.Where(i => !i.Small && i.Share - i.GroupShare > 0m).OrderByDescending(i => i.Share - i.GroupShare).Take(MostStrengths)
            .Select(i => new ReportStrength(i, (i.Share - i.GroupShare)!.Value, gains.Any(g => g.Item.Id == i.Id) ? ReportExamples.None : Examples(i, plan, chats)))];

    private static ReportExamples Examples(ReportItem item, Plan? plan, OwnChats chats) =>
        plan?.Items.FirstOrDefault(i => i.Id == item.Id)?.Source is FromMetric { Reported: false } from ? chats.Of(from.Metric) : ReportExamples.None;

    /// <summary>
    /// What a realistic step of one number would bring, worked out by putting it through plan and pay as a whole: by yuan where the viewer sees pay and any is gained, else by points. Numbers
    /// that are only compared with colleagues' have none: what it brings would tell what they have.
    /// </summary>
    private IReadOnlyList<ReportGain> Gains(MonthPerson person, ReportItem[] items, Plan? plan, ReadCard[] group, IReadOnlyList<(Month Month, ReadCard? Card)> before, OwnChats chats, bool pay)
    {
        var (book, own) = (now.Book, ReadCard.Of(now, person));
        MetricValue? Read(string asked) => book.Facts.Metrics.Find(asked) is { } metric && person.Live is { } live ? book.Facts.Read(metric, live.Totals) : null;
        if (plan is null || own is null || NextSteps.Tries(book.Rehearsed, PlanChoice.RegimeOf(book.Files), person.Name, Read) is not { } tries) return [];
        var gains = new List<ReportGain>();
        foreach (var item in items)
        {
            if (plan.Items.FirstOrDefault(i => i.Id == item.Id) is not { Source: FromMetric from, Method: not ByRank } || item.Now.Value is not { } value) continue;
            decimal[] earlier = [.. before.Where(b => b.Card?.Plan == own.Plan).Select(b => b.Card!.Item(item.Id)?.Value).OfType<decimal>()];
            if (RealisticStep.Of(value, item.Better, [.. group.Select(c => c.Item(item.Id)?.Value).OfType<decimal>()], earlier) is not { } step) continue;
            var (yuan, points) = tries(from.Asked, step.To);
            if (!(pay && yuan > 0m) && points is not > 0m) continue;
            gains.Add(new(item, step.To, step.From, pay ? yuan : null, points, ReportExamples.None));
        }
        return [.. gains.OrderByDescending(g => g.Pay ?? 0m).ThenByDescending(g => g.Points ?? 0m).Take(MostGains).Select(g => g with { Examples = Examples(g.Item, plan, chats) })];
    }

    /// <summary>It is handed to the person, so it tells of nobody else.</summary>
    private IEnumerable<Wording> Notes(MonthPerson person, ScoreCard? card)
    {
        foreach (var note in MonthNotes.Of(now, new(person.Name, Role.Agent, person.Name, person.Group))) yield return note;
        if (card is { Stretches.Count: > 0 }) yield return new("这个月分段考核：各项不在此比较，见评分卡。", "The month is in stretches: its items are not compared here; see the score card.");
        foreach (var note in card?.Notes ?? []) yield return note;
    }
}
