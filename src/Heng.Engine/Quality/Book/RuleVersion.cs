namespace Heng.Engine.Quality.Book;

/// <summary>A version of a rule: who proposed it, from which day it runs in shadow (影子), and, where it came so far, who confirmed it, from when it counts, and from when it is over.</summary>
public sealed record RuleVersion(int Number, string Text, string By, DateOnly Shadow)
{
    public string? ConfirmedBy { get; init; }
    /// <summary>Refused or withdrawn: it never runs.</summary>
    public bool Dropped { get; init; }
    public DateOnly? Live { get; init; }
    /// <summary>The first day on which it looks at nothing any more.</summary>
    public DateOnly? Over { get; init; }

    public bool Waits => ConfirmedBy is null && !Dropped;

    /// <summary>Looks at chats of the day, counting or not.</summary>
    public bool RunsOn(DateOnly day) => ConfirmedBy is not null && day >= Shadow && !(Over is { } over && day >= over);

    public bool CountsOn(DateOnly day) => RunsOn(day) && Live is { } live && day >= live;
}
