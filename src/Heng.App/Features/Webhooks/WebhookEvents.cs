using System.Globalization;
using Heng.App.Features.Closing;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Importing;
using Heng.App.Features.Months;
using Heng.App.Features.Notices;
using Heng.App.Features.Plans;
using Heng.App.Features.Warnings;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Webhooks;

/// <summary>
/// What happened, from where it is written down anyway: the log of decisions, what people were told, and the findings of days. So nothing is lost when the server rests, and
/// what the command line does is posted too. A subject is a kind and a number, as <c>warning/12</c>: never a buyer, pay or words of a chat.
/// </summary>
public sealed class WebhookEvents(Database database, TimeProvider time)
{
    /// <summary>How far back is looked after a rest; an occasion that was raised is not raised again.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromDays(30);
    private const int FindingDays = 62;
    private const string None = "0";
    private long decided, told;
    private bool foundOnce;

    public void Gather()
    {
        var events = new List<WebhookEvent>();
        var decisions = database.Decisions.Since(Now.Plus(-(long)Behind.TotalSeconds), decided);
        events.AddRange(decisions.SelectMany(Of));
        var notices = database.Notices.Between(told, long.MaxValue);
        events.AddRange(notices.Where(n => n.Notice.Kind == NoticeWords.AssessmentPublished && n.Notice.At >= Now.Plus(-(long)Behind.TotalSeconds))
            .Select(n => new WebhookEvent(0, WebhookKinds.AssessmentPublished, n.Notice.Occasion, string.Join('/', n.Notice.Occasion.Split('/').Take(4)), n.Notice.At)).DistinctBy(e => e.Occasion));
        // Whatever recounts days is decided by somebody or is an import; a look costs a sum over two months. Warnings come by the minute and recount nothing.
        if (!foundOnce || decisions.Any(d => !d.Subject.StartsWith(WarningMatters.Kind.Name + '/', StringComparison.Ordinal))) events.AddRange(Found());
        database.Webhooks.Raise(events);
        (decided, told, foundOnce) = (decisions is [.., var last] ? last.Seq : decided, notices is [.., var newest] ? newest.Number : told, true);
    }

    private IEnumerable<WebhookEvent> Of(Decision d)
    {
        var occasion = "decision/" + d.Seq.ToString(CultureInfo.InvariantCulture);
        WebhookEvent Event(string kind) => new(0, kind, occasion, d.Subject, d.At);
        return d.What switch
        {
            Close.Closed => [Event(WebhookKinds.MonthClosed), Event(WebhookKinds.PayslipsSealed)],
            // The subject of a leaver's run names the person: the month alone is told.
            LeaverRun.InputsKept => [Event(WebhookKinds.PayslipsSealed) with { Subject = string.Join('/', d.Subject.Split('/').Take(2)) }],
            // Of a month whose assessment is published by itself the cards are no second publication.
            "cards-published" => d.Subject.Split('/') is [_, var month] && PublishesItself(month) ? [] : [Event(WebhookKinds.AssessmentPublished)],
            // The occasion is the warning: a second server's is the same.
            WarningMatters.RaisedStep when !IsPart(d.Subject) => [Event(WebhookKinds.WarningRaised) with { Occasion = d.Subject }],
            "appeal-accepted" or "appeal-refused" => [Event(WebhookKinds.AppealDecided)],
            ImportLog.Done => [Event(WebhookKinds.ImportDone)],
            _ => [],
        };
    }

    /// <summary>One that became part of its group's in the same breath: the group's is told.</summary>
    private bool IsPart(string subject) => long.TryParse(subject.AsSpan(WarningMatters.Kind.Name.Length + 1), CultureInfo.InvariantCulture, out var id)
        && database.Matters(WarningMatters.Kind).Find(id) is { } kept && WarningMatters.StateOf(kept).Stage == Engine.Live.Warnings.WarningStage.Merged;

    private bool PublishesItself(string month) => Month.Parse(month) is { } of && database.Appraisals.Begun(of).Any(begun =>
        begun.Of.Cycle == Cycle.Month && database.Plans.Find(begun.Of.Scheme, begun.Version) is { } plan
        && PublishedPlans.Content(plan, ShopCatalogue.On(database, Judgement.OrderFirst, DateOnly.MaxValue)).CourseOf(Cycle.Month).Stages.Any(s => s.Work == StageWork.Publish));

    /// <summary>Of a shop's day, again when other findings count on it than when it was told last, none left included.</summary>
    private IEnumerable<WebhookEvent> Found()
    {
        var today = ShopClock.Shanghai.DayOf(Now);
        foreach (var shop in database.Shops.All)
        {
            var begins = string.Create(CultureInfo.InvariantCulture, $"findings/{shop.Id}/");
            string Subject(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{begins}{day:yyyy-MM-dd}");
            var (from, marks) = (Subject(today.AddDays(-FindingDays)), database.Findings.CountingByDay(shop.Id, today.AddDays(-FindingDays), today).ToDictionary(d => Subject(d.Day), d => d.Mark, StringComparer.Ordinal));
            var told = database.Webhooks.LastOf(WebhookKinds.FindingsCounted, begins).ToDictionary(e => e.Subject, StringComparer.Ordinal);
            foreach (var gone in told.Keys.Where(s => !marks.ContainsKey(s) && string.CompareOrdinal(s, from) >= 0)) marks[gone] = None;
            foreach (var (subject, mark) in marks.OrderBy(m => m.Key, StringComparer.Ordinal))
            {
                string[] last = told.TryGetValue(subject, out var known) ? known.Occasion.Split('/') : [];
                if (last is [.., var before] && before == mark) continue;
                var nth = last is [.., var number, _] && int.TryParse(number, CultureInfo.InvariantCulture, out var times) ? times + 1 : 1;
                yield return new(0, WebhookKinds.FindingsCounted, string.Create(CultureInfo.InvariantCulture, $"{subject}/{nth}/{mark}"), subject, Now);
            }
        }
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
