using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Inspection;

/// <summary>What happens in an inspection. Stored by number: append, never renumber.</summary>
public enum InspectionEvent : byte { Drawn, Taken, Released, Inspected, Settled, Acknowledged, Objected, Upheld, Changed, Stood, Voided }

/// <summary>Where it is: to be taken, being inspected, to be settled by a third, told, objected to, standing; of a group's own check coached; or void.</summary>
public enum InspectionStage { ToTake, Taken, ToSettle, Told, Objected, Stands, Coached, Void }

/// <summary>A step of an inspection. What was drawn stands in the first. AnswerBy comes with the step that completes the result, and is the last day on which the agent may object.</summary>
public sealed record InspectionHappening(InspectionEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public long? Plan { get; init; }
    /// <summary>The reception or call.</summary>
    public string? Item { get; init; }
    public InspectionKind? Kind { get; init; }
    public Sampled? Of { get; init; }
    public string? Stratum { get; init; }
    public string? Group { get; init; }
    public bool? Second { get; init; }
    public DateOnly? Due { get; init; }
    /// <summary>Who is to inspect it.</summary>
    public string? To { get; init; }
    public IReadOnlyList<CriterionMark>? Marks { get; init; }
    /// <summary>What the inspector says to the agent, or the agent to the inspectors: between them, and in no log.</summary>
    public string? Words { get; init; }
    public DateOnly? AnswerBy { get; init; }
}

/// <summary>An inspection (质检) of one reception or call of an agent, as its steps leave it.</summary>
public sealed record InspectionState(string Agent, DateOnly Day, IReadOnlyList<InspectionHappening> Happened)
{
    public InspectionHappening Drawn => Happened[0];
    public InspectionKind Kind => Drawn.Kind!.Value;
    public int Needed => Drawn.Second == true ? 2 : 1;

    /// <summary>Who holds it, those who are done included.</summary>
    public IReadOnlyList<string> Takers => [.. Happened.Where(h => h.What == InspectionEvent.Taken).Select(h => h.To!)
        .Where(to => Happened.Last(h => h.What is (InspectionEvent.Taken or InspectionEvent.Released) && h.To == to).What == InspectionEvent.Taken).Distinct(StringComparer.Ordinal)];

    public IReadOnlyList<InspectionHappening> Inspected => [.. Happened.Where(h => h.What == InspectionEvent.Inspected)];
    public bool IsInspectedBy(string name) => Inspected.Any(i => i.Who == name);
    public bool WaitsFor(string name) => Takers.Contains(name, StringComparer.Ordinal) && !IsInspectedBy(name) && !IsVoid;
    public bool HasSeat => Takers.Count < Needed && !IsVoid;

    /// <summary>Every inspector has marked it: from here on each may see the other's marks, and not before.</summary>
    public bool AllIn => Inspected.Count == Needed;
    public bool Differs => Inspected is [var first, var second] && !MarkPairs.Same(first.Marks!, second.Marks!);
    public InspectionHappening? Settled => Last(InspectionEvent.Settled);
    public bool IsReady => AllIn && (!Differs || Settled is not null);

    /// <summary>Marks that count: as changed after an objection, else as settled, else as inspected; null while there is no result.</summary>
    public IReadOnlyList<CriterionMark>? Result => Last(InspectionEvent.Changed)?.Marks ?? (IsReady ? Settled?.Marks ?? Inspected[0].Marks : null);

    public InspectionHappening? Answer => Happened.LastOrDefault(h => h.What is InspectionEvent.Acknowledged or InspectionEvent.Objected);
    public InspectionHappening? Decision => Happened.LastOrDefault(h => h.What is InspectionEvent.Upheld or InspectionEvent.Changed);
    public DateOnly? AnswerBy => Happened.LastOrDefault(h => h.AnswerBy is not null)?.AnswerBy;
    public bool IsVoid => Last(InspectionEvent.Voided) is not null;

    /// <summary>Whoever marked it in any turn: none of them decides about an objection.</summary>
    public bool IsMarkedBy(string name) => Happened.Any(h => h.Who == name && h.What is (InspectionEvent.Inspected or InspectionEvent.Settled));

    public InspectionStage Stage => this switch
    {
        { IsVoid: true } => InspectionStage.Void,
        { AllIn: false } => HasSeat ? InspectionStage.ToTake : InspectionStage.Taken,
        { IsReady: false } => InspectionStage.ToSettle,
        { Kind: InspectionKind.Own } => InspectionStage.Coached,
        { Answer.What: InspectionEvent.Objected, Decision: null } => InspectionStage.Objected,
        _ when Happened.Any(h => h.What is InspectionEvent.Acknowledged or InspectionEvent.Upheld or InspectionEvent.Changed or InspectionEvent.Stood) => InspectionStage.Stands,
        _ => InspectionStage.Told,
    };

    public InspectionState After(InspectionHappening happens) => this with { Happened = [.. Happened, happens] };

    private InspectionHappening? Last(InspectionEvent what) => Happened.LastOrDefault(h => h.What == what);
}

/// <summary>Marks of two inspectors beside each other.</summary>
public static class MarkPairs
{
    /// <summary>The same verdicts and, where found, as often; what they say of it may differ. No mark is fine.</summary>
    public static bool Same(IReadOnlyList<CriterionMark> a, IReadOnlyList<CriterionMark> b) =>
        a.Concat(b).Select(m => m.Criterion).Distinct(StringComparer.Ordinal).All(c => Told(a, c) == Told(b, c));

    public static Verdict VerdictOf(IReadOnlyList<CriterionMark> marks, string criterion) => marks.FirstOrDefault(m => m.Criterion == criterion)?.Verdict ?? Verdict.Fine;

    /// <summary>What both said the same of a criterion; what they differ in is for the third to mark.</summary>
    public static IReadOnlyList<CriterionMark> Shared(InspectionForm form, IReadOnlyList<CriterionMark> first, IReadOnlyList<CriterionMark> second) => [.. form.RestFine(first).Where(m => Told(first, m.Criterion) == Told(second, m.Criterion))];

    private static (Verdict, int) Told(IReadOnlyList<CriterionMark> marks, string criterion) =>
        marks.FirstOrDefault(m => m.Criterion == criterion) is { Verdict: not Verdict.Fine } mark ? (mark.Verdict, mark.Verdict == Verdict.Found ? mark.Times : 0) : (Verdict.Fine, 0);
}
