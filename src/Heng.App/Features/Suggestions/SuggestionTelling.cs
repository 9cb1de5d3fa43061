using Heng.App.CommandLine;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Suggestions;

/// <summary>Who hears of a suggestion: of a new one those who answer it, of an answer its author, of a decision and of what came of it whoever is for it too.</summary>
internal sealed class SuggestionTelling(Database database)
{
    public const string NewKind = "suggestion-new", AnsweredKind = "suggestion-answered";

    public void Written(KeptMatter<SuggestionHappening> begun)
    {
        var (state, first) = (new SuggestionState(begun.Happened), begun.Happened[0]);
        Tell(begun, first, NewKind, AnswersFor(database, state, Month.Of(begun.Of.First)).Where(to => to != state.Author), begun.Subject, ("by", state.Author ?? ""));
    }

    public void Answered(KeptMatter<SuggestionHappening> kept, SuggestionState after)
    {
        var last = after.Happened[^1];
        var voters = last.What is SuggestionEvent.Commented or SuggestionEvent.Proposed ? [] : VotersOf(kept.Id);
        var whom = voters.Append(after.Author ?? "").Where(to => to.Length > 0 && to != last.Who).Distinct(StringComparer.Ordinal);
        Tell(kept, last, AnsweredKind, whom, FormattableString.Invariant($"{kept.Subject}/{after.Happened.Count}"), ("by", last.Who), ("what", Json.Kebab(last.What)));
    }

    /// <summary>The leaders of its author's group; HR and the manager where there are none, or nobody is named.</summary>
    public static IReadOnlyList<string> AnswersFor(Database database, SuggestionState state, Month month)
    {
        var roster = database.People.Roster;
        var group = state.Author is { } author && roster.Find(author) is { } person ? roster.In(person.Id, month)?.Group : null;
        var leaders = Recipients.LeadersOf(database, group).Where(l => l != state.Author).ToList();
        return leaders.Count > 0 ? leaders : Recipients.Who(database, Rights.DecidesSuggestions);
    }

    private IEnumerable<string> VotersOf(long id) => SuggestionVotes.For(id, Loaded(database));

    public static IReadOnlyDictionary<long, SuggestionState> Loaded(Database database) => database.Matters(VoiceMatters.Suggestions).All.ToDictionary(k => k.Id, k => new SuggestionState(k.Happened));

    private void Tell(KeptMatter<SuggestionHappening> of, SuggestionHappening happened, string kind, IEnumerable<string> whom, string occasion, params (string Name, string Word)[] words)
    {
        var said = words.Append(("title", of.Happened[0].Title!)).ToDictionary(w => w.Item1, w => w.Item2, StringComparer.Ordinal);
        database.Notices.Tell([.. whom.Select(to => new Notice(to, kind, occasion, said, Links.Suggestion(of.Id), happened.At))]);
    }
}
