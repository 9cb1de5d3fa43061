using System.Collections.Immutable;
using Heng.Engine.Records;

namespace Heng.Engine.Appraisal;

/// <summary>One thing that happened in an assessment, as it is kept. Stored by number: append, never renumber.</summary>
public enum AppraisalEvent : byte { Filled, Objected, Answered, Delegated, Ended, Reopened, Proposed, Invited, Withdrawn }

/// <summary>What happened, to which stage, about which part, who did it, when and why. To is the new stage's, or the delegate's, name.</summary>
public sealed record Happening(AppraisalEvent What, string Stage, ToDo? Part, string Who, Instant At, string? Why = null, string? To = null);

/// <summary>How far an assessment has come: the stage it is at, and of each part who did it, who was asked instead, and who objects.</summary>
public sealed record AppraisalState(
    Course Course, int At, Instant? Began, ImmutableDictionary<ToDo, string> Done, ImmutableDictionary<ToDo, string> Delegates, ImmutableHashSet<ToDo> Objections)
{
    /// <summary>Stages that were reopened, each for one person or (About null) for everybody: what was entered before fills them no more, they are to be done anew.</summary>
    public ImmutableHashSet<(string Stage, string? About)> Anew { get; private init; } = [];

    public static AppraisalState New(Course course) => new(course, 0, null,
        ImmutableDictionary<ToDo, string>.Empty, ImmutableDictionary<ToDo, string>.Empty, ImmutableHashSet<ToDo>.Empty);

    public static AppraisalState Of(Course course, IEnumerable<Happening> happened) => happened.Aggregate(New(course), (state, what) => state.After(what));

    /// <summary>Null once the last stage has ended.</summary>
    public Stage? Now => At < Course.Stages.Count ? Course.Stages[At] : null;

    public bool Closed => Now is null;

    public int PlaceOf(string stage) => Course.Stages.ToList().FindIndex(s => s.Id == stage);

    /// <summary>Whether it has gone past its publishing: from there on everybody sees what the course shows.</summary>
    public bool Published => Course.Stages.Take(At).Any(s => s.Work == StageWork.Publish);

    /// <summary>The parts of the present stage that are not done; one with an objection that nobody has answered is not.</summary>
    public IReadOnlyList<ToDo> Waiting(IReadOnlyList<Appraisee> people) =>
        Now is { } stage ? [.. ToDos.Of(stage, people).Where(a => !Done.ContainsKey(a) || Objections.Contains(a))] : [];

    /// <summary>Who is to do it: whom it was delegated to, else its own.</summary>
    public string? DoerOf(ToDo part) => Delegates.GetValueOrDefault(part) ?? part.By;

    /// <summary>Whether the part is to be done by hand, whatever was entered before.</summary>
    public bool IsAnew(ToDo part) => Anew.Contains((part.Stage, null)) || Anew.Contains((part.Stage, part.About));

    public AppraisalState After(Happening what) => what.What switch
    {
        AppraisalEvent.Filled => this with { Done = Done.SetItem(what.Part!, what.Who) },
        AppraisalEvent.Objected => this with { Done = Done.SetItem(what.Part!, what.Who), Objections = Objections.Add(what.Part!) },
        AppraisalEvent.Answered => this with { Objections = Objections.Remove(what.Part!) },
        AppraisalEvent.Delegated => this with { Delegates = Delegates.SetItem(what.Part!, what.To!) },
        AppraisalEvent.Ended => this with { At = PlaceOf(what.Stage) + 1, Began = what.At },
        // Who is asked as a peer is no part's state: it says who has parts (PeerInvitations).
        AppraisalEvent.Proposed or AppraisalEvent.Invited or AppraisalEvent.Withdrawn => this,
        AppraisalEvent.Reopened => Back(PlaceOf(what.Stage), what.Part?.About, what.At),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    /// <summary>Parts of the stage and of all later ones are to be done again: one person's, or everybody's. What is about nobody in particular is to be done again either way.</summary>
    private AppraisalState Back(int place, string? about, Instant at)
    {
        bool Undone(ToDo part) => PlaceOf(part.Stage) >= place && (about is null || part.About is null || part.About == about);
        var anew = Course.Stages.Skip(place).Select(s => (s.Id, about));
        return this with { Anew = Anew.Union(anew), At = place, Began = at, Done = Done.RemoveRange(Done.Keys.Where(Undone)), Objections = Objections.Except(Objections.Where(Undone)) };
    }
}
