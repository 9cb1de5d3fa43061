using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Records;

namespace Heng.App.Features.Rosters;

/// <summary>What is asked for: a group, any day of the week or month, one person's day to edit.</summary>
public sealed record RosterAsk(string? Group, DateOnly? Day, bool Month, string? Edit, DateOnly? EditDay);

/// <summary>One day of one person: a shift, rest, leave, or that nobody said anything.</summary>
public sealed record RosterCell(DateOnly Day, string Words, string? Shift, string? Times, bool IsRest, string? Leave, bool LeaveIsAsked, bool IsTooMany)
{
    /// <summary>The roster names a shift that nobody knows.</summary>
    public bool IsUnclear { get; init; }
}

public sealed record RosterRow(string Name, IReadOnlyList<RosterCell> Cells, decimal Hours);

/// <summary>A group's roster of a week or month (排班).</summary>
public sealed record RosterView(string Group, IReadOnlyList<string> Groups, DateOnly First, DateOnly Last, DateOnly Day, DateOnly Today, bool Month, IReadOnlyList<RosterRow> People, IReadOnlyList<BoardDay> Days)
{
    public IReadOnlyList<Shift> Shifts { get; init; } = [];
    public bool MayEdit { get; init; }
    public (string Person, RosterCell Cell)? Edit { get; init; }
    public string? Me { get; init; }
    public IReadOnlyList<SwapRow> Swaps { get; init; } = [];
    public IReadOnlyList<DateOnly> MyShifts { get; init; } = [];
    public IReadOnlyList<string> Colleagues { get; init; } = [];
    public Refusal? Refused { get; init; }
    public DateOnly Before => Month ? First.AddMonths(-1) : First.AddDays(-7);
    public DateOnly After => Month ? First.AddMonths(1) : First.AddDays(7);
}

/// <summary>A swap as a page shows it: its steps, what the viewer may do, whom it waits for, and whose rest it makes short.</summary>
public sealed record SwapRow(long Id, RequestState State, IReadOnlyList<RequestEvent> MayDo, IReadOnlyList<string> Waits, IReadOnlyList<ShortRest> ShortRests);
