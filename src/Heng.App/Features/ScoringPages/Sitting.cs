using System.Globalization;
using Heng.App.Features.Appraisals;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.App.Features.ScoringPages;

/// <summary>One cell of a sitting: its item with the scale, what was given for it, and the key that forms name it by.</summary>
public sealed record SittingCell(ScoreCell Of, Item Item, OnScale Scale, Entry? Given)
{
    public string Key { get; } = StableHash.Of("score", Of.Part.Key, Of.Item).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>What stands in the form where there is no draft.</summary>
    public Typed AsGiven => Given is null ? Typed.Nothing : new(Given.Points.ToString("0.####", CultureInfo.InvariantCulture), Given.Comment ?? "");
}

/// <summary>What one person has to score in a stage (评分): every item that asks them, of everybody whom they are to rate.</summary>
public sealed class Sitting
{
    private Sitting(Assessment one, Actor actor, Stage stage)
    {
        (One, Actor, Stage) = (one, actor, stage);
        Parts = [.. ToDos.Of(stage, one.People).Where(p => AppraisalCycle.IsDoer(one.State, p, actor) && (p.As == Filler.Self || p.About != actor.Name))];
        Cells = [.. Parts.SelectMany(part => one.Plans[part.About!].Items.Where(i => Asks(i, part.As)).Select(i => new SittingCell(new(part, i.Id), i, (OnScale)i.Method, GivenIn(part, i.Id))))];
    }

    public Assessment One { get; }
    public Actor Actor { get; }
    public Stage Stage { get; }
    public IReadOnlyList<ToDo> Parts { get; }
    public IReadOnlyList<SittingCell> Cells { get; }

    /// <summary>Whether points are taken: the stage is the present one.</summary>
    public bool Open => One.State.Now?.Id == Stage.Id;

    public bool IsDone(ToDo part) => One.State.Done.ContainsKey(part);

    /// <summary>Every stage of scoring in which somebody has a part: the present one first, then those that are over, the latest first.</summary>
    public static IReadOnlyList<Sitting> All(Assessment one, Actor actor) =>
        [.. one.State.Course.Stages.Take(one.State.At + 1).Where(s => s.Work == StageWork.Rate).Reverse().Select(s => new Sitting(one, actor, s)).Where(s => s.Cells.Count > 0)];

    public static bool Asks(Item item, string kind) => item.Source is FromRaters raters && raters.Raters.Any(r => r.Rater == kind);

    /// <summary>
    /// Of peers and subordinates everybody's entry is their own. The other kinds give one between them, so that a delegate, or another of the office, corrects it instead of adding to it.
    /// </summary>
    private Entry? GivenIn(ToDo part, string item)
    {
        var all = One.Entries[part.About!].Where(e => e.Item == item && e.Rater == part.As && e.Month == One.Of.Month);
        return RaterMean.IsUnnamed(part.As) ? all.FirstOrDefault(e => e.By == part.By || e.By == Actor.Name) : all.OrderBy(e => e.By != part.By).ThenBy(e => e.By, StringComparer.Ordinal).FirstOrDefault();
    }
}
