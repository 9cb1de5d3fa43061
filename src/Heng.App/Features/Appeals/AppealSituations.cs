using Heng.App.Features.Appraisals;
using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.Engine.Appraisal;
using Heng.Engine.Closing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>What is known when somebody appeals, answers or escalates: the window, whom the fact bears on, and what was decided about it before.</summary>
public sealed class AppealSituations(Database database, TimeProvider time, Func<Month, KeptMonth> kept)
{
    private readonly RuleSet rules = database.Shops.All is [var one, ..] ? database.RuleSets.Current(one.Id, DateOnly.MaxValue) : RuleSet.Default;

    public int Days => rules.AppealDays;
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
    private DateOnly Today => rules.Clock.DayOf(Now);
    private AppealSituation Begun => new(Now, Today, new(Days));

    public AppealSituation ToRaise(KnownFact? fact, AppealWish wish, IReadOnlyList<KeptAppeal> about, string by) => fact is null ? Begun with { Known = false } : Begun with
    {
        Bears = fact.Bears, Corrects = fact.Corrects(wish), OpenElsewhere = about.Any(a => a.State.IsOpen), SeenOn = SeenOn(fact, by),
        DecidedBefore = about.Any(a => a.State.By == by && !a.State.IsOpen && (fact.Corrected is not { } changed || a.State.Happened[^1].At >= changed.At)),
    };

    public AppealSituation ToAnswer(KeptAppeal appeal, KnownFact? fact, AppealWish wish) => fact is null ? Begun with { Known = false } : Begun with
    {
        Corrects = fact.Corrects(wish), Parties = new HashSet<string>(fact.Parties.Append(wish.Person ?? "").Where(p => p.Length > 0 && p != appeal.State.By), StringComparer.Ordinal),
    };

    public AppealSituation ToEscalate(KeptAppeal appeal) => Begun with { AnsweredOn = appeal.State.Answers.Select(a => (DateOnly?)rules.Clock.DayOf(a.At)).LastOrDefault() };

    /// <summary>The last day on which one may appeal against it; null while nothing of the month is published or sealed.</summary>
    public DateOnly? LastDay(KnownFact fact, string by) => SeenOn(fact, by) is { } from ? new AppealWindow(Days).LastDay(from) : null;

    /// <summary>The last day to escalate; null where there is nothing to.</summary>
    public DateOnly? LastDayToEscalate(KeptAppeal appeal) => appeal.State.Stage == AppealStage.Answered && ToEscalate(appeal).AnsweredOn is { } from ? new AppealWindow(Days).LastDay(from) : null;

    /// <summary>
    /// The later of when the month was first shown as it counts, and when the fact was corrected for another. An export that comes again says nothing new, and which of its rows do is not
    /// kept, so imports begin no window.
    /// </summary>
    private DateOnly? SeenOn(KnownFact fact, string by) => ShownAt(fact.Month, by) is not { } shown ? null : rules.Clock.DayOf(fact.Corrected is { } corrected && corrected.At > shown ? corrected.At : shown);

    /// <summary>The first of: an assessment in which they are is published, the month's cards are, the month is sealed.</summary>
    private Instant? ShownAt(Month month, string by)
    {
        var close = new Close(database, time);
        var instants = close.Steps(month).Where(s => s.Event is MonthEvent.CardsPublished).Select(s => s.Decision.At).ToList();
        if (database.ClosedMonths.Find(SealedMonth.Company, month) is { } closed) instants.Add(closed.ClosedAt);
        foreach (var one in Assessment.All(database, kept(month), Now).Where(a => a.State.Published && a.People.Any(p => p.Agent == by)))
            if (one.Log.Happened.LastOrDefault(h => h.What == AppraisalEvent.Ended && one.State.Course.Stages.Any(s => s.Id == h.Stage && s.Work == StageWork.Publish)) is { } published) instants.Add(published.At);
        return instants.Count == 0 ? null : instants.MinBy(i => i.UnixSeconds);
    }

    /// <summary>Whose appeal about a fact of the months waits for its answer.</summary>
    public static IReadOnlySet<string> Appealing(Database database, Month first, Month last) =>
        database.Appeals.All.Where(a => a.State.IsOpen && Month.Of(a.Day) >= first && Month.Of(a.Day) <= last).Select(a => a.State.By).ToHashSet(StringComparer.Ordinal);
}
