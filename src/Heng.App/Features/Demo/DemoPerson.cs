namespace Heng.App.Features.Demo;

/// <summary>Ids of positions (岗位) as people files name them; manager and hr sign in but are in no people file.</summary>
public static class DemoPosition
{
    public const string FrontLine = "front-line", AfterSales = "after-sales", Leader = "leader", Manager = "manager", Hr = "hr";
}

/// <summary>An invented person with the abilities that their chats show. From and To are their days in the shop, both included.</summary>
public sealed record DemoPerson(
    int Index, string Name, string Nick, string Group, string Position, int BasePay, DateOnly From, DateOnly? To, IReadOnlyList<string> Accounts)
{
    /// <summary>The mean wait for a reply in quiet hours, seconds.</summary>
    internal int ReplySeconds { get; init; }
    internal int ConversionPerMille { get; init; }
    internal int InvitePerMille { get; init; }
    /// <summary>How often 你 and modal particles slip in, how often a reply is rude or evasive.</summary>
    internal int SlackPerMille { get; init; }
    internal int RudePerMille { get; init; }
    internal bool AutoReplies { get; init; }
    /// <summary>0 pleases most buyers, 2 the fewest.</summary>
    internal int RatingTable { get; init; }
    /// <summary>Set for the one who changes group: the first day there and the new group.</summary>
    internal DateOnly? MovesOn { get; init; }
    internal string? MovesTo { get; init; }
    internal bool Chats => Accounts.Count > 0;

    internal bool EmployedOn(DateOnly day) => From <= day && (To is not { } last || day <= last);
    internal string GroupOn(DateOnly day) => MovesOn is { } moved && day >= moved ? MovesTo! : Group;
}
