using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.Suggestions;
using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Surveys;

/// <summary>Opens, closes and answers surveys and keeps what is done after them, for a page or a command, and says why not.</summary>
public sealed class SurveyDoing(Database database, TimeProvider time)
{
    public (long? Id, Refusal? Refused) Open(SurveyAsk ask, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        if (ask.LeastUnreadable) return (null, SurveyWords.LeastUnreadable);
        var (book, form) = (Book, ask.Form is { } id ? new SurveyForms(database).Find(id) : null);
        var again = book.All.Any(s => s.Form.Id == form?.Form.Id && !s.State.IsOver(Today));
        var (happens, refused) = SurveyCycle.Open(new(ActorOf(viewer), form?.Text, form?.Version ?? 0, ask.First, ask.Last, ask.Groups, ask.Least ?? SurveyState.Usual), again, book.Groups, Today, Now);
        if (refused is { } no) return (null, SurveyWords.Of(no));
        // Two at once: one form is open once over the same days.
        if (database.Matters(VoiceMatters.Surveys).Begin(new("", happens!.First!.Value, happens.Last!.Value, FormattableString.Invariant($"{form!.Form.Id}/{happens.First:yyyy-MM-dd}/{book.All.Count(s => s.Form.Id == form.Form.Id)}")), happens) is not { } begun)
            return (null, SurveyWords.Of(SurveyRefusal.OpenAlready));
        var survey = Book.Find(begun.Id)!;
        new SurveyTelling(database).Opened(survey, Book.Asked(survey.State), Now);
        return (begun.Id, null);
    }

    public Refusal? Close(long id, string? why, Viewer viewer)
    {
        if (Checked(viewer, why) is { } not) return not;
        if (Book.Find(id) is not { } survey) return SurveyWords.Unknown;
        var (happens, refused) = SurveyCycle.Close(survey.State, ActorOf(viewer), why ?? "", Today, Now);
        if (refused is { } no) return SurveyWords.Of(no);
        return database.Matters(VoiceMatters.Surveys).Append(survey.Kept, happens!) ? null : DoingWords.ChangedMeanwhile;
    }

    /// <summary>Nothing of it goes into the log of decisions, and nothing tells when it came.</summary>
    public Refusal? Answer(long id, SurveyAnswerGiven answer, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (Book is var book && book.Find(id) is not { } survey) return SurveyWords.Unknown;
        var (name, group) = (viewer.Person ?? "", Rights.Suggests(viewer) ? book.GroupOf(viewer.Person ?? "") : null);
        var answered = database.SurveyAnswers.Answered(id).Contains(name);
        if ((SurveyCycle.MayAnswer(survey.State, group, answered, Today) ?? SurveyCycle.Fault(survey.Form, answer)) is { } refused) return SurveyWords.Of(refused);
        var given = database.SurveyAnswers.Give(id, name, tally => tally.With(group!, book.AskedIn(survey.State, group!), survey.State.Least, answer));
        return given ? null : SurveyWords.Of(SurveyRefusal.AlreadyAnswered);
    }

    public Refusal? Remind(long id, Viewer viewer)
    {
        if (Checked(viewer, null) is { } not) return not;
        var book = Book;
        if (book.Find(id) is not { } survey) return SurveyWords.Unknown;
        if (!Rights.LeadsSurveys(viewer)) return SurveyWords.Of(SurveyRefusal.RoleMayNot);
        if (!survey.State.IsOpen(Today)) return SurveyWords.Of(SurveyRefusal.NotOpen);
        var waiting = book.Asked(survey.State).Except(database.SurveyAnswers.Answered(id), StringComparer.Ordinal).ToList();
        if (waiting.Count == 0) return SurveyWords.Of(SurveyRefusal.NobodyLeft);
        return new SurveyTelling(database).Remind(survey, waiting, Today, Now) > 0 ? null : SurveyWords.RemindedToday;
    }

    public Refusal? Write(long id, SurveyAct act, Viewer viewer)
    {
        if (Checked(viewer, null) is { } not) return not;
        var book = Book;
        if (book.Find(id) is not { } survey) return SurveyWords.Unknown;
        var (happens, refused) = ActionState.Write(ActorOf(viewer), id, act.Heard ?? "", act.Doing ?? "", act.By ?? "", act.Due, Today, Now);
        if (refused is { } no) return SurveyWords.Of(no);
        // A form sent twice writes one.
        var key = FormattableString.Invariant($"{id}/{StableHash.Of(happens!.Heard + "\n" + happens.Doing)}");
        if (database.Matters(VoiceMatters.Actions).Begin(new("", Today, happens.Due!.Value, key), happens) is { } begun) new SurveyTelling(database).Acted(survey, begun, book.Asked(survey.State), Now);
        return null;
    }

    public Refusal? Step(long survey, long action, ActionEvent what, string? why, Viewer viewer)
    {
        if (Checked(viewer, why) is { } not) return not;
        if (database.Matters(VoiceMatters.Actions).Find(action) is not { } kept || kept.Happened[0].Survey != survey) return SurveyWords.Unknown;
        var (happens, refused) = new ActionState(kept.Happened).Step(ActorOf(viewer), what, why ?? "", Now);
        if (refused is { } no) return SurveyWords.Of(no);
        return database.Matters(VoiceMatters.Actions).Append(kept, happens!) ? null : DoingWords.ChangedMeanwhile;
    }

    /// <summary>The shop's own text of a form; surveys that were opened keep the one they were opened with.</summary>
    public (Refusal? Refused, IReadOnlyList<Engine.Explanation.Wording> Errors) Keep(string id, string text, Viewer viewer)
    {
        if (Checked(viewer, null) is { } not) return (not, []);
        if (!Rights.LeadsSurveys(viewer)) return (SurveyWords.Of(SurveyRefusal.RoleMayNot), []);
        var (form, errors) = SurveyFormFile.Read(text);
        if (form is null) return (SurveyWords.FormFaulty, errors);
        if (form.Id != id) return (SurveyWords.OtherForm, []);
        var known = new SurveyForms(database);
        if (known.Find(id)?.Text == text) return (SurveyWords.NoChange, []);
        if (known.Find(id) is null && known.All.Count >= SurveyForms.MostForms) return (SurveyWords.FormFaulty, []);
        var matters = database.Matters(VoiceMatters.SurveyForms);
        var happens = new SurveyFormKept(ActorOf(viewer).Name, Now, text);
        var kept = matters.Find(id) is { } before ? matters.Append(before, happens) : matters.Begin(new("", Today, Today, id), happens) is not null;
        return (kept ? null : DoingWords.ChangedMeanwhile, []);
    }

    private static Refusal? Checked(Viewer viewer, string? why) => viewer.Role is Role.Operator ? DoingWords.NeedsNamedPerson : why?.Length > DoingWords.LongestReason ? DoingWords.ReasonTooLong : null;

    private VoiceActor ActorOf(Viewer viewer) => new(Recipients.NameOf(database, viewer), Rights.LeadsSurveys(viewer), viewer.Leads);
    internal SurveyBook Book => new(database, Today);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
    private DateOnly Today => ShopClock.Shanghai.DayOf(Now);
}
