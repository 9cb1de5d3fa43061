using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Findings;

namespace Heng.App.Features.Quality.FindingPages;

/// <summary>Receptions of the last days in which a buyer's words draw attention (关注), newest first; solved ones after the others.</summary>
public sealed record AttentionView(DateOnly From, DateOnly To, IReadOnlyList<AttentionRow> Rows, int Total)
{
    public Refusal? Refused { get; init; }
    public string? TypedReception { get; init; }
    public string? Typed { get; init; }
}

public sealed record AttentionRow(string Reception, DateOnly Day, string? Agent, IReadOnlyList<Wording> Found, AttentionEvent? State, string? By, DateTime? At, string? Note)
{
    public bool MayHandle { get; init; }
    public bool Solved => State == AttentionEvent.Solved;
}

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<AttentionView>> AttentionFor(IFormCollection? form, HttpContext context);
