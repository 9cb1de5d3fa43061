using Heng.App.CommandLine;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.Suggestions;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Surveys;

/// <summary>
/// Fills the pages of surveys and does what their forms ask. All together and what is done is for everybody; a group's answers are for who sees the group; lines, whose style may
/// tell who wrote them, for who leads surveys and the auditor.
/// </summary>
public sealed class SurveysQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    private const int MostOwn = 5, MostActions = 10;
    private SurveyDoing Doing => new(database, time);

    public Task<Seen<VoiceView>> First(HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<VoiceView>.Forbidden);
        var (book, name) = (Doing.Book, viewer.Person ?? "");
        var mine = SuggestionBook.Load(database, Recipients.NameOf(database, viewer), book.Today).Rows.Where(r => r.IsMine).OrderByDescending(r => r.Id).Take(MostOwn);
        return Task.FromResult<Seen<VoiceView>>(new VoiceView([.. book.All.Select(s => book.Row(s, name)).Where(r => r.ForMe)], [.. mine], [.. book.Actions.Take(MostActions)], Rights.Suggests(viewer)));
    }

    public Task<(Seen<SurveysView> Seen, long? Opened)> List(SurveyAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || ask is not null && !Rights.LeadsSurveys(viewer)) return Task.FromResult((Seen<SurveysView>.Forbidden, (long?)null));
        var (opened, refused) = ask is null ? (null, null) : Doing.Open(ask, viewer);
        var book = Doing.Book;
        var may = Rights.LeadsSurveys(viewer);
        var first = book.Today;
        SurveyRow[] rows = [.. book.All.Select(s => book.Row(s, viewer.Person ?? "")).OrderByDescending(r => r.ForMe).ThenByDescending(r => r.Last).ThenByDescending(r => r.Id)];
        return Task.FromResult(((Seen<SurveysView>)new SurveysView(rows, may ? new SurveyForms(database).All : [], may ? book.Groups : [])
        {
            MayOpen = may, Ask = ask ?? new(null, first, first.AddDays(6), [], SurveyState.Usual), Refused = refused,
        }, opened));
    }

    public Task<Seen<SurveyView>> One(long id, SurveyAct? act, HttpContext context)
    {
        if (viewers(context) is not { } viewer || act is not null && !Rights.LeadsSurveys(viewer)) return Task.FromResult(Seen<SurveyView>.Forbidden);
        if (Doing.Book.Find(id) is null) return Task.FromResult(Seen<SurveyView>.NotFound);
        var refused = act is null ? null : Do(id, act, viewer);
        return Task.FromResult<Seen<SurveyView>>(View(Doing.Book, id, viewer) with { Refused = refused });
    }

    private Refusal? Do(long id, SurveyAct act, Viewer viewer) => act.Act switch
    {
        "close" => Doing.Close(id, act.Why, viewer),
        "remind" => Doing.Remind(id, viewer),
        "write" => Doing.Write(id, act, viewer),
        "begun" or "done" or "dropped" when act.Action is { } action => Doing.Step(id, action, Enum.Parse<ActionEvent>(act.Act, ignoreCase: true), act.Why, viewer),
        _ => SurveyWords.WrongStep,
    };

    private SurveyView View(SurveyBook book, long id, Viewer viewer)
    {
        var survey = book.Find(id)!;
        var (row, leads) = (book.Row(survey, viewer.Person ?? ""), Rights.LeadsSurveys(viewer) || viewer.Role == Role.Auditor);
        var results = row.Phase == SurveyPhase.Over ? SurveyResults.Of(survey.Form, database.SurveyAnswers.Tally(id), survey.State.Least) : null;
        var participation = book.Participation(survey).Where(p => Rights.SeesGroup(viewer, p.Group)).ToList();
        var groups = results?.Groups.Where(g => Rights.SeesGroup(viewer, g.Group)).ToList() ?? [];
        return new(row, survey.Form, survey.State.Least)
        {
            Results = results is null ? null : results with { Groups = groups, Lines = leads ? results.Lines : [] }, HeldBack = results is not null && participation.Any(p => groups.All(g => g.Group != p.Group)),
            ShowsLines = leads, Participation = participation, Trend = row.Phase == SurveyPhase.Over ? book.Trend(survey) : null, Actions = [.. book.Actions.Where(a => a.Survey == id)], MayLead = Rights.LeadsSurveys(viewer),
        };
    }

    public Task<(Seen<SurveyAnswerView> Seen, bool Done)> Answer(long id, Func<SurveyForm, SurveyAnswerGiven>? given, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Suggests(viewer)) return Task.FromResult((Seen<SurveyAnswerView>.Forbidden, false));
        var book = Doing.Book;
        if (book.Find(id) is not { } survey) return Task.FromResult((Seen<SurveyAnswerView>.NotFound, false));
        var answer = given?.Invoke(survey.Form);
        var refused = answer is null ? null : Doing.Answer(id, answer, viewer);
        var before = book.Actions.Where(a => a.Survey != id).Take(MostOwn).ToList();
        var view = new SurveyAnswerView(book.Row(survey, viewer.Person ?? ""), survey.Form, survey.State.Least, before) { Given = answer, Refused = refused };
        return Task.FromResult(((Seen<SurveyAnswerView>)view, answer is not null && refused is null));
    }

    public Task<Seen<SurveyFormView>> Form(string id, string? text, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !(Rights.LeadsSurveys(viewer) || viewer.Role == Role.Auditor && text is null)) return Task.FromResult(Seen<SurveyFormView>.Forbidden);
        if (new SurveyForms(database).Find(id) is not { } known) return Task.FromResult(Seen<SurveyFormView>.NotFound);
        var (refused, errors) = text is null ? (null, []) : Doing.Keep(id, text, viewer);
        return Task.FromResult<Seen<SurveyFormView>>(new SurveyFormView(new SurveyForms(database).Find(id) ?? known, text ?? known.Text, errors) { MayKeep = Rights.LeadsSurveys(viewer), Refused = refused });
    }
}
