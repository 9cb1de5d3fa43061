using Heng.Engine.Records;
using Heng.Store;
using Polly;
using Polly.Retry;

namespace Heng.App.Features.Notices.Sending;

/// <summary>
/// Sends what waits (外发): of all notices since the last message one message an outlet, through a queue that outlives the server. The network is tried again at once, a limit
/// waits ten minutes in the queue, a refusal is final. What was begun when the server ended is not sent again.
/// </summary>
public sealed class Posting(Database database, Func<IReadOnlyList<Outlet>> outlets, TimeProvider time)
{
    public static readonly TimeSpan LimitLasts = TimeSpan.FromMinutes(10), Abandoned = TimeSpan.FromMinutes(10), GivesUp = TimeSpan.FromHours(24);
    private const int TriesAtOnce = 2;
    private static readonly Delivery OverBudget = new(DeliveryKind.Limited, "budget used up");

    /// <summary>Everything that is due; returns what was tried, as it stands now.</summary>
    public async Task<IReadOnlyList<NoticeMessage>> Round(CancellationToken cancel = default)
    {
        database.NoticeMessages.Abandon(Now.Plus(-(long)Abandoned.TotalSeconds));
        var tried = new List<NoticeMessage>();
        foreach (var outlet in outlets())
        {
            Queue(outlet);
            foreach (var message in database.NoticeMessages.Waiting(outlet.Key).Where(m => m.NextAt <= Now))
            {
                cancel.ThrowIfCancellationRequested();
                if (await Send(outlet, message)) tried.Add(message);
            }
        }
        var keys = tried.Select(m => (m.Outlet, m.Number)).ToHashSet();
        return [.. database.NoticeMessages.Latest(Math.Max(100, keys.Count)).Where(m => keys.Contains((m.Outlet, m.Number)))];
    }

    /// <summary>A trial, sent at once; null where the outlet is not there, or a message waits already.</summary>
    public async Task<NoticeMessage?> Trial(string key)
    {
        if (outlets().FirstOrDefault(o => o.Key == key) is not { } outlet) return null;
        var last = Math.Max(outlet.After, database.NoticeMessages.LastOf(key).To);
        if (!database.NoticeMessages.Queue(key, last, last, 0, Now) || database.NoticeMessages.Waiting(key) is not [var message, ..]) return null;
        await Send(outlet, message);
        return database.NoticeMessages.Latest(100).FirstOrDefault(m => m.Outlet == key && m.Number == message.Number);
    }

    private void Queue(Outlet outlet)
    {
        var (to, at) = database.NoticeMessages.LastOf(outlet.Key);
        if (at is { } last && Now.SecondsSince(last) < (long)outlet.Gap.TotalSeconds) return;
        var after = Math.Max(outlet.After, to);
        if (database.Notices.Between(after, long.MaxValue) is not [.., { Number: var newest }] told) return;
        if (told.Count(n => outlet.IsMine(n.Notice)) is > 0 and var mine) database.NoticeMessages.Queue(outlet.Key, after, newest, mine, Now);
        else outlet.Past(newest);
    }

    /// <summary>The try is noted before the message goes out. Once it goes, it is waited for even while the server ends: only its own time ends it.</summary>
    private async Task<bool> Send(Outlet outlet, NoticeMessage message)
    {
        if (!database.NoticeMessages.Try(message, Now, outlet.AMinute)) return false;
        Notice[] mine = [.. database.Notices.Between(message.After, message.To).Select(n => n.Notice).Where(outlet.IsMine)];
        // Whoever it was about may have left the group meanwhile; a text of nothing would be a trial.
        if (message.Told > 0 && mine.Length == 0)
        {
            database.NoticeMessages.Answered(message, MessageState.Refused, "nothing left to tell", Now);
            return true;
        }
        var (text, first) = (outlet.Text(mine), true);
        var delivery = await Retries().ExecuteAsync(async token =>
        {
            if (!first && !database.NoticeMessages.Try(message, Now, outlet.AMinute, again: true)) return OverBudget;
            first = false;
            return await outlet.Deliver(text, token);
        }, CancellationToken.None);
        var (state, wait) = Then(delivery.Kind, message);
        database.NoticeMessages.Answered(message, state, delivery.Answer, Now.Plus((long)wait.TotalSeconds));
        return true;
    }

    private ResiliencePipeline<Delivery> Retries() => new ResiliencePipelineBuilder<Delivery> { TimeProvider = time }.AddRetry(new RetryStrategyOptions<Delivery>
    {
        ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result is { Kind: DeliveryKind.Unreachable }),
        MaxRetryAttempts = TriesAtOnce, BackoffType = DelayBackoffType.Exponential, UseJitter = true, Delay = TimeSpan.FromSeconds(2),
    }).Build();

    private (MessageState State, TimeSpan Wait) Then(DeliveryKind kind, NoticeMessage message) => kind switch
    {
        DeliveryKind.Sent => (MessageState.Sent, TimeSpan.Zero),
        DeliveryKind.Refused => (MessageState.Refused, TimeSpan.Zero),
        _ when Now.SecondsSince(message.QueuedAt) > (long)GivesUp.TotalSeconds => (MessageState.Refused, TimeSpan.Zero),
        DeliveryKind.Limited => (MessageState.Queued, LimitLasts),
        _ => (MessageState.Queued, TimeSpan.FromMinutes(1 << Math.Min(message.Tries / (TriesAtOnce + 1), 5))),
    };

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
