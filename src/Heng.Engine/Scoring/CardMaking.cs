using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring;

/// <summary>One person's lines made into a card: vetoes, the score of the hundred, what is on top, and what each item counts for in it.</summary>
internal static class CardMaking
{
    private static readonly Wording Score = new("总分", "Score");

    public static Scorecard Of(Plan plan, Candidate person, IReadOnlyList<CardLine> lines)
    {
        var vetoes = new Vetoes(plan, person, lines, Total(plan, lines).Score);
        lines = [.. lines.Select(vetoes.On)];
        var (basis, unvoided) = Total(plan, lines);
        var score = vetoes.On(unvoided);
        var voided = vetoes.OnCard.Count > 0;
        var shares = Shares(plan, lines, basis.Value, score.Value, voided);
        lines = [.. lines.Select((line, i) => !voided && !line.Item.Bonus && CardTotal.Redistributed(plan, Basic(lines), line, shares[i], basis.Value) is { } moved
            ? line.Noted([.. line.Notes, moved.Note], moved.Why) : line)];
        var bars = BarsOf(plan.Bars, plan.PassMark is { } pass ? (pass, Better.Higher) : null, score.Value, 1m);
        return new(person.Agent, plan.Id, plan.Version, score.Value, GradeOf(plan, score.Value), null, [.. lines.Select((line, i) => ResultOf(line, shares[i]))], score)
        {
            Passed = score.Value is { } s && plan.PassMark is { } mark ? s >= mark : null,
            Vetoes = vetoes.Results,
            Bars = bars,
            Days = person.Days,
            Notes = [.. vetoes.OnCard, .. CardTotal.Notes(Basic(lines)), .. vetoes.Unknown, .. Words(bars)],
        };
    }

    private static CardLine[] Basic(IReadOnlyList<CardLine> lines) => [.. lines.Where(l => !l.Item.Bonus)];

    /// <summary>The score of the hundred, and with it what is on top; one number where nothing is.</summary>
    private static (Explained Basis, Explained Score) Total(Plan plan, IReadOnlyList<CardLine> lines)
    {
        var basis = CardTotal.Explain(plan, Basic(lines));
        var bonus = lines.Where(l => l.Item.Bonus && l.Points.Value is not null).Select(l => l.Points).ToArray();
        if (bonus.Length == 0) return (basis, basis);
        return (basis, Explained.By("score", Score, Unit.Points, new OnTop(plan.BonusCap), basis with { Id = "basis", Label = new("百分内得分", "points of the hundred") },
            Explained.By("bonus", new("加减分合计", "added and taken"), Unit.Points, Sum.Instance, bonus)));
    }

    private static (decimal? Full, decimal? Points)[] Shares(Plan plan, IReadOnlyList<CardLine> lines, decimal? basis, decimal? score, bool voided)
    {
        var ofBasis = CardTotal.Shares(plan, Basic(lines), basis);
        var onTop = lines.Where(l => l.Item.Bonus && l.Points.Value is not null).ToArray();
        var sum = onTop.Sum(l => l.Points.Value!.Value);
        var counted = sum == score - basis ? [.. onTop.Select(l => l.Points.Value!.Value)]
            : score - basis is { } added ? Split.Of(added, [.. onTop.Select(l => (l.Item.Id, l.Points.Value!.Value))]) : null;
        var (next, nextOnTop) = (0, 0);
        (decimal? Full, decimal? Points) ShareOf(CardLine line)
        {
            if (!line.Item.Bonus) return ofBasis[next++];
            return line.Points.Value is null ? (null, null) : (line.Item.Weight, counted?[nextOnTop++]);
        }
        var shares = lines.Select(ShareOf).ToArray();
        return voided ? [.. shares.Select(s => (s.Full, s.Points is null ? s.Points : 0m))] : shares;
    }

    private static ItemResult ResultOf(CardLine line, (decimal? Full, decimal? Points) share)
    {
        var part = line.Points.Inputs.FirstOrDefault(i => i.Id == "share")?.Value ?? 1m;
        var bars = BarsOf(line.Item.Bars, line.Item.Method.Standard, line.Value.Value, line.Item.ScaledByDays ? part : 1m);
        return new(line.Item.Id, line.Item.Name, line.Dimension, line.Item.Weight, line.Value, line.Points.Value, share.Full, share.Points, line.Points, [.. line.Notes, .. Words(bars)])
        {
            Bars = bars,
        };
    }

    internal static string? GradeOf(Plan plan, decimal? score) => score is { } value ? plan.Grades.FirstOrDefault(g => g.Scores.Contains(value))?.Id : null;

    internal static BarResult[] BarsOf(IReadOnlyList<Bar> bars, (decimal At, Better Better)? standard, decimal? value, decimal part) => standard is not { } asked ? [] :
        [.. bars.Select(bar =>
        {
            var at = Scaling.Round(asked.Better == Better.Lower ? Scaling.Of(asked.At, part) / bar.Share : Scaling.Of(asked.At, part) * bar.Share, 4);
            return new BarResult(bar.Name, at, value is not { } v ? null : asked.Better == Better.Lower ? v <= at : v >= at);
        })];

    internal static IEnumerable<Wording> Words(IReadOnlyList<BarResult> bars) => bars.Where(b => b.Reached is true).Select(BarWords.Of);
}

/// <summary>What is on top of the hundred: at most the cap is added, and never more taken than there is.</summary>
public sealed record OnTop(decimal? Cap) : Operation
{
    public override decimal? Apply(IReadOnlyList<decimal?> inputs) =>
        inputs[0] is not { } basis ? null : Math.Max(0m, basis + Math.Min(inputs[1] ?? 0m, Cap ?? decimal.MaxValue));

    public override Wording Formula => Cap is { } cap ? new($"得分 + 加减分（最多 +{Shown.Number(cap)}），不低于 0", $"points + added or taken (at most +{Shown.Number(cap)}), never below 0")
        : new("得分 + 加减分，不低于 0", "points + added or taken, never below 0");
}
