using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Phrases;

namespace Heng.App.Features.Phrases;

/// <summary>Which phrases are asked for. Show: how they stand, <c>unused</c> in sixty days, or <c>expired-used</c>.</summary>
public sealed record PhrasesAsk(string? Search = null, string? Category = null, string? Show = null, int Page = 1)
{
    public const int PageSize = 50;
    public string Href => Links.With(Links.Phrases, ("q", Search), ("category", Category), ("show", Show), ("page", Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
}

/// <summary>A phrase of the list; null uses where no day was held against a library.</summary>
public sealed record PhraseRow(long Id, PhraseVersion Version, PhraseStanding Standing, long? Uses, long? Expired, DateOnly? LastUsed);

public sealed record PhrasesView(PhrasesAsk Ask, IReadOnlyList<PhraseRow> Rows, int Total, DateOnly From, DateOnly To, DateOnly Today)
{
    public long? Uses { get; init; }
    public long? Expired { get; init; }
    public long Messages { get; init; }
    public IReadOnlyList<string> Categories { get; init; } = [];
    /// <summary>Who may own one; empty where the viewer changes nothing.</summary>
    public IReadOnlyList<string> People { get; init; } = [];
    public bool MayKeep { get; init; }
    public PhraseHappening? Typed { get; init; }
    public Refusal? Refused { get; init; }
    public string? Next { get; init; }
    public PhraseImport? Imported { get; init; }
}

public sealed record PhraseByPerson(string Name, long Uses, long Expired);

/// <summary>A reception in which an expired version was used; Href only where it will open.</summary>
public sealed record ExpiredUse(string Person, DateOnly Day, int Version, long Times, string? Href);

public sealed record PhraseView(long Id, Phrase Phrase, PhraseVersion Shown, PhraseStanding Standing, DateOnly Today)
{
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public long? Uses { get; init; }
    public long? Expired { get; init; }
    public IReadOnlyList<PhraseByPerson> People { get; init; } = [];
    public IReadOnlyList<ExpiredUse> ExpiredUses { get; init; } = [];
    public int MoreExpired { get; init; }
    public IReadOnlyList<(PhraseHappening Of, DateTime At)> Happened { get; init; } = [];
    public IReadOnlyList<string> Owners { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    public bool MayKeep { get; init; }
    public PhraseHappening? Typed { get; init; }
    public Refusal? Refused { get; init; }
}

/// <summary>A suggestion as a viewer may see it: agents by name only where they are seen.</summary>
public sealed record SuggestedPhrase(PhraseSuggestion Of, long? Variant, IReadOnlyList<string> Seen, IReadOnlyList<(string Text, string? Href)> Examples);

public sealed record PhraseSuggestionsView(string Metric, IReadOnlyList<(string Id, Wording Name)> Metrics, IReadOnlyList<SuggestedPhrase> Rows, DateOnly? Last, int GoodAgents, DateOnly Today)
{
    public int Dismissed { get; init; }
    public IReadOnlyList<string> People { get; init; } = [];
    public IReadOnlyList<string> Categories { get; init; } = [];
    public bool MayKeep { get; init; }
    public Refusal? Refused { get; init; }
    public string? Next { get; init; }
}

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<PhrasesView>> PhrasesFor(PhrasesAsk ask, IFormCollection? form, HttpContext context);
/// <summary>A table of phrases at a path.</summary>
public delegate Task<Seen<PhrasesView>> PhraseTableFor(string path, HttpContext context);
public delegate Task<Seen<PhraseView>> PhraseFor(long id, IFormCollection? form, HttpContext context);
public delegate Task<Seen<PhraseSuggestionsView>> PhraseSuggestionsFor(string? metric, IFormCollection? form, HttpContext context);
/// <summary>The library to take away; null where nobody is signed in.</summary>
public delegate Exports.ExportSheet? PhraseSheetFor(HttpContext context);
