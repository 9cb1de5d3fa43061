using Heng.Store;

namespace Heng.App.Features.Notices.Sending;

public enum DeliveryKind { Sent, Limited, Unreachable, Refused }

/// <summary>What came of handing a message over. Answer is kept in the log and has no secrets in it.</summary>
public sealed record Delivery(DeliveryKind Kind, string Answer);

/// <summary>
/// A way out of Heng (外发渠道): which of the notices are its, how they read together, and how the text is handed over. Of everything that waits one message is made,
/// at most one in a gap; a text of nothing is a trial.
/// </summary>
public sealed record Outlet(string Key, long After)
{
    public required Func<Notice, bool> IsMine { get; init; }
    public required Func<IReadOnlyList<Notice>, string> Text { get; init; }
    public required Func<string, CancellationToken, Task<Delivery>> Deliver { get; init; }
    /// <summary>Told of a number up to which nothing is the outlet's, so that it is not looked through again.</summary>
    public required Action<long> Past { get; init; }
    public int AMinute { get; init; } = 20;
    public TimeSpan Gap { get; init; } = TimeSpan.Zero;
}
