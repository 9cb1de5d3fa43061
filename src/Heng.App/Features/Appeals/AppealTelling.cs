using System.Globalization;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Appraisal;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>
/// Who is told of what happens to appeals. Everything told rests on what is kept of the appeal, and the same is told once: telling again after a cut makes good what was missed.
/// </summary>
public sealed class AppealTelling(Database database)
{
    public const string RaisedKind = "appeal-raised", EscalatedKind = "appeal-escalated", AnsweredKind = "appeal-answered", MovedKind = "moved-by-correction";

    public void Tell(IEnumerable<KeptAppeal> appeals) => database.Notices.Tell([.. appeals.SelectMany(Of)]);

    private IEnumerable<Notice> Of(KeptAppeal appeal) => appeal.State.Happened.SelectMany((happened, i) => happened.What switch
    {
        AppealEvent.Raised => Told(Answerers(appeal), RaisedKind, appeal, happened, i),
        AppealEvent.Escalated => Told(Recipients.Who(database, Rights.LeadsAppraisals).Except(appeal.State.Answers.Take(1).Select(a => a.Who), StringComparer.Ordinal), EscalatedKind, appeal, happened, i),
        _ => Told([appeal.State.By], AnsweredKind, appeal, happened, i).Concat(happened.What == AppealEvent.Accepted ? Moves(appeal, happened) : []),
    });

    private static IEnumerable<Notice> Told(IEnumerable<string> whom, string kind, KeptAppeal appeal, AppealHappening happened, int i)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["appeal"] = Number(appeal.Id), ["by"] = appeal.State.By, ["what"] = CommandLine.Json.Kebab(appeal.Kind) };
        if (kind == AnsweredKind) (words["answer"], words["final"]) = (happened.What == AppealEvent.Accepted ? "accepted" : "refused", i >= 2 || happened.What == AppealEvent.Accepted ? "yes" : "no");
        return whom.Where(w => w != happened.Who).Select(to => new Notice(to, kind, $"{appeal.Subject}/{Number(i + 1)}", words, Links.Appeal(appeal.Id), happened.At));
    }

    /// <summary>Whoever else moved learns their own numbers, and in general words why; which order it was only if they had it or have it now.</summary>
    private IEnumerable<Notice> Moves(KeptAppeal appeal, AppealHappening accepted) => (appeal.Moved ?? []).Where(m => m.Agent != appeal.State.By).Select(moved =>
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["month"] = moved.Month.ToString(), ["what"] = CommandLine.Json.Kebab(appeal.Kind) };
        foreach (var (name, was, now) in Told(moved).Where(t => t.Was != t.Now)) (words[name + "Was"], words[name]) = (was, now);
        if (appeal.Kind == CorrectedFact.Order && HasOrder(appeal, moved.Agent)) words["order"] = appeal.Fact;
        return new Notice(moved.Agent, MovedKind, $"{appeal.Subject}/{moved.Month}", words, Links.Agent(moved.Month, moved.Agent), accepted.At);
    });

    private static IEnumerable<(string Name, string Was, string Now)> Told(Moved moved) =>
    [
        ("score", Show.Number(moved.Before.Score, Unit.Points), Show.Number(moved.After.Score, Unit.Points)), ("grade", moved.Before.Grade ?? Show.None, moved.After.Grade ?? Show.None),
        ("rank", moved.Before.Rank is { } was ? Number(was) : Show.None, moved.After.Rank is { } rank ? Number(rank) : Show.None),
        ("net", Show.Number(moved.Before.Net, Unit.Yuan), Show.Number(moved.After.Net, Unit.Yuan)),
    ];

    private bool HasOrder(KeptAppeal appeal, string agent) => new AppealFacts(database).Find(appeal) is { } fact && fact.Bears.Contains(agent);

    private IEnumerable<string> Answerers(KeptAppeal appeal)
    {
        var roster = database.People.Roster;
        var leaders = Recipients.LeadersOf(database, roster.Find(appeal.State.By) is { } person ? roster.In(person.Id, Month.Of(appeal.Day))?.Group : null).Where(l => l != appeal.State.By).ToArray();
        return leaders.Length > 0 ? leaders : Recipients.Who(database, Rights.LeadsAppraisals);
    }

    /// <summary>HR and the manager.</summary>

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
