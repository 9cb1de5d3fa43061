using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Suggestions;

/// <summary>Writes, votes for and answers suggestions for a page or a command, and says why not. A named one is the record that the metrics count.</summary>
public sealed class SuggestionDoing(Database database, string folder, TimeProvider time)
{
    private const int Tries = 20;
    private Matters<SuggestionHappening> Kept => database.Matters(VoiceMatters.Suggestions);

    /// <summary>The same again on the same day is the one that stands: a form sent twice writes one.</summary>
    public (long? Id, Refusal? Refused) Write(SuggestionText text, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return (null, DoingWords.NeedsNamedPerson);
        if (!Rights.Suggests(viewer)) return (null, SuggestionWords.Of(SuggestionRefusal.RoleMayNot));
        if (text.CategoryUnknown) return (null, SuggestionWords.CategoryUnknown);
        var (actor, now) = (ActorOf(viewer), Now);
        var today = ShopClock.Shanghai.DayOf(now);
        var step = SuggestionCycle.Write(new(actor, text.Title, text.Words, text.Helps, text.Category, text.Unnamed), now, ShopClock.Shanghai.StartOf(today));
        if (step.Refused is { } refused) return (null, SuggestionWords.Of(refused));
        var first = step.Happens!;
        var of = new MatterOf(first.Who, today, today, string.Create(CultureInfo.InvariantCulture, $"{today:yyyy-MM-dd}/{first.Who}/{first.Title}"));
        if ((Counted(first, today, adopted: null) is { } record ? Begun(of, first, record) : Kept.Begin(of, first)) is not { } begun) return (Kept.Find(of.Key!)?.Id, null);
        new SuggestionTelling(database).Written(begun);
        return (begun.Id, null);
    }

    /// <summary>While an import runs it is kept without its record, which comes with the next step: nothing that somebody wrote is lost.</summary>
    private KeptMatter<SuggestionHappening>? Begun(MatterOf of, SuggestionHappening first, HandRecord record)
    {
        if (Kept.Find(of.Key!) is not null) return null;
        var (begun, refused) = new ByHand(database, folder, time).Begin(VoiceMatters.Suggestions, of, first, Format, record);
        return refused == DoingWords.Busy ? Kept.Begin(of, first) : begun;
    }

    /// <summary>What somebody else did in between does not matter to a vote.</summary>
    public Refusal? Vote(long id, bool forIt, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (!Rights.Suggests(viewer)) return SuggestionWords.Of(SuggestionRefusal.RoleMayNot);
        for (var i = 0; i < Tries; i++)
        {
            if (Kept.Find(id) is not { } kept) return SuggestionWords.Unknown;
            var step = SuggestionCycle.Vote(new(kept.Happened), new(ActorOf(viewer), forIt), Now);
            if (step.Refused is { } refused) return SuggestionWords.Of(refused);
            if (Kept.Append(kept, step.Happens!)) return null;
        }
        return DoingWords.ChangedMeanwhile;
    }

    public Refusal? Answer(long id, SuggestionChoice choice, string? why, long? into, Viewer viewer)
    {
        if (viewer.Role is Role.Operator) return DoingWords.NeedsNamedPerson;
        if (why?.Length > DoingWords.LongestReason) return DoingWords.ReasonTooLong;
        if (Kept.Find(id) is not { } kept) return SuggestionWords.Unknown;
        (long, SuggestionState)? other = null;
        if (choice.What == SuggestionEvent.Merged && into is { } wanted)
        {
            if (Kept.Find(wanted) is not { } found) return SuggestionWords.Unknown;
            other = (wanted, new(found.Happened));
        }
        var state = new SuggestionState(kept.Happened);
        var step = SuggestionCycle.Answer(state, new(ActorOf(viewer), id, choice.What, why ?? "") { Verdict = choice.Verdict, Into = other }, Now);
        if (step.Refused is { } refused) return SuggestionWords.Of(refused);
        var after = new SuggestionState([.. kept.Happened, step.Happens!]);
        var done = Keep(kept, after, step.Happens!);
        if (done is null) new SuggestionTelling(database).Answered(kept, after);
        return done;
    }

    private Refusal? Keep(KeptMatter<SuggestionHappening> kept, SuggestionState after, SuggestionHappening happens)
    {
        bool? adopted = SuggestionRanking.IsAdopted(after) ? true : after.Stage == SuggestionStage.NotAdopted ? false : null;
        if (happens.What is not (SuggestionEvent.Commented or SuggestionEvent.Proposed or SuggestionEvent.EffectNoted) && Counted(after.Written, kept.Of.First, adopted) is { } record)
            return new ByHand(database, folder, time).Keep(VoiceMatters.Suggestions, kept, happens, Format, record);
        return Kept.Append(kept, happens) ? null : DoingWords.ChangedMeanwhile;
    }

    /// <summary>An unnamed one counts for nobody, and somebody whom the roster does not know has no metrics.</summary>
    private HandRecord? Counted(SuggestionHappening written, DateOnly day, bool? adopted) =>
        written.Who.Length == 0 || database.People.Roster.Find(written.Who) is null ? null : HandRecord.Of(RecordKinds.Suggestions, new Suggestion(day, written.Who, written.Title!, adopted));

    internal VoiceActor ActorOf(Viewer viewer) => new(Recipients.NameOf(database, viewer), Rights.DecidesSuggestions(viewer), viewer.Leads && viewer.Groups.Count > 0);

    private const string Format = "suggestions";
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
