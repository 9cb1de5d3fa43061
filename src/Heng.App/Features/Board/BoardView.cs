using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Quality;
using Heng.Engine.Records;

namespace Heng.App.Features.Board;

/// <summary>What is asked of the board: a shop (<see cref="BoardShops.Default"/> where none is named) and one group of those that one may see.</summary>
public sealed record BoardAsk(string? Shop = null, string? Group = null, bool Wall = false);

/// <summary>Today's board (今日看板): who waits, how busy everybody is, and what today has come to.</summary>
public sealed record BoardView(IReadOnlyList<string> Shops, IReadOnlyList<string> Groups, BoardAsk Ask, DateOnly Day, BoardPieces? Pieces)
{
    /// <summary>Whether the page listens to what happens next.</summary>
    public bool Follows { get; init; } = true;

    /// <summary>One's own row alone.</summary>
    public bool OwnOnly { get; init; }
}

public sealed record BoardPieces(BoardNow Now, BoardLists Lists, BoardRows Rows);

/// <summary>The few numbers that are renewed at every change.</summary>
/// <param name="Stale">Seconds since anything came; null where something came just now.</param>
public sealed record BoardNow(DateTime At, int Waiting, int? Longest, int Open, int OnLine, int Suspended, bool KnowsStatus, long Messages, long? Stale)
{
    /// <summary>What links lead to.</summary>
    public string Shop { get; init; } = "";
    public string? Group { get; init; }
    /// <summary>Seconds from which a wait is too long: more than that is warned of.</summary>
    public int Long { get; init; } = WarningLimits.Usual.WaitSeconds!.Value;
    /// <summary>A chat is open for so long after its last message.</summary>
    public int OpenMinutes { get; init; } = 10;
    /// <summary>The chat of who waits longest.</summary>
    public string? LongestChat { get; init; }
    /// <summary>One person's numbers alone: how their accounts stand by the status log, null where none tells.</summary>
    public bool OwnOnly { get; init; }
    public AccountStatus? Status { get; init; }
    /// <summary>Minute of the day when the quiet hours that hold now end; null outside of them.</summary>
    public int? QuietUntil { get; init; }
}

/// <summary>What is read: who waits, what was found of agents, and the gravest of the open warnings.</summary>
public sealed record BoardLists(IReadOnlyList<BoardWait> Waits, IReadOnlyList<BoardFound> Found)
{
    /// <summary>What links lead to.</summary>
    public string Shop { get; init; } = "";
    public string? Group { get; init; }
    public int Long { get; init; } = WarningLimits.Usual.WaitSeconds!.Value;
    /// <summary>All of them are of one person, who looks.</summary>
    public bool OwnOnly { get; init; }
    /// <summary>What buyers said that draws attention: it counts against nobody.</summary>
    public IReadOnlyList<BoardFound> Attention { get; init; } = [];
    /// <summary>Whether any quality rule looks at what is said.</summary>
    public bool IsLookedAt { get; init; } = true;
    /// <summary>Waits that are not listed.</summary>
    public int More { get; init; }
    public IReadOnlyList<BoardWarning> Warnings { get; init; } = [];
    public int OpenWarnings { get; init; }
    /// <summary>Private notes to the viewer that they have not answered.</summary>
    public int Notes { get; init; }
}

public sealed record BoardWait(string Buyer, string? Agent, string? Group, long Seconds)
{
    /// <summary>Where the chat is read.</summary>
    public string? Chat { get; init; }
}

public sealed record BoardFound(Wording Rule, Severity Severity, string? Agent, DateTime At, string Words, string Buyer)
{
    public string? Chat { get; init; }
}

/// <summary>Taken: who has it.</summary>
public sealed record BoardWarning(long Id, Wording Kind, Engine.Live.Warnings.Gravity Gravity, string About, int Count, string? Taken)
{
    /// <summary>What happened last of what it counts; null of what holds.</summary>
    public Wording? Newest { get; init; }
}

/// <summary>By group and name. Receptions are by the hour of their first message; last week's are those of the same weekday, null where nothing is known of it.</summary>
public sealed record BoardRows(IReadOnlyList<BoardAgent> Agents, BoardAgent Sum, IReadOnlyList<int> Hours, IReadOnlyList<int>? LastWeek, int Hour)
{
    /// <summary>What each group adds up to, in the order of the rows; who has none together. Empty where there is one alone.</summary>
    public IReadOnlyList<BoardAgent> Groups { get; init; } = [];
    public bool OwnOnly { get; init; }
    /// <summary>Seconds from which a wait is too long.</summary>
    public int Long { get; init; } = WarningLimits.Usual.WaitSeconds!.Value;
    /// <summary>The hour with which the shop's day begins.</summary>
    public int FirstHour { get; init; }
    /// <summary>Hours of the day in the order in which they go by.</summary>
    public IEnumerable<int> Clock => Enumerable.Range(0, 24).Select(h => (h + FirstHour) % 24);
    /// <summary>Those that are over: the running one has nothing to be compared with.</summary>
    public IEnumerable<int> Over => Clock.TakeWhile(h => h != Hour);
    /// <summary>What links lead to.</summary>
    public string Shop { get; init; } = "";
    public string? Group { get; init; }
    public IReadOnlyList<BoardAgainst> Against { get; init; } = [];
    /// <summary>When today's orders were looked at; null where none are known.</summary>
    public DateTime? SoldAt { get; init; }
    /// <summary>What was paid today and credits nobody, for who sees the whole shop.</summary>
    public decimal? OfNobody { get; init; }
}

/// <param name="Status">Null where no status log tells.</param>
/// <param name="Findings">What counts against somebody; null where no rule that counts looked at any of their receptions.</param>
/// <param name="Average">Seconds that answered buyers waited on average today (平均响应), null where nobody was answered.</param>
public sealed record BoardAgent(string? Name, string? Group, AccountStatus? Status, int Open, int Waiting, long? Longest, long Consulted, decimal? Average, decimal? Within30, long? Findings)
{
    /// <summary>Sales of orders paid today, as they are credited so far; null where no orders of today are known.</summary>
    public decimal? Sales { get; init; }
    public decimal? SalesTarget { get; init; }
    /// <summary>Tells rows apart where names do not.</summary>
    public int Number { get; init; }
}

/// <summary>Who waits for one person now, and what was found of them today.</summary>
public sealed record BoardOwn(IReadOnlyList<BoardWait> Waits, IReadOnlyList<BoardFound> Found)
{
    public static readonly BoardOwn Nothing = new([], []);
    /// <summary>How many more wait than are listed.</summary>
    public int More { get; init; }
}

public delegate BoardOwn BoardOwnFor(string person);
public delegate Task<Seen<BoardView>> BoardFor(BoardAsk ask, HttpContext context);

/// <summary>Whose numbers somebody sees: everybody's, some groups', or one's own.</summary>
public sealed record BoardScope(string Shop, string? Group, IReadOnlyList<string>? Groups, string? Person)
{
    public string Key => $"{Shop}\u001E{Group}\u001E{(Groups is null ? "*" : string.Join('\u001F', Groups))}\u001E{Person}";

    /// <summary>One's own row alone.</summary>
    public bool OwnOnly => Groups is { Count: 0 };

    /// <summary>Null where they see nobody.</summary>
    public static BoardScope? Of(Viewer viewer, string shop, string? group)
    {
        if (Rights.SeesEveryone(viewer)) return new(shop, group, null, null);
        if (viewer.Leads && viewer.Groups.Count > 0) return new(shop, group, viewer.Groups, viewer.Person);
        return viewer.Person is { } person ? new(shop, null, [], person) : null;
    }

    /// <summary>Nobody's account is for who sees everybody.</summary>
    public bool Holds(string? person, string? group)
    {
        if (Group is { } only && group != only) return false;
        return Groups is null || person is not null && person == Person || group is not null && Groups.Contains(group, StringComparer.Ordinal);
    }
}
