namespace Heng.Engine.Appraisal;

/// <summary>What somebody is told of in an assessment (提醒).</summary>
public enum TellingKind : byte { Begins, Invited, Objected, Answered, Delegated, Reopened, Published }

/// <summary>
/// Something to tell: to a person by name, or to whoever holds an office (To null). About lists whom the parts are about, null for the whole. Occasion is the same for the same
/// happening, whenever it is worked out: told twice it is one notice.
/// </summary>
public sealed record Telling(TellingKind Kind, string Stage, string? To, string? Office, IReadOnlyList<string?> About, string Occasion);

/// <summary>Who is told what, as an assessment goes on. Reasons are not among it: they may name buyers.</summary>
public static class Tellings
{
    /// <summary>What happened now, after the log and the state before; and the parts that begin with it. Then is the state after it, with what entries alone have done.</summary>
    public static IReadOnlyList<Telling> After(IReadOnlyList<Happening> log, AppraisalState before, IReadOnlyList<Happening> happens, AppraisalState then, IReadOnlyList<Appraisee> people)
    {
        var moved = then.At != before.At || happens.Any(h => h.What == AppraisalEvent.Reopened);
        return [.. Of(log, happens, before.Course, people), .. moved ? Present([.. log, .. happens], then, people) : []];
    }

    /// <summary>What happened alone.</summary>
    public static IReadOnlyList<Telling> Of(IReadOnlyList<Happening> log, IReadOnlyList<Happening> happens, Course course, IReadOnlyList<Appraisee> people) =>
        [.. happens.SelectMany((happening, i) => Of(happening, log.Count + i + 1, course, people))];

    /// <summary>The parts that wait in the present stage: each doer hears once that it began, and once more after each reopening. A delegate has heard of the part already.</summary>
    public static IReadOnlyList<Telling> Present(IReadOnlyList<Happening> log, AppraisalState state, IReadOnlyList<Appraisee> people)
    {
        if (state.Now is not { } stage) return [];
        var given = log.Skip(log.ToList().FindLastIndex(h => h.What == AppraisalEvent.Reopened) + 1).Where(h => h.What == AppraisalEvent.Delegated).Select(h => h.Part!).ToHashSet();
        var occasion = $"{stage.Id}/{log.Count(h => h.What == AppraisalEvent.Reopened)}";
        return [.. state.Waiting(people).Where(p => !state.Objections.Contains(p) && !given.Contains(p))
            .GroupBy(p => (Kind: IsInvitation(stage, p) ? TellingKind.Invited : TellingKind.Begins, To: state.DoerOf(p), Office: state.DoerOf(p) is null ? p.As : null))
            .Select(g => new Telling(g.Key.Kind, stage.Id, g.Key.To, g.Key.Office, [.. g.Select(p => p.About)], occasion))];
    }

    private static bool IsInvitation(Stage stage, ToDo part) => stage.Work == StageWork.Rate && part.As is Filler.Peer or Filler.Subordinate;

    private static IEnumerable<Telling> Of(Happening happening, int number, Course course, IReadOnlyList<Appraisee> people)
    {
        var (about, occasion) = (happening.Part?.About, $"{happening.Stage}/#{number}");
        Telling To(TellingKind kind, string? to, string? office = null) => new(kind, happening.Stage, to, office, [about], occasion);
        return happening.What switch
        {
            AppraisalEvent.Objected => Answering(about, people).Select(a => To(TellingKind.Objected, a.Name, a.Office)),
            AppraisalEvent.Answered when about is not null => [To(TellingKind.Answered, about)],
            AppraisalEvent.Delegated => [To(TellingKind.Delegated, happening.To)],
            AppraisalEvent.Reopened => people.Where(p => about is null || p.Agent == about).Select(p => To(TellingKind.Reopened, p.Agent)),
            AppraisalEvent.Ended when course.Stages.Any(s => s.Id == happening.Stage && s.Work == StageWork.Publish) => people.Select(p => To(TellingKind.Published, p.Agent)),
            _ => [],
        };
    }

    /// <summary>Who may answer an objection hears of it: the leader and HR, and without a leader the manager too; never who objects.</summary>
    private static IEnumerable<(string? Name, string? Office)> Answering(string? about, IReadOnlyList<Appraisee> people)
    {
        string[] leaders = [.. (people.FirstOrDefault(p => p.Agent == about)?.Fillers.GetValueOrDefault(Filler.Leader) ?? []).Where(l => l != about)];
        foreach (var leader in leaders) yield return (leader, null);
        yield return (null, Filler.Hr);
        if (leaders.Length == 0) yield return (null, Filler.Manager);
    }
}
