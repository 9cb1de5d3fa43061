using Heng.App.Features.Api.Running;
using Heng.App.Features.Notices.Sending;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;
using Polly;
using Polly.Retry;

namespace Heng.App.Features.Webhooks;

/// <summary>
/// Posts what waits, in order, through a queue that outlives the server: again at once, then after minutes that double to an hour, for three days. A hook to which nothing
/// arrived for five days is disabled, and who may set it is told.
/// </summary>
public sealed partial class WebhookSending(Database database, WebhookEvents events, WebhookSafe safe, WebhookPost post, TimeProvider time, ILogger<WebhookSending> log, TimeSpan? pause = null)
{
    public static readonly TimeSpan GivesUp = TimeSpan.FromDays(3), Abandoned = TimeSpan.FromMinutes(5), LimitLasts = TimeSpan.FromMinutes(10);
    public const int FailingDays = 5;
    private const int TriesAtOnce = 2, MostARound = 50;

    public async Task Round(CancellationToken cancel = default)
    {
        events.Gather();
        database.WebhookDeliveries.Again(Now.Plus(-(long)Abandoned.TotalSeconds), Now);
        // One that is slow keeps none of the others waiting.
        await Task.WhenAll(database.Webhooks.All.Where(h => h.State == WebhookState.Active).Select(hook => Task.Run(() => Round(hook, cancel), CancellationToken.None)));
    }

    private async Task Round(Webhook hook, CancellationToken cancel)
    {
        database.WebhookDeliveries.Queue(hook, Now);
        foreach (var delivery in database.WebhookDeliveries.Due(hook.Id, Now, MostARound))
        {
            cancel.ThrowIfCancellationRequested();
            // What cannot be reached is not asked for the rest of the round.
            if (!await Send(hook, delivery)) break;
        }
        if (database.Webhooks.All.First(h => h.Id == hook.Id).FailingSince is { } since && Now.SecondsSince(since) >= FailingDays * 86400L) Disable(hook);
    }

    /// <summary>Whether it arrived, or need not be tried again.</summary>
    private async Task<bool> Send(Webhook hook, WebhookDelivery delivery)
    {
        if (!database.WebhookDeliveries.Try(delivery, Now)) return true;
        var (first, last) = (true, (Delivery?)null);
        var done = await Retries().ExecuteAsync(async token =>
        {
            if (!first)
            {
                database.WebhookDeliveries.Answered(delivery, last!.Answer);
                // Paused or removed between two tries.
                if (!database.WebhookDeliveries.Try(delivery, Now, again: true)) return last with { Kind = DeliveryKind.Refused };
            }
            first = false;
            return last = await Once(hook, delivery, token);
        }, CancellationToken.None);
        var over = Now.SecondsSince(delivery.QueuedAt) > (long)GivesUp.TotalSeconds;
        var (state, wait) = done.Kind switch
        {
            DeliveryKind.Sent => (MessageState.Sent, TimeSpan.Zero),
            DeliveryKind.Refused => (MessageState.Refused, TimeSpan.Zero),
            _ when over => (MessageState.Refused, TimeSpan.Zero),
            DeliveryKind.Limited => (MessageState.Queued, LimitLasts),
            _ => (MessageState.Queued, TimeSpan.FromMinutes(Math.Min(60, 1 << Math.Min(delivery.Tries / (TriesAtOnce + 1), 6)))),
        };
        database.WebhookDeliveries.Answered(delivery, state, done.Answer, Now.Plus((long)wait.TotalSeconds));
        OwnNumbers.Posted(state switch { MessageState.Sent => "sent", MessageState.Refused => "given-up", _ => "failed" });
        if (state == MessageState.Refused) GivenUp(log, WebhookPost.IdOf(delivery.Event), hook.Id, done.Answer);
        database.Webhooks.Failing(hook.Id, done.Kind == DeliveryKind.Sent ? null : Now);
        return state != MessageState.Queued;
    }

    /// <summary>The address is looked at again before each try: what was kept may be older than what is allowed.</summary>
    private async Task<Delivery> Once(Webhook hook, WebhookDelivery delivery, CancellationToken cancel)
    {
        if (safe.Open(hook.Secret ?? "") is not { } secret) return new(DeliveryKind.Unreachable, "secret can't be opened");
        return WebhookPlaces.Of(hook.Address, hook.PrivateAllowed) is { } address ? await post.Post(address, hook.PrivateAllowed, secret, delivery.Event, cancel) : new(DeliveryKind.Refused, "address not allowed");
    }

    private ResiliencePipeline<Delivery> Retries() => new ResiliencePipelineBuilder<Delivery> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<Delivery>
    {
        ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result is { Kind: DeliveryKind.Unreachable }),
        MaxRetryAttempts = TriesAtOnce, BackoffType = DelayBackoffType.Exponential, UseJitter = true, Delay = pause ?? TimeSpan.FromSeconds(2),
    }).Build();

    private void Disable(Webhook hook)
    {
        if (!database.Webhooks.Turn(hook, WebhookState.Disabled, Now, "Heng", hook.Name)) return;
        database.WebhookDeliveries.Drop(hook.Id);
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = hook.Name, ["days"] = FailingDays.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        database.Notices.Tell([.. Notices.Recipients.Who(database, Rights.SetsWebhooks).Select(who => new Notice(who, WebhookWords.Disabled, FormattableString.Invariant($"{hook.Subject}/{Now.UnixSeconds}"), words, WebhooksEndpoints.Address, Now))]);
    }

    /// <summary>By numbers alone: what a hook is called may be anybody's words.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "event {What} is given up for webhook {Hook}: {Answer}")]
    private static partial void GivenUp(ILogger log, string what, long hook, string answer);

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
