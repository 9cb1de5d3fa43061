using Heng.App.Features.Appraisals;
using Heng.App.Features.Cases;
using Heng.App.Features.Closing;
using Heng.App.Features.ImprovementPlans;
using Heng.App.Features.Months;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Notices;

/// <summary>
/// The daily round (每日提醒): who is reminded today, stages that entries alone have begun, and what happened in the last days but was not told then, as when a server ended in
/// between. Whatever was told is not told again, so that it may run twice, and on two servers at once.
/// </summary>
public sealed class DailyNotices(BookCache books, TimeProvider time, Inspections.InspectionDoing? inspections = null)
{
    private const int MostMonths = 12;
    private static readonly TimeSpan Late = TimeSpan.FromDays(3);

    public IReadOnlyList<Notice> Run()
    {
        var (database, now) = (books.Database, new Instant(time.GetUtcNow().ToUnixTimeSeconds()));
        var today = ShopClock.Shanghai.DayOf(now);
        var (since, last) = (now.Plus(-(long)Late.TotalSeconds), Month.Of(today).Plus(-1));
        var settings = database.NoticeSettings.Setting.Reminders;
        KeptHere.KeptHere.Cover(database, today);
        inspections?.LetStand("", now, today);
        var (told, doing) = (new List<Notice>(), new AppraisalDoing(database));
        // An assessment that nobody began is waited for while its month is the last one; one that runs, for a year.
        foreach (var month in database.Appraisals.Months.Where(m => m >= last.Plus(1 - MostMonths)).Append(last).Distinct().Order())
            foreach (var assessment in Assessment.All(database, books.Of(month), now).Where(a => a.Log.Happened.Count > 0 || month == last))
            {
                var one = doing.Settle(assessment);
                told.AddRange(AppraisalTold.Tell(database, one, Missed(one, since)));
                told.AddRange(AppraisalTold.Tell(database, one, Tellings.Present(one.Log.Happened, one.State, one.People)));
                told.AddRange(AppraisalTold.Remind(database, one, settings, today));
            }
        told.AddRange(StepsTold.Remind(database, today, now));
        told.AddRange(Onboarding.OnboardingTold.Remind(database, today, now));
        foreach (var closed in database.Decisions.Since(since).Where(d => d.What == Close.Closed).Select(d => Month.Parse(d.Subject["month/".Length..])).OfType<Month>().Distinct())
            told.AddRange(MonthTold.Tell(database, closed, now));
        told.AddRange(CaseReminders.Run(database, now));
        told.AddRange(Phrases.PhraseExpiry.Remind(database, today, now));
        told.AddRange(Coaching.CoachingTold.Remind(database, today, now));
        told.AddRange(Quality.FindingPages.AttentionTold.Remind(database, today, now));
        return told;
    }

    private static IEnumerable<Telling> Missed(Assessment one, Instant since) =>
        one.Log.Happened.SelectMany((happening, i) => happening.At < since ? [] : Tellings.Of([.. one.Log.Happened.Take(i)], [happening], one.State.Course, one.People));
}
