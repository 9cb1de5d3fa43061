using Heng.App.CommandLine;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Quality.Lint;
using Heng.Engine.Records;
using StaleDays = Heng.App.Features.Rules.StaleDays;

namespace Heng.App.Features.Quality.Rules;

/// <summary>One rule: the version that speaks for it, every version with how well it does, every step, and its text to change.</summary>
public sealed record RuleView(QualityRule Rule, RuleStanding Standing, DateOnly Today, IReadOnlyList<RuleVersionRow> Versions, IReadOnlyList<ExampleRun> Examples)
{
    public IReadOnlyList<RuleStep> Steps { get; init; } = [];
    public IReadOnlyList<Wording> Sentence { get; init; } = [];
    public Bar Bar { get; init; } = Bar.Shipped;
    public Month Month { get; init; }
    public bool SeesText { get; init; }
    public bool MaySet { get; init; }
    /// <summary>A change that waits beside the version that runs or ran, with what it would look for.</summary>
    public (RuleVersion Of, IReadOnlyList<Wording> Sentence)? Proposed { get; init; }
    /// <summary>Days whose findings other quality rules made than are in force on them.</summary>
    public IReadOnlyList<StaleDays> Stale { get; init; } = [];
    /// <summary>Somebody else proposed what waits, so the viewer may confirm it.</summary>
    public bool MayConfirm { get; init; }
    public string Text { get; init; } = "";
    public IReadOnlyList<PlanError> Errors { get; init; } = [];
    public Refusal? Refused { get; init; }
    /// <summary>A trial that was started.</summary>
    public string? Preview { get; init; }
}

/// <summary>A version, and on what people labelled how it does.</summary>
public sealed record RuleVersionRow(RuleVersion Of, Measured Measured, int Found, int Struck);

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<RuleView>> RuleFor(string id, IFormCollection? form, HttpContext context);
