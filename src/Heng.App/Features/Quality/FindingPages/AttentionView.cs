using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Quality.Findings;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;

namespace Heng.App.Features.Quality.FindingPages;

/// <summary>Which kind and page; both live in the address.</summary>
public sealed record AttentionAsk(string? Kind = null, int Page = 1)
{
    public const int PageSize = 50;

    public string Href => Links.With(Links.QualityAttention, ("kind", Kind), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null));
}

/// <summary>What draws attention (关注) in the last days, kind after kind, the urgent ones first; what is solved stands last. Total is of the kind that is asked for.</summary>
public sealed record AttentionView(AttentionAsk Ask, DateOnly From, DateOnly To, IReadOnlyList<AttentionRow> Rows, int Total)
{
    public IReadOnlyList<AttentionKind> Kinds { get; init; } = [];
    public Refusal? Refused { get; init; }
    public string? TypedReception { get; init; }
    public string? Typed { get; init; }
}

/// <summary>A rule that draws attention: how many buyers, and of how many nothing was done yet.</summary>
public sealed record AttentionKind(string Rule, Wording Name, Urgency Urgency, int Buyers, int Open);

/// <summary>One buyer's words of one kind in all their receptions of these days; the one to be handled first stands first.</summary>
public sealed record AttentionRow(string Rule, Wording Name, string Buyer, IReadOnlyList<AttentionReception> Receptions)
{
    public AttentionReception First => Receptions[0];
    public IReadOnlyList<TextPiece> Quote { get; init; } = [];
    public bool MayHandle => Receptions.Any(r => r.MayHandle);
    public bool Solved => First.Solved;
    /// <summary>Who handles it now.</summary>
    public IReadOnlyList<string> Holders => [.. Receptions.Where(r => r.State == AttentionEvent.Taken).Select(r => r.By).OfType<string>().Distinct(StringComparer.Ordinal)];
}

public sealed record AttentionReception(string Id, DateOnly Day, string? Agent, AttentionEvent? State, string? By, DateTime? At, string? Note)
{
    public bool MayHandle { get; init; }
    public bool Solved => State == AttentionEvent.Solved;
    /// <summary>Nothing done, being handled, solved.</summary>
    public int Rank => State switch { AttentionEvent.Solved => 2, AttentionEvent.Taken => 1, _ => 0 };
}

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<AttentionView>> AttentionFor(AttentionAsk ask, IFormCollection? form, HttpContext context);
