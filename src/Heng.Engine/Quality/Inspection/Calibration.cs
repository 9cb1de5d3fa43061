using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Inspection;

/// <summary>What happens in a calibration. Stored by number: append, never renumber.</summary>
public enum CalibrationEvent : byte { Set, Marked, Opened, Agreed }

public sealed record CalibrationHappening(CalibrationEvent What, string Who, Instant At, string Why) : MatterStep(Who, At, Why)
{
    public string? Name { get; init; }
    public InspectionForm? Form { get; init; }
    public Sampled? Of { get; init; }
    public IReadOnlyList<string>? Items { get; init; }
    public IReadOnlyList<string>? Invited { get; init; }
    public DateOnly? Due { get; init; }
    public string? Item { get; init; }
    public IReadOnlyList<CriterionMark>? Marks { get; init; }
    public string? Criterion { get; init; }
    public string? Words { get; init; }
}

/// <summary>How the inspectors marked a criterion over all receptions that several marked: how many of each verdict, and in how many receptions not all said the same.</summary>
public sealed record CriterionSpread(Criterion Criterion, int Fine, int Found, int NotApplicable, int Split, int Items);

/// <summary>A calibration (校准会): several mark the same receptions, each alone; once it is opened they see how far they lie apart, and write down what they agree on. It scores nothing.</summary>
public sealed record CalibrationState(IReadOnlyList<CalibrationHappening> Happened)
{
    public CalibrationHappening Set => Happened[0];
    public InspectionForm Form => Set.Form!;
    public CalibrationHappening? Opened => Happened.FirstOrDefault(h => h.What == CalibrationEvent.Opened);

    public IReadOnlyList<CriterionMark>? MarksOf(string who, string item) => Happened.LastOrDefault(h => h.What == CalibrationEvent.Marked && h.Who == who && h.Item == item)?.Marks;
    public CalibrationHappening? AgreedOn(string criterion) => Happened.LastOrDefault(h => h.What == CalibrationEvent.Agreed && h.Criterion == criterion);
    public bool IsDoneBy(string who) => Set.Items!.All(i => MarksOf(who, i) is not null);

    /// <summary>The card of each who marked it, by name.</summary>
    public IReadOnlyList<(string Who, InspectionCard Card)> CardsOf(string item) =>
        [.. Set.Invited!.Select(w => (Who: w, Marks: MarksOf(w, item))).Where(m => m.Marks is not null).Select(m => (m.Who, InspectionCard.Of(Form, m.Marks!)))];

    public IReadOnlyList<CriterionSpread> Spreads => [.. Form.Criteria.Select(Spread)];

    private CriterionSpread Spread(Criterion criterion)
    {
        Verdict[][] items = [.. Set.Items!.Select(i => Set.Invited!.Select(w => MarksOf(w, i)).Where(m => m is not null).Select(m => MarkPairs.VerdictOf(m!, criterion.Id)).ToArray()).Where(v => v.Length > 1)];
        int Count(Verdict verdict) => items.Sum(i => i.Count(v => v == verdict));
        return new(criterion, Count(Verdict.Fine), Count(Verdict.Found), Count(Verdict.NotApplicable), items.Count(i => i.Distinct().Count() > 1), items.Length);
    }
}

public readonly record struct CalibrationStep(CalibrationHappening? Happens, InspectionRefusal? Refused)
{
    public static implicit operator CalibrationStep(InspectionRefusal refused) => new(null, refused);
    public static implicit operator CalibrationStep(CalibrationHappening happens) => new(happens, null);
}

/// <summary>Set by who leads calibrations, marked by those invited until it is opened; what is agreed is written by any of them after that.</summary>
public static class CalibrationCycle
{
    public const int MostItems = 20, MostName = 100, MostWords = 500;

    public static CalibrationStep Set(bool leads, CalibrationHappening set, DateOnly today) => !leads ? InspectionRefusal.RoleMayNot
        : string.IsNullOrWhiteSpace(set.Name) ? InspectionRefusal.NameMissing
        : set.Name.Length > MostName ? InspectionRefusal.TooLong
        : set.Due is not { } due || due < today ? InspectionRefusal.DuePast
        : set.Items is not { Count: > 0 and <= MostItems } || set.Form is null ? InspectionRefusal.ItemUnknown
        : set.Invited is not { Count: > 1 } ? InspectionRefusal.NobodyNamed
        : set;

    public static CalibrationStep Mark(CalibrationState state, string who, string item, IReadOnlyList<CriterionMark> marks, Instant now) =>
        !state.Set.Invited!.Contains(who, StringComparer.Ordinal) ? InspectionRefusal.NotInvited
        : state.Opened is not null ? InspectionRefusal.AlreadyOpened
        : !state.Set.Items!.Contains(item, StringComparer.Ordinal) ? InspectionRefusal.ItemUnknown
        : MarkRules.Fault(state.Form, marks) is { } fault ? fault
        : new CalibrationHappening(CalibrationEvent.Marked, who, now, "") { Item = item, Marks = [.. marks.Where(m => m.Says)] };

    /// <summary>From two who marked the same reception on there is something to compare.</summary>
    public static CalibrationStep Open(CalibrationState state, string who, bool leads, Instant now) =>
        !leads ? InspectionRefusal.RoleMayNot
        : state.Opened is not null ? InspectionRefusal.AlreadyOpened
        : state.Set.Items!.All(i => state.CardsOf(i).Count < 2) ? InspectionRefusal.MarksMissing
        : new CalibrationHappening(CalibrationEvent.Opened, who, now, "");

    public static CalibrationStep Agree(CalibrationState state, string who, bool leads, string criterion, string words, Instant now) =>
        !leads && !state.Set.Invited!.Contains(who, StringComparer.Ordinal) ? InspectionRefusal.NotInvited
        : state.Opened is null ? InspectionRefusal.NotOpened
        : state.Form.Find(criterion) is null ? InspectionRefusal.MarkUnknown
        : string.IsNullOrWhiteSpace(words) ? InspectionRefusal.NeedsReason
        : words.Length > MostWords ? InspectionRefusal.TooLong
        : new CalibrationHappening(CalibrationEvent.Agreed, who, now, "") { Criterion = criterion, Words = words.Trim() };
}
