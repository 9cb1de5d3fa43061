using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.Months;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Honours;

/// <summary>What is asked to be awarded. Plan names the podium; Day that of the award or certificate on record.</summary>
public sealed record HonourAsk(HonourKind Kind, string To, Month Month, string Why)
{
    public string? Title { get; init; }
    public string? Plan { get; init; }
    public DateOnly? Day { get; init; }
    public string? Prize { get; init; }
    /// <summary>Whether something stood in the field of money, be it a number or not.</summary>
    public bool NamesMoney { get; init; }
    public decimal? PrizeYuan { get; init; }
}

/// <summary>Awards, confirms and takes back honours for a page, and says why not.</summary>
public sealed class HonourDoing(Database database, TimeProvider time, Func<Month, KeptMonth> months)
{
    public const string AwardedKind = "honour-awarded", ConfirmKind = "honour-to-confirm", TakenBackKind = "honour-taken-back";

    private Matters<HonourHappening> Kept => database.Matters(GrowthMatters.Honours);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    public (KeptMatter<HonourHappening>? Honour, Refusal? Refused) Award(HonourAsk ask, Viewer viewer)
    {
        if (Checked(viewer, ask.Why) is { } no) return (null, no);
        var roster = database.People.Roster;
        if (roster.Find(ask.To) is not { } person) return (null, DoingWords.PersonUnknown(ask.To));
        var (period, days, source, fault) = SourceOf(ask, person.Name);
        if (fault is not null) return (null, fault);
        var step = HonourCycle.Award(ActorOf(viewer, roster), new(HonourEvent.Awarded, "", Now, ask.Why)
        {
            Kind = ask.Kind, Title = ask.Kind == HonourKind.Other ? ask.Title?.Trim() : null, To = person.Name, Group = roster.In(person.Id, ask.Month)?.Group,
            PeriodZh = period.Zh, PeriodEn = period.En, Prize = ask.Prize, PrizeYuan = ask.NamesMoney ? ask.PrizeYuan ?? 0m : null,
        });
        if (step.Refused is { } refused) return (null, HonourWords.Of(refused));
        if (FreeKey(source) is not { } key || Kept.Begin(new(person.Name, days.First, days.Last, key), step.Happens!) is not { } begun) return (null, HonourWords.AlreadyAwarded);
        Tell(begun);
        return (begun, null);
    }

    public Refusal? Decide(KeptMatter<HonourHappening> honour, HonourEvent act, string? why, Viewer viewer)
    {
        if (Checked(viewer, why) is { } no) return no;
        var step = HonourCycle.Decide(new(honour.Happened), ActorOf(viewer, database.People.Roster), act, why ?? "", Now);
        if (step.Refused is { } refused) return HonourWords.Of(refused);
        if (!Kept.Append(honour, step.Happens!)) return DoingWords.ChangedMeanwhile;
        Tell(Kept.Find(honour.Id)!);
        return null;
    }

    private static Refusal? Checked(Viewer viewer, string? why) => viewer.Role is Role.Operator ? DoingWords.NeedsNamedPerson : why?.Length > DoingWords.LongestReason ? DoingWords.ReasonTooLong : null;

    private static HonourActor ActorOf(Viewer viewer, Roster roster) => new(AppraisalDoing.ActorOf(viewer, roster).Name, Rights.Awards(viewer));

    /// <summary>What it is for: its period in words, its days, and what tells it from others.</summary>
    private (Wording Period, (DateOnly First, DateOnly Last) Days, string Key, Refusal? Fault) SourceOf(HonourAsk ask, string person)
    {
        var month = (Cycle.Month.Name(ask.Month), (ask.Month.First, ask.Month.Last));
        if (ask.Kind is HonourKind.Champion or HonourKind.RunnerUp)
        {
            var podium = PublishedPodiums.Of(database, months(ask.Month), Now).FirstOrDefault(p => p.Plan.Id == ask.Plan && p.On(ask.Kind).Any(a => a.Agent == person));
            return podium is null ? (month.Item1, month.Item2, "", HonourWords.NotOnPodium)
                : (podium.Period, (Period.Ending(podium.Plan.Cycle, ask.Month).First.First, ask.Month.Last), podium.KeyOf(ask.Kind, person), null);
        }
        if (ask.Kind is HonourKind.Award or HonourKind.Certificate)
            return AwardsOnRecord.Of(database, ask.Month).FirstOrDefault(a => a.Person == person && a.Kind == ask.Kind && a.Record.Day == ask.Day) is { } on
                ? (month.Item1, (on.Record.Day, on.Record.Day), on.Key, null) : (month.Item1, month.Item2, "", HonourWords.NotOnRecord);
        return (month.Item1, month.Item2, $"hand/{ask.Month}/{Json.Kebab(ask.Kind)}/{ask.Title?.Trim()}/{person}", null);
    }

    /// <summary>What was taken back or not confirmed may be awarded anew, under a key of its own; null while one stands or waits.</summary>
    private string? FreeKey(string source)
    {
        var key = source;
        for (var next = 2; Kept.Find(key) is { } before; next++)
        {
            if (new HonourState(before.Happened).Stage is HonourStage.Standing or HonourStage.Unconfirmed) return null;
            key = string.Create(CultureInfo.InvariantCulture, $"{source}#{next}");
        }
        return key;
    }

    private void Tell(KeptMatter<HonourHappening> honour)
    {
        var (state, last) = (new HonourState(honour.Happened), honour.Happened[^1]);
        var to = state.Awarded.To!;
        var (kind, whom) = state.Stage switch
        {
            HonourStage.Unconfirmed => (ConfirmKind, Recipients.Who(database, Rights.Awards).Where(w => w != to)),
            HonourStage.Refused => ("", []),
            HonourStage.Standing => (AwardedKind, Recipients.LeadersOf(database, state.Awarded.Group).Append(to)),
            _ => (TakenBackKind, Recipients.LeadersOf(database, state.Awarded.Group).Append(to)),
        };
        var title = HonourWords.TitleOf(state.Awarded);
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["to"] = to, ["title-zh"] = title.Zh, ["title-en"] = title.En, ["by"] = last.Who };
        database.Notices.Tell([.. whom.Where(w => w != last.Who).Distinct(StringComparer.Ordinal).Select(w => new Notice(w, kind, honour.Subject, words, Links.Honour(honour.Id), last.At))]);
    }
}
