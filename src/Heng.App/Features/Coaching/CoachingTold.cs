using System.Globalization;
using Heng.App.Features.Filing;
using Heng.App.Features.Notices;
using Heng.App.Ui;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Coaching;

/// <summary>Who is told of a coaching task, and when: whom it is for when it is given and closed, who gave it when it is acknowledged and when its day is over.</summary>
public static class CoachingTold
{
    public const string GivenKind = "coaching-given", AcknowledgedKind = "coaching-acknowledged", DueKind = "coaching-due", ClosedKind = "coaching-closed";
    private const int OldestDays = 200;

    internal static void Tell(Database database, KeptMatter<CoachingHappening> kept, Filer filer)
    {
        var (state, last) = (CoachingMatters.StateOf(kept), kept.Happened[^1]);
        var (kind, whom) = last.What switch
        {
            CoachingEvent.Given => (GivenKind, For(state, filer)),
            CoachingEvent.Acknowledged => (AcknowledgedKind, [state.Given.Who]),
            CoachingEvent.Closed => (ClosedKind, For(state, filer)),
            _ => ("", []),
        };
        if (kind.Length == 0) return;
        database.Notices.Tell([.. whom.Where(w => w != last.Who).Distinct(StringComparer.Ordinal)
            .Select(to => Of(kept, state, to, kind, string.Create(CultureInfo.InvariantCulture, $"{kept.Subject}/{kept.Happened.Count}"), last.Who, last.At))]);
    }

    /// <summary>Once, on the first day after the due day: by then its chats are there.</summary>
    public static IReadOnlyList<Notice> Remind(Database database, DateOnly today, Instant now) =>
        database.Notices.Tell([.. CoachingDoing.In(database).Between(today.AddDays(-OldestDays), today).Select(k => (Kept: k, State: CoachingMatters.StateOf(k))).Where(k => k.State.StageOn(today) == CoachingStage.Due)
            .SelectMany(k => Leading(database, k.State, today).Append(k.State.Given.Who).Where(to => to != k.State.Given.Person).Distinct(StringComparer.Ordinal).Select(to => Of(k.Kept, k.State, to, DueKind, k.Kept.Subject + "/due", "", now)))]);

    private static IReadOnlyList<string> For(CoachingState state, Filer filer) =>
        state.Given.Person is { } person ? [person] : [.. filer.Everybody.Where(p => filer.GroupOf(p) == state.Given.Group)];

    private static IReadOnlyList<string> Leading(Database database, CoachingState state, DateOnly today)
    {
        var roster = database.People.Roster;
        var group = state.Given.Person is not { } person ? state.Given.Group : roster.Find(person) is { } found ? roster.On(found.Id, today)?.Group : null;
        return Recipients.LeadersOf(database, group);
    }

    private static Notice Of(KeptMatter<CoachingHappening> kept, CoachingState state, string to, string kind, string occasion, string by, Instant at) => new(to, kind, occasion, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["by"] = by, ["about"] = state.Given.Person ?? state.Given.Group ?? "", ["what"] = state.Given.Title!, ["day"] = state.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }, Links.CoachingTask(kept.Id), at);
}
