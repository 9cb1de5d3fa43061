using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Filing;

namespace Heng.App.Features.Goals;

/// <summary>The goals that one may see, those that wait for the viewer first. People: for whom a goal may be proposed.</summary>
public sealed record GoalsView(IReadOnlyList<GoalRow> Rows, IReadOnlyList<string> People, DateOnly Today)
{
    public GoalHappening? Typed { get; init; }
    public Refusal? Refused { get; init; }
    public string? Next { get; init; }
}

public sealed record GoalRow(long Id, AgreedGoal Goal, bool ForMe);

public sealed record GoalView(long Id, AgreedGoal Goal, DateOnly Today)
{
    public bool MayAgree { get; init; }
    public bool MayChange { get; init; }
    public bool MayCheckIn { get; init; }
    public bool MayJudge { get; init; }
    public bool MaySee { get; init; }
    public bool MayDrop { get; init; }
    public IReadOnlyList<(GoalHappening Of, DateTime At)> Happened { get; init; } = [];
    public Refusal? Refused { get; init; }
}

// Of a form that was sent, else null.
public delegate Task<Seen<GoalsView>> GoalsFor(IFormCollection? form, HttpContext context);
public delegate Task<Seen<GoalView>> GoalFor(long id, IFormCollection? form, HttpContext context);
