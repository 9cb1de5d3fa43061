using Heng.App.CommandLine;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Quality.ReadWhole;

/// <summary>A month's receptions to read whole; Reception, with its shop, is one that somebody is in the middle of.</summary>
public sealed record AuditAsk(Month? Month = null, string? Shop = null, string? Reception = null)
{
    public string Href => Links.With(Links.QualityAudit, ("month", Month?.ToString()), ("shop", Shop), ("reception", Reception));
}

/// <summary>The reception to read now; null where every one of the month was read. Read: how many of the month were; Found and Missed are theirs.</summary>
public sealed record AuditView(Month Month, int Receptions, int Read)
{
    public int Found { get; init; }
    public int Missed { get; init; }
    public string Shop { get; init; } = "";
    public ReceptionView? Talk { get; init; }
    public IReadOnlyList<AuditHit> Hits { get; init; } = [];
    /// <summary>The lines that were pointed at as missed in this reception, by message.</summary>
    public IReadOnlyList<(string Message, Wording Rule)> Pointed { get; init; } = [];
    /// <summary>What the viewer pointed at in the month's receptions, read to their end or not: theirs to take back.</summary>
    public IReadOnlyList<OwnMark> Own { get; init; } = [];
    public IReadOnlyList<(string Id, Wording Name)> Rules { get; init; } = [];
    public bool MayLabel { get; init; }
    /// <summary>Whoever looks tends no rules: nothing is shown.</summary>
    public bool IsForOthers { get; init; }
    public Refusal? Refused { get; init; }
}

/// <summary>A line that the viewer says a rule missed.</summary>
public sealed record OwnMark(string Rule, Wording Name, string Place, string Shop, string Reception, DateOnly Day);

/// <summary>A hit of the reception, and what was answered so far.</summary>
public sealed record AuditHit(ShownFinding Of, bool? IsThere);

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<AuditView>> AuditFor(AuditAsk ask, IFormCollection? form, HttpContext context);
