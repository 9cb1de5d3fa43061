using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>
/// One unbroken talk of an agent with a buyer through one account, as attribution sees it: a session, or the parts of one that the
/// business-day cut divided (跨天). Start and end are included. Parts are a range of <see cref="TalkIndex"/>'s sessions.
/// </summary>
internal readonly record struct Talk(long Start, long End, int Agent, int Rounds, long Key, int FirstPart, int LastPart)
{
    public bool Holds(long at) => Start <= at && at <= End;
}
