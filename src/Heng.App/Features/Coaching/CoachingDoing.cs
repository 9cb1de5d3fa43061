using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Filing;
using Heng.App.Features.People;
using Heng.Engine.Growth;
using Heng.Engine.Quality.Causes;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Coaching;

/// <summary>Gives coaching tasks and takes them to their end, and says why not.</summary>
internal sealed class CoachingDoing(Database database, CauseBook book)
{
    public static Matters<CoachingHappening> In(Database database) => database.Matters(CoachingMatters.Kind);

    public static CoachingActor ActorFor(Filer filer, string? person, string? group) => new(
        filer.Name, filer.Acts && Rights.Coaches(filer.Viewer, GroupFor(filer, person, group)), person is not null ? person == filer.Name : group is not null && filer.Acts && filer.GroupOf(filer.Name) == group);

    /// <summary>Of a person the group that they are in now.</summary>
    public static string? GroupFor(Filer filer, string? person, string? group) => person is null ? group : filer.GroupOf(person);

    public static bool Sees(Filer filer, CoachingState state) => Rights.SeesCoaching(filer.Viewer, state.Given.Person, GroupFor(filer, state.Given.Person, state.Given.Group));

    /// <summary>The task that a cause of somebody is already, while it is open.</summary>
    public static long? OpenOf(IEnumerable<KeptMatter<CoachingHappening>> tasks, string? person, string? group, Cause cause) =>
        tasks.Where(t => CoachingMatters.StateOf(t) is { Close: null } state && state.Given.Person == person && (person is not null || state.Given.Group == group) && state.Given.Cause == cause.ToString()).Select(t => (long?)t.Id).LastOrDefault();

    public (long? Id, Refusal? Refused) Give(CoachingHappening terms, Filer filer)
    {
        if (filer.Viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        var step = CoachingCycle.Give(terms with { At = filer.Now }, ActorFor(filer, terms.Person, terms.Group), filer.Today);
        if (step.Refused is { } refused) return (null, CoachingWords.Of(refused));
        var (given, all) = (step.Happens!, In(database).All);
        if (OpenOf(all, given.Person, given.Group, Cause.Parse(given.Cause)!.Value) is not null) return (null, CoachingWords.AlreadyOpen);
        var earlier = all.Count(t => (t.Happened[0].Person, t.Happened[0].Group, t.Happened[0].Cause) == (given.Person, given.Group, given.Cause));
        // Two who give the same at once give it once.
        var key = string.Create(CultureInfo.InvariantCulture, $"{(given.Person is { } person ? "person/" + person : "group/" + given.Group)}/{given.Cause}/{earlier}");
        if (In(database).Begin(new(given.Person ?? "", given.From!.Value, given.Due!.Value, key), given) is not { } begun) return (null, DoingWords.ChangedMeanwhile);
        CoachingTold.Tell(database, begun, filer);
        return (begun.Id, null);
    }

    public Refusal? Act(KeptMatter<CoachingHappening> kept, string? act, CoachingResult? result, string? note, Filer filer)
    {
        if (filer.Viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        var state = CoachingMatters.StateOf(kept);
        var by = ActorFor(filer, state.Given.Person, state.Given.Group);
        CoachingStep? step = act switch
        {
            "acknowledge" => CoachingCycle.Acknowledge(state, by, note, filer.Now),
            "talk" => CoachingCycle.Talk(state, by, note, filer.Now),
            "close" => CoachingCycle.Close(state, by, result, note, After(state), filer.Now, filer.Today),
            _ => (CoachingStep?)null,
        };
        if (step is not { } taken) return CoachingWords.Unknown;
        if (taken.Refused is { } refused) return CoachingWords.Of(refused);
        if (!In(database).Append(kept, taken.Happens!)) return DoingWords.ChangedMeanwhile;
        CoachingTold.Tell(database, In(database).Find(kept.Id)!, filer);
        return null;
    }

    /// <summary>What the number was as it counts now: a finding that was struck since is in it no more.</summary>
    public CauseShare Before(CoachingState state) => Measured(state, state.Given.From!.Value, state.Given.To!.Value);

    /// <summary>From the day after it was given to its due day, as far as chats are there; of a closed one as it was closed.</summary>
    public CauseShare After(CoachingState state) => state.ClosedAt ?? Measured(state, state.First(ShopClock.Shanghai), state.Due);

    private CauseShare Measured(CoachingState state, DateOnly from, DateOnly to)
    {
        var roster = database.People.Roster;
        if (state.Given.Person is not { } person) return book.Between(from, to).Of(state.Cause, (agent, day) => roster.On(agent, day)?.Group == state.Given.Group);
        return roster.Find(person) is { } found ? book.Between(from, to, found.Id).Of(state.Cause, found.Id, (_, _) => true) : default;
    }
}
