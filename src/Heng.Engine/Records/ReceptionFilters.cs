namespace Heng.Engine.Records;

/// <summary>
/// What takes a reception out of load, speed and inquiries (过滤), beside the empty chat, which always does. What is taken out is counted apart.
/// A talk that was taken out can still win an order.
/// </summary>
public sealed record ReceptionFilters
{
    /// <summary>A buyer that is the account itself, or a sub-account of the same main account.</summary>
    public bool OwnAccounts { get; init; } = true;
    /// <summary>Exactly one message of the buyer.</summary>
    public bool SingleSentenceBuyers { get; init; }
    /// <summary>Human messages, and neither a buyer's nor a passed-on round.</summary>
    public bool AgentMonologue { get; init; }
    /// <summary>Passed on after at most so many messages of buyer and human; null is off.</summary>
    public int? ForwardedAfterMessages { get; init; }
    /// <summary>A text of the buyer or a human that holds one of these; ordinal, as written.</summary>
    public IReadOnlyList<string> Watchwords { get; init; } = [];
    /// <summary>A human message from an account that is no sub-account: the owner's own hand.</summary>
    public bool MainAccountReply { get; init; }
}
