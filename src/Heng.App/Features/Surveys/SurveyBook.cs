using Heng.App.Features.Suggestions;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Surveys;

/// <summary>The surveys as they stand on a day, for one who looks by name.</summary>
internal sealed class SurveyBook
{
    private readonly Database database;
    private readonly IReadOnlyDictionary<string, string> groups;

    public SurveyBook(Database database, DateOnly today)
    {
        (this.database, Today) = (database, today);
        var roster = database.People.Roster;
        groups = roster.People.Select(p => (p.Name, On: roster.On(p.Id, today))).Where(p => p.On is not null).ToDictionary(p => p.Name, p => p.On!.Group, StringComparer.Ordinal);
        All = [.. database.Matters(VoiceMatters.Surveys).All.Select(k => new KnownSurvey(k, new(k.Happened), SurveyForms.FormOf(k.Happened[0].Form!)))];
    }

    public DateOnly Today { get; }
    public IReadOnlyList<KnownSurvey> All { get; }
    public IReadOnlyList<string> Groups => [.. groups.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public KnownSurvey? Find(long id) => All.FirstOrDefault(s => s.Id == id);
    public string? GroupOf(string name) => groups.GetValueOrDefault(name);

    /// <summary>Who works here today, in the groups that are asked.</summary>
    public IReadOnlyList<string> Asked(SurveyState state) => [.. groups.Where(g => state.Asks(g.Value)).Select(g => g.Key).Order(StringComparer.Ordinal)];

    public int AskedIn(SurveyState state, string group) => groups.Count(g => g.Value == group && state.Asks(g.Value));

    public SurveyRow Row(KnownSurvey survey, string name)
    {
        var answered = database.SurveyAnswers.Answered(survey.Id);
        // Who answered and has left since was asked too.
        var asked = Asked(survey.State).Union(answered, StringComparer.Ordinal).Count();
        var phase = survey.State.IsOver(Today) ? SurveyPhase.Over : survey.State.IsOpen(Today) ? SurveyPhase.Open : SurveyPhase.Planned;
        return new(survey.Id, survey.Form.Name, survey.State.First, survey.State.Last, phase, asked, answered.Count,
            SurveyCycle.MayAnswer(survey.State, GroupOf(name), answered.Contains(name), Today) is null, answered.Contains(name));
    }

    public IReadOnlyList<(string Group, int Asked, int Answered)> Participation(KnownSurvey survey)
    {
        var answered = database.SurveyAnswers.Answered(survey.Id);
        return [.. Asked(survey.State).GroupBy(n => groups[n], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count(), g.Count(answered.Contains)))];
    }

    public IReadOnlyList<ActionRow> Actions => [.. database.Matters(VoiceMatters.Actions).All.Reverse().Select(k => (k.Id, State: new ActionState(k.Happened)))
        .Select(a => new ActionRow(a.Id, a.State.Written.Survey!.Value, Find(a.State.Written.Survey!.Value)!.Form.Name, a.State, a.State.IsLate(Today)))];

    /// <summary>Means of the same form's last surveys that are over, up to this one.</summary>
    public SurveyTrend? Trend(KnownSurvey survey)
    {
        const int most = 12;
        var past = All.Where(s => s.Form.Id == survey.Form.Id && s.State.IsOver(Today)).Select(s => (Of: s, Ended: s.State.Ended(ShopClock.Shanghai))).Where(s => s.Ended <= survey.State.Ended(ShopClock.Shanghai))
            .OrderBy(s => s.Ended).ThenBy(s => s.Of.Id).TakeLast(most).Select(s => (s.Ended, Results: SurveyResults.Of(s.Of.Form, database.SurveyAnswers.Tally(s.Of.Id), s.Of.State.Least))).ToList();
        return past.Count < 2 ? null : new([.. past.Select(p => p.Ended)], [.. survey.Form.Questions.Select(q =>
            (q, (IReadOnlyList<decimal?>)[.. past.Select(p => p.Results.All?.Questions.FirstOrDefault(r => r.Question.Id == q.Id)?.Mean.Mean)]))]);
    }
}

internal sealed record KnownSurvey(KeptMatter<SurveyHappening> Kept, SurveyState State, SurveyForm Form)
{
    public long Id => Kept.Id;
}
