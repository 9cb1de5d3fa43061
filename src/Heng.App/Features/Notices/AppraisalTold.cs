using System.Globalization;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Cycles;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Notices;

/// <summary>Tells people of an assessment (考核提醒): as it goes on, and again by the daily round what was not told then. Reasons and results are never among the words.</summary>
public static class AppraisalTold
{
    /// <summary>After events were appended: before is the assessment as it was decided on.</summary>
    public static IReadOnlyList<Notice> After(Database database, Assessment before, IReadOnlyList<Happening> happens)
    {
        var then = before.Again();
        return Tell(database, then, Tellings.After(before.Log.Happened, before.Kept, happens, then.State, before.People));
    }

    public static IReadOnlyList<Notice> Tell(Database database, Assessment one, IEnumerable<Telling> tellings) =>
        database.Notices.Tell([.. tellings.SelectMany(t => To(database, t.To, t.Office).Select(name => Worded(one, t, name))).OfType<Notice>()]);

    /// <summary>Who is reminded today: each doer once a stage and day, of all that waits for them.</summary>
    public static IReadOnlyList<Notice> Remind(Database database, Assessment one, ReminderSettings settings, DateOnly today)
    {
        var times = one.Log.Happened.Count(h => h.What == AppraisalEvent.Reopened);
        var due = Reminders.Of(one.State, one.People, one.LastDay, today, settings).GroupBy(r => (r.To, Office: r.To is null ? r.Part.As : null));
        return database.Notices.Tell([.. due.SelectMany(g => To(database, g.Key.To, g.Key.Office).Select(name => (Name: name, Parts: Parts(g.Select(r => r.Part.About), name, g.Key.To), First: g.First()))).Where(g => g.Parts > 0)
            .Select(g => Notice(one, g.Name, NoticeWords.PartReminded, $"{g.First.Part.Stage}/{times}/{Iso(today)}", [.. Stage(one, g.First.Part.Stage), ("parts", Text(g.Parts)), ("last-day", Iso(g.First.LastDay)), ("late", Text(g.First.Late))]))]);
    }

    private static Notice? Worded(Assessment one, Telling telling, string name)
    {
        var stage = Stage(one, telling.Stage);
        (string, string)[] about = telling.About is [{ } whom] ? [("about", whom)] : [];
        (string Name, string Word)[] until = one.State.Now?.Id == telling.Stage && one.LastDay is { } last ? [("last-day", Iso(last))] : [];
        return telling.Kind switch
        {
            TellingKind.Begins or TellingKind.Invited => Parts(telling.About, name, telling.To) is > 0 and var parts
                ? Notice(one, name, telling.Kind == TellingKind.Begins ? NoticeWords.PartBegins : NoticeWords.RatingInvited, telling.Occasion, [.. stage, ("parts", Text(parts)), .. until]) : null,
            TellingKind.Objected => telling.About.Contains(name) ? null : Notice(one, name, NoticeWords.ObjectionRaised, telling.Occasion, [.. stage, .. about]),
            TellingKind.Answered => Notice(one, name, NoticeWords.ObjectionAnswered, telling.Occasion, stage),
            TellingKind.Delegated => Notice(one, name, NoticeWords.PartDelegated, telling.Occasion, [.. stage, .. about]),
            TellingKind.Reopened => Notice(one, name, NoticeWords.AssessmentReopened, telling.Occasion, stage),
            _ => Notice(one, name, NoticeWords.AssessmentPublished, telling.Occasion, stage),
        };
    }

    private static Notice Notice(Assessment one, string to, string kind, string occasion, IEnumerable<(string Name, string Word)> words)
    {
        var period = CycleWords.Of(one.Of.Cycle, one.Of.Month);
        (string, string)[] head = [("scheme-zh", one.File.Title.Zh), ("scheme-en", one.File.Title.En), ("period-zh", period.Zh), ("period-en", period.En)];
        return new(to, kind, $"{one.Of.Subject}/{occasion}", head.Concat(words).ToDictionary(w => w.Item1, w => w.Item2, StringComparer.Ordinal),
            Links.Appraisal(one.Of.Month, one.Of.Scheme, CycleWords.Id(one.Of.Cycle)), one.Situation.Now);
    }

    /// <summary>Nobody does in an office what is about themself, so it does not wait for them.</summary>
    private static int Parts(IEnumerable<string?> about, string name, string? to) => about.Count(a => to is not null || a != name);

    /// <summary>A leader's part without a leader is HR's or the manager's.</summary>
    private static IReadOnlyList<string> To(Database database, string? name, string? office) => name is not null ? [name] : office switch
    {
        Filler.Hr => Recipients.Holding(database, Role.Hr),
        Filler.Manager => Recipients.Holding(database, Role.Manager),
        _ => Recipients.Holding(database, Role.Hr, Role.Manager),
    };

    private static (string, string)[] Stage(Assessment one, string id) =>
        one.State.Course.Stages.FirstOrDefault(s => s.Id == id)?.Name is var name ? [("stage-zh", name?.Zh ?? id), ("stage-en", name?.En ?? id)] : [];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
