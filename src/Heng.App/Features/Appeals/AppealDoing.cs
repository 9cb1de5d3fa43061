using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.Facts;
using Heng.App.Features.Importing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>Raises, answers and escalates appeals for a page or a command, and says why not. An accepted one corrects its fact, and everything that rests on it is settled again.</summary>
/// <param name="kept">Months as they are, each worked out when asked for.</param>
public sealed class AppealDoing(Database database, string folder, TimeProvider time, Func<Month, KeptMonth> kept)
{
    private const int ToldAgain = 20;
    private readonly AppealTelling telling = new(database);

    public AppealSituations Situations => new(database, time, kept);

    public (KeptAppeal? Appeal, Refusal? Refused) Raise(CorrectedFact kind, string fact, DateOnly? day, AppealWish wish, string? why, Viewer viewer)
    {
        if (Checked(why, wish, viewer) is { } refused) return (null, refused);
        var situations = Situations;
        var known = new AppealFacts(database).Find(kind, fact, day);
        var about = database.Appeals.About(kind, fact);
        var actor = ActorOf(viewer, null);
        var step = AppealCycle.Decide(null, new RaiseAppeal(actor, why ?? ""), situations.ToRaise(known, wish, about, actor.Name));
        if (step.Refused is { } no) return (null, AppealWords.Of(no, situations.Days));
        // Of two at once about one fact the second sees the first's and is told so.
        if (database.Appeals.Raise(known!.Of.Shop, kind, fact, known.Of.Day, wish, step.Happens!, about) is not { } raised) return (null, AppealWords.Of(AppealRefusal.AlreadyRaised, situations.Days));
        Tell();
        return (raised, null);
    }

    public Refusal? Escalate(KeptAppeal appeal, string? why, Viewer viewer)
    {
        if (Checked(why, appeal.Wish, viewer) is { } refused) return refused;
        var situations = Situations;
        var step = AppealCycle.Decide(appeal.State, new EscalateAppeal(ActorOf(viewer, appeal), why ?? ""), situations.ToEscalate(appeal));
        if (step.Refused is { } no) return AppealWords.Of(no, situations.Days);
        if (!database.Appeals.Append(appeal, step.Happens!)) return AppealWords.Of(AppealRefusal.AlreadyEscalated, situations.Days);
        Tell();
        return null;
    }

    /// <param name="decided">What is to stand instead; null takes what was asked for.</param>
    public Refusal? Answer(KeptAppeal appeal, bool accepts, AppealWish? decided, string? why, Viewer viewer)
    {
        var wish = decided ?? appeal.Wish;
        if (Checked(why, accepts ? wish : appeal.Wish, viewer) is { } refused) return refused;
        var situations = Situations;
        var fact = new AppealFacts(database).Find(appeal);
        var step = AppealCycle.Decide(appeal.State, new AnswerAppeal(ActorOf(viewer, appeal), why ?? "", accepts), situations.ToAnswer(appeal, fact, wish));
        if (step.Refused is { } no) return AppealWords.Of(no, situations.Days);
        var done = step.Happens!.What == AppealEvent.Accepted ? Correct(appeal, fact!, wish, step.Happens) : database.Appeals.Append(appeal, step.Happens) ? null : AppealWords.Of(AppealRefusal.AlreadyDecided, situations.Days);
        if (done is null) Tell();
        return done;
    }

    /// <summary>Who would move if this stood instead.</summary>
    public IReadOnlyList<Moved> Preview(KnownFact fact, AppealWish wish) => fact.Corrects(wish) ? CorrectionTrial.Of(database, CorrectionOf(fact, wish, "", "", Now, ""), fact.Months, kept) : [];

    private Refusal? Correct(KeptAppeal appeal, KnownFact fact, AppealWish wish, AppealHappening accepted)
    {
        var correction = CorrectionOf(fact, wish, accepted.Why, accepted.Who, accepted.At, appeal.Subject);
        var moved = CorrectionTrial.Of(database, correction, fact.Months, kept);
        var shop = Correction.IsOfCompany(appeal.Kind) ? Shops.Company.Id : database.Shops.Find(correction.Shop)!.Id;
        if (ImportRun.WhenFree(database, folder, time) is not { } run) return DoingWords.Busy;
        using (run)
        {
            var first = true;
            // As an import of the correction would: what is cut off before it is settled, the next run settles.
            run.Keep(appeal.Subject, "corrections", accepted.Who, (source, changes) =>
            {
                first = database.Appeals.Append(appeal, accepted, new(shop, correction, source, moved));
                if (first) CorrectionRecords.Touch(database, [correction], changes);
            });
            return first ? null : AppealWords.Of(AppealRefusal.AlreadyDecided, 0);
        }
    }

    private static Correction CorrectionOf(KnownFact fact, AppealWish wish, string why, string by, Instant at, string appeal) => new(fact.Of.Shop, fact.Of.Kind, fact.Of.Fact, fact.Of.Day, why, by, at, appeal)
    {
        Person = fact.Of.Kind == CorrectedFact.Order ? wish.Person ?? "" : null,
        Points = fact.Of.Kind == CorrectedFact.Entry ? wish.Points : null,
        DueDays = fact.Of.Kind == CorrectedFact.Attendance ? wish.DueDays ?? fact.Stands.DueDays : null,
        PaidDays = fact.Of.Kind == CorrectedFact.Attendance ? wish.PaidDays ?? fact.Stands.PaidDays : null,
    };

    private Refusal? Checked(string? why, AppealWish wish, Viewer viewer) =>
        viewer.Role is Role.Operator ? DoingWords.NeedsNamedPerson
        : why?.Length > DoingWords.LongestReason ? DoingWords.ReasonTooLong
        : wish.Person is { Length: > 0 } person && database.People.Roster.Find(person) is null ? AppealWords.PersonUnknown(person[..Math.Min(person.Length, 40)]) : null;

    private AppealActor ActorOf(Viewer viewer, KeptAppeal? appeal)
    {
        var roster = database.People.Roster;
        var group = appeal is not null && roster.Find(appeal.State.By) is { } person ? roster.In(person.Id, Month.Of(appeal.Day))?.Group : null;
        return new(AppraisalDoing.ActorOf(viewer, roster).Name, Rights.LeadsAppraisals(viewer), viewer.Leads && group is not null && viewer.Groups.Contains(group, StringComparer.Ordinal));
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    // The latest again: who was not told because the program ended in between is told now, others are not told twice.
    private void Tell() => telling.Tell(database.Appeals.All.OrderByDescending(a => a.State.Happened[^1].At.UnixSeconds).Take(ToldAgain));
}
