using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Filing;

namespace Heng.App.Features.Activities;

/// <summary>Sessions and projects, the latest day first: everybody sees all of them.</summary>
public sealed record ActivitiesView(IReadOnlyList<(long Id, TeamActivity Activity)> Rows, DateOnly Today)
{
    public bool MayPlan { get; init; }
    public ActivityHappening? Typed { get; init; }
    public Refusal? Refused { get; init; }
    public string? Next { get; init; }
}

/// <summary>People: who may be credited or noted as there, by who confirms it.</summary>
public sealed record ActivityView(long Id, TeamActivity Activity, DateOnly Today, IReadOnlyList<string> People)
{
    public bool MaySignUp { get; init; }
    public bool MaySignOff { get; init; }
    public bool MayHold { get; init; }
    public bool MayCancel { get; init; }
    public Refusal? Refused { get; init; }
}

// Of a form that was sent, else null.
public delegate Task<Seen<ActivitiesView>> ActivitiesFor(IFormCollection? form, HttpContext context);
public delegate Task<Seen<ActivityView>> ActivityFor(long id, IFormCollection? form, HttpContext context);
