using Heng.App.Features.Cycles;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.ScoringPages;

/// <summary>A sitting laid out in steps, item by item or person by person, with what stands in each cell.</summary>
internal sealed class ScoringSheet
{
    private readonly Sitting sitting;
    private readonly IReadOnlyDictionary<ScoreCell, DraftCell> drafts;
    private readonly ScoringAsk ask;
    private readonly ScoringForm? form;
    private readonly ScoringFaults faults;

    public ScoringSheet(Sitting sitting, IReadOnlyDictionary<ScoreCell, DraftCell> drafts, ScoringAsk ask, ScoringForm? form)
    {
        (this.sitting, this.drafts, this.ask, this.form) = (sitting, drafts, ask, form);
        faults = ScoringDoing.Faults(sitting.Cells, drafts);
        // Who rates a whole group goes item by item, so that people are held against each other; who rates a few goes person by person.
        ByPerson = ask.ByPerson ?? sitting.Cells.All(c => c.Of.Part.As is Filler.Self or Filler.Peer or Filler.Subordinate);
        var groups = sitting.Cells.GroupBy(StepOf, StringComparer.Ordinal).ToArray();
        Steps = [.. groups.Select(g => new ScoringStep(g.Key, NameOf(g.First()), g.Count(IsFilled), g.Count(), g.All(IsGiven), AddressOf(g.Key)))];
        // The one asked for, else the first that is not complete.
        var at = form is { Cells.Count: > 0 } && sitting.Cells.FirstOrDefault(c => c.Key == form.Cells[0].Key) is { } first ? StepOf(first) : ask.At;
        Step = Steps.FirstOrDefault(s => s.Id == at) ?? Steps.FirstOrDefault(s => s.Filled < s.All) ?? (Steps.Count > 0 ? Steps[0] : null);
        Here = [.. sitting.Cells.Where(c => StepOf(c) == Step?.Id)];
    }

    public bool ByPerson { get; }
    public IReadOnlyList<ScoringStep> Steps { get; }
    public ScoringStep? Step { get; }
    public IReadOnlyList<SittingCell> Here { get; }
    public int Filled => sitting.Cells.Count(IsFilled);

    public bool IsGiven(SittingCell cell) => cell.Given is { } given && drafts.GetValueOrDefault(cell.Of)?.Beside is null && sitting.IsDone(cell.Of.Part)
        && ScoringDoing.Standing(cell, drafts.GetValueOrDefault(cell.Of)) is var typed && TypedPoints.Read(typed.Points) == given.Points && typed.Comment.ReplaceLineEndings(" ").Trim() == (given.Comment ?? "");

    public ScoringRow Row(SittingCell cell, ShopClock clock)
    {
        var draft = drafts.GetValueOrDefault(cell.Of);
        var said = form?.Cells.FirstOrDefault(c => c.Key == cell.Key);
        // What was too long to keep stands where it was typed, so that it can be shortened.
        var typed = said is { TooLong: true } ? said.Typed : draft?.Beside?.What ?? ScoringDoing.Standing(cell, draft);
        var fault = faults.Of.TryGetValue(cell.Key, out var found) && (found != PointFault.PointsMissing || form?.Act is ScoringAct.Submit or ScoringAct.SubmitPerson) ? found : (PointFault?)null;
        return new(cell.Key, cell.Of.Part.About!, cell.Of.Part.As, cell.Item.Name, cell.Scale, cell.Item.Weight, typed, draft?.Version ?? 0)
        {
            Fault = said is { TooLong: true } ? PointFault.CommentTooLong : fault, Given = IsGiven(cell), GivenPoints = cell.Given is { } given && !IsGiven(cell) ? Show.Trimmed(given.Points) : null,
            Standing = draft?.Beside is null ? null : draft.Standing is { } kept ? Other(kept, clock) : new(cell.AsGiven, cell.Given?.By ?? "", default),
            Beside = draft?.Beside is { } beside ? Other(beside, clock) : null,
        };
    }

    private static OtherDraft Other(DraftLine line, ShopClock clock) => new(line.What, line.Who, clock.ToLocal(line.At));

    private bool IsFilled(SittingCell cell) => !faults.Of.ContainsKey(cell.Key);

    private string StepOf(SittingCell cell) => ByPerson ? cell.Of.Part.About! : cell.Item.Id;

    private Wording NameOf(SittingCell cell) => ByPerson ? new(cell.Of.Part.About!, cell.Of.Part.About!) : cell.Item.Name;

    private string AddressOf(string step) => (ask with { Scheme = sitting.One.Of.Scheme, Cycle = CycleWords.Id(sitting.One.Of.Cycle), Stage = sitting.Stage.Id, ByPerson = ByPerson, At = step }).Address;
}
