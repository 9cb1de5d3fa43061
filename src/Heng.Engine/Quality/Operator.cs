namespace Heng.Engine.Quality;

/// <summary>What a condition asks of the messages that it looks at.</summary>
public abstract record Operator;

/// <summary>How many different ones of the phrases must be there.</summary>
public enum Needed : byte { Any, All, None, AtLeast }

/// <summary>Phrases (词句), single characters among them. <paramref name="Count"/> is used by <see cref="Needed.AtLeast"/> alone. Of none a hit is the last message that was looked at.</summary>
public sealed record Words(Needed Needed, IReadOnlyList<string> Phrases, int Count = 1) : Operator;

/// <summary>A regular expression (正则), without look-around and back-references, so that no text can make it slow. A match inside one of <paramref name="Except"/> is no hit.</summary>
public sealed record Pattern(string Regex, string? Except = null) : Operator;

/// <summary>A reply that came later than so many seconds after the buyer's first unanswered message; the edge is in time. Waits are the reception's own, opening hours taken off.</summary>
public sealed record SlowReply(int Seconds) : Operator;

/// <summary>A round that nobody answered on that business day.</summary>
public sealed record NoReply : Operator;

/// <summary>The same text of one role again, at least <paramref name="Times"/> times in the stretch, each of at least <paramref name="Characters"/> characters.</summary>
public sealed record Repeated(int Times, int Characters = 4) : Operator;

/// <summary>A buyer's question (a mark, or a word that asks) that nobody answered, or only with one of the holding phrases (稍等), before the buyer asked anew or the reception ended.</summary>
public sealed record UnansweredQuestion(IReadOnlyList<string> Asking, IReadOnlyList<string> Holding) : Operator;

/// <summary>A good-bye after which the buyer went on within so many seconds with more than thanks.</summary>
public sealed record EarlyGoodbye(IReadOnlyList<string> Goodbyes, IReadOnlyList<string> Thanks, int WithinSeconds) : Operator;

/// <summary>Passed on to somebody else without one of these words in what the agent wrote in the last round in which they wrote.</summary>
public sealed record TransferWithoutReason(IReadOnlyList<string> Reasons) : Operator;

/// <summary>What of a remark (备注) is missing.</summary>
public enum RemarkFault : byte { Missing, Incomplete }

/// <summary>A case of the reception's buyer, opened by the agent that day, without a remark, or with one in which none of the formats is found. Unknown, and no hit, where no cases are told.</summary>
public sealed record Remark(RemarkFault Fault, IReadOnlyList<string> Formats) : Operator;

/// <summary>An order's number or card (订单), or a link.</summary>
public enum Mention : byte { Order, Link }

public sealed record Mentions(Mention What) : Operator;

/// <summary>As good as one of the phrases: at least so many hundredths of the pairs of neighbouring characters of both are shared (Dice).</summary>
public sealed record Similar(IReadOnlyList<string> Phrases, int Percent) : Operator;
