using Heng.Engine.Records;

namespace Heng.Engine.Facts;

/// <summary>What a message is to the fold, decided from sender, kind and rule set before folding. Stored by number: never renumber.</summary>
public enum Act : byte { Ignored, Buyer, BuyerOffline, Human, Auto, Transfer }

/// <summary>
/// One shop's business day as columns, in fold order (instant, then sequence, then buyer before agent).
/// A conversation (会话对) is one buyer with one account, and of a shared account with one person in turn; its index points into the three conversation columns.
/// Agent 0 is an account that nobody is bound to on that day.
/// </summary>
public sealed class DayMessages
{
    public required int Count { get; init; }
    /// <summary>Second of the business day, 0–86399; never falls along the columns.</summary>
    public required int[] Second { get; init; }
    /// <summary>Which of the stored rows it is, for who looks at texts; empty where the columns come from none.</summary>
    public int[] Row { get; init; } = [];
    public required int[] Conversation { get; init; }
    public required Act[] Act { get; init; }
    /// <summary>Characters of the text, cut at 65,535.</summary>
    public required ushort[] Length { get; init; }
    /// <summary>For a transfer the conversation it goes to, else -1.</summary>
    public required int[] Target { get; init; }
    public required int[] ConversationBuyer { get; init; }
    public required int[] ConversationAccount { get; init; }
    public required int[] ConversationAgent { get; init; }
    /// <summary>Of a shared account the how-manieth person's part of the buyer's conversation, from 0. Empty where no account is shared.</summary>
    public int[] ConversationTurn { get; init; } = [];
    /// <summary>Names make the stable ids; an unbound account has an empty agent name.</summary>
    public required string Shop { get; init; }
    public required string[] ConversationBuyerName { get; init; }
    public required string[] ConversationAccountName { get; init; }
    public required string[] ConversationAgentName { get; init; }
    /// <summary>Conversations that hold what a filter looks for: a watchword, or a reply of the main account.</summary>
    public IReadOnlyList<int> Marked { get; init; } = [];
}

/// <summary>A round (回合): the buyer's first unanswered message and the reply, or none by the end of the day. Seconds of the business day.</summary>
public readonly record struct Round(int Asked, int? Answered, bool ByTransfer, bool Offline)
{
    /// <summary>Seconds in which the shop was closed; they do not count where the rules say so.</summary>
    public int Closed { get; init; }
    /// <summary>Seconds waited, uncapped; null while unanswered.</summary>
    public int? Wait => Answered - Asked - Closed;
}

/// <summary>A session (会话) of one buyer with one account. Start and end are its first and last message, both included. Agent wrote HumanMessages of them.</summary>
public sealed record Session(
    long Id, int Agent, int Account, int Buyer, DateOnly Day, Instant Start, Instant End, int BuyerMessages, int HumanMessages, int Rounds, bool Replied);

/// <summary>A reception (接待): all between one agent and one buyer on one business day, with what it adds to each primitive and its rounds for the waits.</summary>
public sealed record Reception(
    long Id, int Agent, int Buyer, DateOnly Day, Instant First, Instant Last, int? FirstResponseSeconds, bool TransferredOut, bool Filtered, Measures Measures, IReadOnlyList<Round> Rounds);

/// <summary>
/// An agent's business day: Σ of its receptions' measures, plus <see cref="Primitive.MaxConcurrent"/> and <see cref="Primitive.BusySeconds"/>, and its waits in whole seconds for medians.
/// Agent 0 gathers what no person is bound to; -1 is the shop's own row and holds only shop-level distinct counts;
/// -2 to -5 hold the orders that credit nobody, so that agents and buckets add up to the shop.
/// </summary>
public sealed record AgentDay(int Agent, DateOnly Day, Measures Measures, Statistics.Waits FirstResponses, Statistics.Waits RoundWaits)
{
    public const int Unbound = 0, Shop = -1, Silent = -2, Flagged = -3, Late = -4, Unpaid = -5;
}

/// <summary>All that follows from one shop-day of messages.</summary>
public sealed record DayFacts(DateOnly Day, IReadOnlyList<Session> Sessions, IReadOnlyList<Reception> Receptions, IReadOnlyList<AgentDay> AgentDays, int Folded, int Filtered)
{
    /// <summary>Uses of phrases (话术使用); null where no library was in force.</summary>
    public IReadOnlyList<DayAddition>? Phrases { get; init; }
}

/// <summary>What a day's messages add to an agent beside what the fold counts, and the fact that it opens to.</summary>
public sealed record DayAddition(Explanation.FactKind Kind, string Fact, int Agent, Measures Measures);
