namespace Heng.Engine.Records;

/// <summary>Five levels of a rating at the end of a chat (服务评价). Stored by number, 0 is the best.</summary>
public enum RatingLevel : byte { VerySatisfied, Satisfied, Neutral, Dissatisfied, VeryDissatisfied }

/// <summary>Who began a rating (评价来源): the agent's invitation, the buyer unasked, the platform, or somebody who is not told. Stored by number.</summary>
public enum RatingSource : byte { Agent, Buyer, System, Untold }

/// <summary>
/// An invitation to rate (邀评) and, once it came, the rating. Where it is told who began, the list is one of ratings that came and is silent about invitations
/// that nobody answered, so it counts none. A rating that nobody asked for is sent when it is rated. Natural key: shop, account, buyer, sent.
/// </summary>
public sealed record Rating(string Shop, string Account, string Buyer, Instant SentAt, Instant? RatedAt, RatingLevel? Level, RatingSource? Source = null);

public enum ReviewLevel : byte { Good, Neutral, Bad }

/// <summary>A product review (评价). Without an agent it follows the order's credit. Natural key: shop, order, item.</summary>
public sealed record Review(string Shop, string OrderId, string Item, string? Agent, Instant At, ReviewLevel Level);
