using Heng.Engine.Explanation;

namespace Heng.App.Features.Unmatched;

/// <summary>A kind of records in which a name came, by a stable id, and how many of them.</summary>
public sealed record Sighting(string Id, Wording Name, long Count);

/// <summary>
/// An account, or a name that stands for a person, which nobody has on the days. Proposal is whom it may mean, where one person fits. Without a day of its own (Days is 0) it
/// stands only in the month's sheets of people: scores, days due and paid, rewards and penalties.
/// </summary>
public sealed record UnmatchedAccount(string Account, DateOnly First, DateOnly Last, int Days, long Count, IReadOnlyList<Sighting> In, string? Proposal);

/// <summary>
/// Orders or ratings on days with chats, and those of them whose buyer never talked within a month before or after. Masked are those of the latter whose name is masked and no alias.
/// </summary>
public sealed record Untalked(string Shop, string Id, Wording Name, long All, long Without, long Masked)
{
    public decimal Share => All == 0 ? 0 : (decimal)Without / All;
}
