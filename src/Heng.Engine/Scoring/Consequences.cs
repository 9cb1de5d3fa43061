using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>A past card as a rule sees it: the grade, the score, and the grade of the person's leader in the same period.</summary>
public sealed record CardBefore(Month Last, decimal? Score, string? Grade, string? LeaderGrade = null)
{
    /// <summary>The place among all cards of the plan.</summary>
    public int? Rank { get; init; }
    /// <summary>The bars that the plan's rules ask about.</summary>
    public IReadOnlyList<BarSeen> Bars { get; init; } = [];
}

/// <summary>
/// A ladder of consecutive cards (连续规则): the n-th card in a row that meets its step proposes that step's measure. A card that does not meet the next step ends the row,
/// and may itself begin a new one; past the last step the last one holds. A card without a score, or without the value that a bar is of, neither climbs nor ends.
/// </summary>
public sealed record Consequence(string Id, Wording Name, IReadOnlyList<LadderStep> Steps)
{
    /// <summary>How many cards a step may ask for in a row: further back nobody looks.</summary>
    public const int MostInARow = 12;
}

/// <summary>
/// One step: which grades (or scores), bar and place meet it, all that are named at once, what it proposes, and the measure that must be on record since the row's first period ended; what is harsher than coaching needs coaching,
/// whatever the plan says. Without that the measure is proposed (again) in its stead and the count waits. LeaderBelow: only while the leader's grade is worse than this one.
/// </summary>
public sealed record LadderStep(IReadOnlyList<string> Grades, Interval? Scores, MeasureKind Proposes)
{
    public MeasureKind? Needs { get; init; }
    public string? LeaderBelow { get; init; }
    /// <summary>A bar that is to be reached (晋升线).</summary>
    public LadderBar? Bar { get; init; }
    /// <summary>The last place on the plan that still meets it.</summary>
    public int? Rank { get; init; }
    /// <summary>How many cards in a row are to meet it before it proposes.</summary>
    public int InARow { get; init; } = 1;

    /// <summary>What must be on record first, in this order.</summary>
    public IEnumerable<MeasureKind> Before => new[] { MeasureWords.IsHarsh(Proposes) ? MeasureKind.Coaching : (MeasureKind?)null, Needs }.OfType<MeasureKind>().Distinct();

    /// <summary>Null where the card does not say: it has no value that the bar is of.</summary>
    /// <param name="order">Grades, best first.</param>
    public bool? Meets(CardBefore card, IReadOnlyList<string> order)
    {
        if (!Scored(card) || LeaderBelow is { } mark && !Worse(card.LeaderGrade, mark, order) || Rank is { } place && !(card.Rank <= place)) return false;
        return Bar is { } bar ? bar.ReachedOn(card) : true;
    }

    private bool Scored(CardBefore card) => Scores is { } scores ? card.Score is { } score && scores.Contains(score)
        : Grades.Count == 0 || card.Grade is { } grade && Grades.Contains(grade, StringComparer.Ordinal);

    private static int Place(IReadOnlyList<string> order, string grade) => order.TakeWhile(g => g != grade).Count() is var place && place < order.Count ? place : -1;

    private static bool Worse(string? grade, string mark, IReadOnlyList<string> order) =>
        grade is not null && Place(order, grade) is >= 0 and var place && place > Place(order, mark);
}

/// <summary>What the last card of a history leads to.</summary>
public sealed record Proposal(string Rule, MeasureKind Measure, int Running, Wording Why)
{
    /// <summary>What the ladder would propose, were this measure on record already; null where nothing waits.</summary>
    public MeasureKind? Held { get; init; }
    /// <summary>The cards in a row that it rests on, in order of time.</summary>
    public IReadOnlyList<CardBefore> Row { get; init; } = [];
}

public static class ConsequenceRules
{
    /// <summary>Proposals of the newest card. The history is one person's cards under one plan, in any order; so are the measures.</summary>
    public static IReadOnlyList<Proposal> Of(Plan plan, IReadOnlyList<CardBefore> history, IReadOnlyList<MeasureTaken> measures)
    {
        var order = plan.Grades.Select(g => g.Id).ToArray();
        var cards = history.OrderBy(c => c.Last).ToArray();
        // What was done for another plan's shortfall does not count for this one's; what says no plan counts for any.
        MeasureTaken[] taken = [.. measures.Where(m => m.For is null || m.For == plan.Id)];
        return [.. plan.Consequences.Select(rule => Last(rule, order, cards, taken)).OfType<Proposal>()];
    }

    private static Proposal? Last(Consequence rule, string[] order, CardBefore[] cards, IReadOnlyList<MeasureTaken> measures)
    {
        var (climbed, met) = (0, 0);
        var row = new List<CardBefore>();
        Proposal? proposal = null;
        LadderStep Next() => rule.Steps[Math.Min(climbed, rule.Steps.Count - 1)];
        foreach (var card in cards)
        {
            proposal = null;
            if (card.Score is null || Next().Meets(card, order) is not { } meets) continue;
            if (!meets)
            {
                (climbed, met) = (0, 0);
                row.Clear();
            }
            var step = Next();
            if (step.Meets(card, order) is not true) continue;
            row.Add(card);
            if (climbed < rule.Steps.Count && ++met < step.InARow) continue;
            MeasureKind? lacks = step.Before.Where(needed => !measures.Any(m => m.Kind == needed && m.Day > row[0].Last.Last && m.Day <= card.Last.Last)).Cast<MeasureKind?>().FirstOrDefault();
            if (lacks is null) (climbed, met) = (Math.Min(climbed + 1, rule.Steps.Count), 0);
            proposal = (lacks is { } first ? Waiting(rule, step, first, row.Count) : new(rule.Id, step.Proposes, row.Count, Because(rule, row.Count))) with { Row = [.. row] };
        }
        return proposal;
    }

    private static Proposal Waiting(Consequence rule, LadderStep step, MeasureKind lacks, int running)
    {
        var (needed, held) = (MeasureWords.Of(lacks), MeasureWords.Of(step.Proposes));
        return new(rule.Id, lacks, running, new($"{rule.Name.Zh}，连续 {running} 期；{held.Zh}须先有「{needed.Zh}」记录，先{needed.Zh}",
            $"{rule.Name.En}, {running} in a row; {held.En} needs {needed.En} on record first")) { Held = step.Proposes };
    }

    private static Wording Because(Consequence rule, int running) => new($"{rule.Name.Zh}，连续 {running} 期", $"{rule.Name.En}, {running} in a row");
}

public static class MeasureWords
{
    /// <summary>Harsher than coaching: nothing of it before coaching for the same shortfall.</summary>
    public static bool IsHarsh(MeasureKind kind) => kind is MeasureKind.Warning or MeasureKind.Transfer or MeasureKind.TraineePay or MeasureKind.Exit;

    /// <summary>What is for leaders too; the rest HR and the manager decide.</summary>
    public static bool IsLeaders(MeasureKind kind) => kind is MeasureKind.Coaching or MeasureKind.Training;

    /// <summary>What one proposes and another confirms.</summary>
    public static bool NeedsTwo(MeasureKind kind) => kind is MeasureKind.Warning or MeasureKind.Transfer or MeasureKind.Exit;

    /// <summary>What changes somebody's row among the people, or their pay: it is brought by an import of its own, never by the decision.</summary>
    public static bool ChangesPeople(MeasureKind kind) => kind is MeasureKind.Transfer or MeasureKind.TraineePay or MeasureKind.Exit or MeasureKind.Promotion or MeasureKind.Leadership or MeasureKind.PayRaise;

    public static Wording Of(MeasureKind kind) => kind switch
    {
        MeasureKind.Coaching => new("辅导", "coaching"),
        MeasureKind.Training => new("培训", "training"),
        MeasureKind.OneMoreMonth => new("再观察一个月", "one more month"),
        MeasureKind.Warning => new("警告", "warning"),
        MeasureKind.Transfer => new("调岗", "transfer"),
        MeasureKind.TraineePay => new("按实习工资标准", "trainee pay"),
        MeasureKind.Exit => new("劝退建议", "exit proposal"),
        MeasureKind.Award => new("奖励", "award"),
        MeasureKind.Certificate => new("荣誉证书", "certificate"),
        MeasureKind.Promotion => new("晋升", "promotion"),
        MeasureKind.Leadership => new("可任组长", "may become leader"),
        _ => new("调薪", "pay raise"),
    };
}
