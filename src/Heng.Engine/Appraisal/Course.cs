using Heng.Engine.Scoring;

namespace Heng.Engine.Appraisal;

/// <summary>Why a course can't be gone. Worded at the edge in both languages.</summary>
public enum CourseFault { NoStage, StageTwice, NobodyFills, UnknownFiller, NoOffice, NothingIsPublished, ApprovedAfterPublishing, CloseIsNotLast, RatedAfterPublishing, RaterWithoutStage, StageWithoutItem, PeersNeverShown }

/// <summary>A fault and the stage, or the kind of rater, that it is about.</summary>
public readonly record struct CourseFinding(CourseFault Fault, string About);

/// <summary>What everybody sees of everybody once an assessment is published (公示内容). Pay is never among it.</summary>
[Flags]
public enum Shown : byte { Nothing = 0, Score = 1, Grade = 2, Rank = 4 }

/// <summary>How many of the group are asked as peers where nobody is invited, and from how many marks on a mean of peers or subordinates is shown (匿名门槛).</summary>
public sealed record Peers(int Count, int Threshold)
{
    public static readonly Peers Usual = new(3, FromRaters.PeersShownFrom);
}

/// <summary>The stages of an assessment in their order (考核流程), as the plan chose them, and what everybody sees of it at its end.</summary>
public sealed record Course(IReadOnlyList<Stage> Stages, Shown Shown = Shown.Nothing)
{
    public Peers Peers { get; init; } = Peers.Usual;

    /// <summary>Collect, calculate, rate oneself and each other, then the leader, confirm or object, review, approve, publish, close (S2).</summary>
    public static readonly Course Regulation = new(
    [
        Of("collect", StageWork.Collect, Filler.Hr),
        Of("calculate", StageWork.Calculate, Filler.Hr),
        Of("self-peer", StageWork.Rate, Filler.Self, Filler.Peer) with { Name = new("自评与互评", "Self and peer review") },
        Of("leader", StageWork.Rate, Filler.Leader, Filler.Manager, Filler.Subordinate, Filler.Hr) with { Name = new("上级评分", "Leader scoring") },
        Of("confirm", StageWork.Confirm, Filler.Self),
        Of("review", StageWork.Review, Filler.Hr),
        Of("approve", StageWork.Approve, Filler.Manager),
        Of("publish", StageWork.Publish, Filler.Hr, Filler.Manager),
        Of("close", StageWork.Close, Filler.Hr, Filler.Manager),
    ], Shown.Score | Shown.Grade | Shown.Rank);

    /// <summary>Approval first, interviews after (S11).</summary>
    public static readonly Course ApprovalFirst = new(
    [
        Of("collect", StageWork.Collect, Filler.Hr),
        Of("calculate", StageWork.Calculate, Filler.Hr),
        Of("rate", StageWork.Rate, [.. Filler.All]),
        Of("approve", StageWork.Approve, Filler.Manager),
        Of("publish", StageWork.Publish, Filler.Hr, Filler.Manager),
        Of("interview", StageWork.Interview, Filler.Leader, Filler.Self),
        Of("close", StageWork.Close, Filler.Hr, Filler.Manager),
    ], Shown.Score | Shown.Grade | Shown.Rank);

    /// <summary>The shipped ones by the names that plan files say.</summary>
    public static readonly IReadOnlyDictionary<string, Course> Shipped = new Dictionary<string, Course>(StringComparer.Ordinal) { ["regulation"] = Regulation, ["approval-first"] = ApprovalFirst };

    /// <summary>What is wrong with it, for items that ask these kinds of raters.</summary>
    public IEnumerable<CourseFinding> Findings(IReadOnlyCollection<string> ratersAsked)
    {
        if (Stages.Count == 0) yield return new(CourseFault.NoStage, "");
        foreach (var twice in Stages.GroupBy(s => s.Id, StringComparer.Ordinal).Where(g => g.Count() > 1)) yield return new(CourseFault.StageTwice, twice.Key);
        foreach (var stage in Stages)
        {
            if (stage.By.Count == 0) yield return new(CourseFault.NobodyFills, stage.Id);
            foreach (var unknown in stage.By.Except(Filler.All, StringComparer.Ordinal)) yield return new(CourseFault.UnknownFiller, unknown);
            // What is done once for everybody is an office's: no leader and no agent does it for the whole house.
            if (!stage.OfEachPerson && stage.By.Count > 0 && !stage.By.Any(Filler.IsOffice)) yield return new(CourseFault.NoOffice, stage.Id);
        }
        var published = Place(StageWork.Publish);
        if (Stages.Count > 0 && published is null) yield return new(CourseFault.NothingIsPublished, "");
        foreach (var late in Stages.Skip((published ?? Stages.Count) + 1))
        {
            if (late.Work == StageWork.Approve) yield return new(CourseFault.ApprovedAfterPublishing, late.Id);
            if (late.Work == StageWork.Rate) yield return new(CourseFault.RatedAfterPublishing, late.Id);
        }
        foreach (var early in Stages.SkipLast(1).Where(s => s.Work == StageWork.Close)) yield return new(CourseFault.CloseIsNotLast, early.Id);
        if (Peers.Count < Peers.Threshold && ratersAsked.Contains(Filler.Peer)) yield return new(CourseFault.PeersNeverShown, "");
        var rated = Stages.Where(s => s.Work == StageWork.Rate).SelectMany(s => s.By).ToHashSet(StringComparer.Ordinal);
        foreach (var rater in ratersAsked.Where(r => !rated.Contains(r))) yield return new(CourseFault.RaterWithoutStage, rater);
        foreach (var idle in Stages.Where(s => s.Work == StageWork.Rate && !s.By.Any(ratersAsked.Contains))) yield return new(CourseFault.StageWithoutItem, idle.Id);
    }

    /// <summary>The course without the stages, and the fillers, that no item asks for.</summary>
    public Course For(IReadOnlyCollection<string> ratersAsked) => this with
    {
        Stages = [.. Stages.Select(s => s.Work == StageWork.Rate ? s with { By = [.. s.By.Where(ratersAsked.Contains)] } : s).Where(s => s.Work != StageWork.Rate || s.By.Count > 0)],
    };

    private int? Place(StageWork work) => Enumerable.Range(0, Stages.Count).Where(i => Stages[i].Work == work).Cast<int?>().FirstOrDefault();

    private static Stage Of(string id, StageWork work, params string[] by) => new(id, StageWords.Of(work), work, by, Due.Usual(work));
}
