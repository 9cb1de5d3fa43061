using System.Globalization;
using Heng.App.Features.Closing;
using Heng.App.Features.Importing;
using Heng.App.Features.Notices;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Webhooks;

/// <summary>
/// What happened, from where it is written down anyway: the log of decisions, what people were told, and the findings of days. So nothing is lost when the server rests, and
/// what the command line does is posted too. Other features raise theirs.
/// </summary>
public sealed class WebhookEvents(Database database, TimeProvider time)
{
    /// <summary>How far back is looked after a rest; an occasion that was raised is not raised again.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromDays(30);
    private const int FindingDays = 62;
    private long decided, told;
    private bool foundOnce;

    /// <summary>Something of a feature's own. The subject is a kind and a number, as <c>warning/12</c>: never a buyer, pay or words of a chat.</summary>
    public void Raise(string kind, string occasion, string subject) => database.Webhooks.Raise([new(0, kind, occasion, subject, Now)]);

    public void Gather()
    {
        var events = new List<WebhookEvent>();
        var decisions = database.Decisions.Since(Now.Plus(-(long)Behind.TotalSeconds)).Where(d => d.Seq > decided).ToList();
        events.AddRange(decisions.SelectMany(Of));
        var notices = database.Notices.Between(told, long.MaxValue);
        events.AddRange(notices.Where(n => n.Notice.Kind == NoticeWords.AssessmentPublished && n.Notice.At >= Now.Plus(-(long)Behind.TotalSeconds))
            .Select(n => new WebhookEvent(0, WebhookKinds.AssessmentPublished, n.Notice.Occasion, string.Join('/', n.Notice.Occasion.Split('/').Take(4)), n.Notice.At)).DistinctBy(e => e.Occasion));
        if (!foundOnce || decisions.Any(d => d.What is ImportLog.Done or "rules-recomputed" or "quality-rule-activated")) events.AddRange(Found());
        database.Webhooks.Raise(events);
        (decided, told, foundOnce) = (decisions is [.., var last] ? last.Seq : decided, notices is [.., var newest] ? newest.Number : told, true);
    }

    private static IEnumerable<WebhookEvent> Of(Decision d)
    {
        var occasion = "decision/" + d.Seq.ToString(CultureInfo.InvariantCulture);
        WebhookEvent Event(string kind) => new(0, kind, occasion, d.Subject, d.At);
        return d.What switch
        {
            Close.Closed => [Event(WebhookKinds.MonthClosed), Event(WebhookKinds.PayslipsSealed)],
            // The subject of a leaver's run names the person: the month alone is told.
            LeaverRun.InputsKept => [Event(WebhookKinds.PayslipsSealed) with { Subject = string.Join('/', d.Subject.Split('/').Take(2)) }],
            "cards-published" => [Event(WebhookKinds.AssessmentPublished)],
            "appeal-accepted" or "appeal-refused" => [Event(WebhookKinds.AppealDecided)],
            ImportLog.Done => [Event(WebhookKinds.ImportDone)],
            _ => [],
        };
    }

    /// <summary>Of a day, again when the number of findings that count has become another.</summary>
    private IEnumerable<WebhookEvent> Found()
    {
        var today = ShopClock.Shanghai.DayOf(Now);
        foreach (var shop in database.Shops.All)
            foreach (var (day, counting) in database.Findings.CountingByDay(shop.Id, today.AddDays(-FindingDays), today))
            {
                var of = string.Create(CultureInfo.InvariantCulture, $"findings/{shop.Id}/{day:yyyy-MM-dd}");
                yield return new(0, WebhookKinds.FindingsCounted, string.Create(CultureInfo.InvariantCulture, $"{of}/{counting}"), of, Now);
            }
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
