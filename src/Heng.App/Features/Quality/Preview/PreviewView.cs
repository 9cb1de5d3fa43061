using Heng.App.Features.Imports;
using Heng.App.Ui;
using Heng.Engine.Quality;

namespace Heng.App.Features.Quality.Preview;

/// <summary>How far a trial is, and what came of it.</summary>
public sealed record PreviewView(string Id, QualityRule Draft, DateOnly From, DateOnly To, ImportState State)
{
    public int Done { get; init; }
    public int All { get; init; }
    public TrialResult? Result { get; init; }
    /// <summary>Whether the rule stands in the book already, so that there is a page to go back to.</summary>
    public bool Known { get; init; }
}

public delegate Task<Seen<PreviewView>> PreviewFor(string id, bool cancel, HttpContext context);
