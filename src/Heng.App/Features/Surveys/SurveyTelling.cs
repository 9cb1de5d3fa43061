using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Surveys;

/// <summary>Who hears of a survey: all who are asked that it is open, who has not answered that it waits, and everybody asked what is done after it.</summary>
internal sealed class SurveyTelling(Database database)
{
    public const string OpenKind = "survey-open", RemindKind = "survey-remind", ActionKind = "survey-action";

    public void Opened(KnownSurvey survey, IEnumerable<string> asked, Instant at) => Tell(OpenKind, survey, asked, survey.Kept.Subject, Links.SurveyAnswer(survey.Id), at);

    /// <summary>Once a day.</summary>
    public int Remind(KnownSurvey survey, IEnumerable<string> waiting, DateOnly today, Instant at) =>
        Tell(RemindKind, survey, waiting, string.Create(CultureInfo.InvariantCulture, $"{survey.Kept.Subject}/{today:yyyy-MM-dd}"), Links.SurveyAnswer(survey.Id), at);

    public void Acted(KnownSurvey survey, KeptMatter<ActionHappening> action, IEnumerable<string> asked, Instant at) =>
        Tell(ActionKind, survey, asked, action.Subject, Links.Survey(survey.Id), at, ("doing", action.Happened[0].Doing!));

    private int Tell(string kind, KnownSurvey survey, IEnumerable<string> whom, string occasion, string link, Instant at, params (string Name, string Word)[] more)
    {
        (string, string)[] head = [("name-zh", survey.Form.Name.Zh), ("name-en", survey.Form.Name.En), ("last-day", survey.State.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];
        var words = head.Concat(more).ToDictionary(w => w.Item1, w => w.Item2, StringComparer.Ordinal);
        return database.Notices.Tell([.. whom.Select(to => new Notice(to, kind, occasion, words, link, at))]).Count;
    }
}
