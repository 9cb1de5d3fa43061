using Dapper;
using Heng.Engine.Voice;

namespace Heng.Store;

/// <summary>
/// Who answered a survey, and apart from it what the answers add up to. Both are kept in one breath, so that an answer counts once; neither keeps a time or an order that would join
/// one to the other. An answer is in no log.
/// </summary>
public sealed class SurveyAnswers(Database database)
{
    public IReadOnlySet<string> Answered(long survey) => database.Read(c => c.Query<string>("SELECT person FROM survey_participation WHERE survey_id = @survey", new { survey }).ToHashSet(StringComparer.Ordinal));

    /// <summary>The surveys that somebody answered.</summary>
    public IReadOnlySet<long> AnsweredBy(string person) => database.Read(c => c.Query<long>("SELECT survey_id FROM survey_participation WHERE person = @person", new { person }).ToHashSet());

    public SurveyTally Tally(long survey) => database.Read(c => Read(c.QueryFirstOrDefault<string>("SELECT tally FROM survey_tally WHERE survey_id = @survey", new { survey })));

    /// <summary>False, and nothing kept, where the person has answered.</summary>
    public bool Give(long survey, string person, Func<SurveyTally, SurveyTally> with) => database.Write(Durability.Full, t =>
    {
        t.Alone("survey_tally");
        if (t.Execute("INSERT INTO survey_participation (survey_id, person) VALUES (@survey, @person) ON CONFLICT DO NOTHING", new { survey, person }) == 0) return false;
        var tally = Stored.Payload(with(Read(t.Scalar<string>("SELECT tally FROM survey_tally WHERE survey_id = @survey", new { survey }))));
        t.Execute("INSERT INTO survey_tally (survey_id, tally) VALUES (@survey, @tally) ON CONFLICT (survey_id) DO UPDATE SET tally = @tally", new { survey, tally });
        return true;
    });

    private static SurveyTally Read(string? tally) => tally is null ? SurveyTally.Empty : Stored.Record<SurveyTally>(tally);
}
