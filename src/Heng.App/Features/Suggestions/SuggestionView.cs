using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Exports;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Voice;

namespace Heng.App.Features.Suggestions;

public enum SuggestionSort { Newest, Votes, Late }

/// <summary>What the list's address asks for.</summary>
public sealed record SuggestionsAsk(SuggestionStage? Stage = null, SuggestionCategory? Category = null, bool Mine = false, bool Late = false, string? Search = null, SuggestionSort Sort = SuggestionSort.Newest, int Page = 1)
{
    public const int PageSize = 20;

    public string Href => Links.With(Links.Suggestions, Query);
    public string Export(string kind) => Links.With($"{Links.Suggestions}.{kind}", Query);

    private (string, string?)[] Query =>
    [
        ("stage", Stage is { } stage ? Json.Kebab(stage) : null), ("category", Category is { } category ? Json.Kebab(category) : null), ("mine", Mine ? "1" : null), ("late", Late ? "1" : null),
        ("q", Search), ("sort", Sort == SuggestionSort.Newest ? null : Json.Kebab(Sort)), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ];
}

/// <summary>A suggestion in a list. Author is null where it was written unnamed; WaitsFor is whose answer is late.</summary>
public sealed record SuggestionRow(long Id, string Title, string? Author, DateOnly Day, SuggestionCategory Category, SuggestionStage Stage, int Votes, bool IsMine, bool Voted, int DaysLate, IReadOnlyList<string> WaitsFor);

public sealed record SuggestionsView(SuggestionsAsk Ask, IReadOnlyList<SuggestionRow> Rows, int Total, int Late)
{
    public bool MayWrite { get; init; }
}

/// <summary>What was typed for a new one. Seen: similar ones were shown, and it is to be written all the same.</summary>
public sealed record SuggestionText(string Title, string Words, string Helps, SuggestionCategory Category, bool Unnamed, bool Seen)
{
    /// <summary>A category was sent that is none.</summary>
    public bool CategoryUnknown { get; init; }
}

public sealed record NewSuggestionView(SuggestionText Text, IReadOnlyList<SuggestionRow> Similar)
{
    public Refusal? Refused { get; init; }
}

/// <summary>A step that whoever looks may take now.</summary>
public sealed record SuggestionChoice(SuggestionEvent What, SuggestionEvent? Verdict = null);

/// <summary>One suggestion with what was said about it. Votes are those of its duplicates too.</summary>
public sealed record SuggestionView(SuggestionRow Row, SuggestionState State, DateOnly AnswerBy)
{
    public IReadOnlyList<(SuggestionHappening Of, DateTime At)> Answers { get; init; } = [];
    public IReadOnlyList<SuggestionRow> Duplicates { get; init; } = [];
    public SuggestionRow? Into { get; init; }
    public bool MayVote { get; init; }
    public IReadOnlyList<SuggestionChoice> Choices { get; init; } = [];
    /// <summary>What it could be merged into, the most alike first.</summary>
    public IReadOnlyList<SuggestionRow> Mergeable { get; init; } = [];
    public Refusal? Refused { get; init; }
}

/// <summary>What a form about one asks.</summary>
public sealed record SuggestionAct(string Act, string? Why, long? Into);

/// <summary>Whose suggestions of a month or its quarter were adopted.</summary>
public sealed record SuggestionBoardView(Month Month, bool Quarter, DateOnly From, DateOnly To, IReadOnlyList<SuggestionRank> Ranks);

public delegate Task<Seen<SuggestionsView>> SuggestionsFor(SuggestionsAsk ask, HttpContext context);
public delegate Task<Seen<ExportSheet>> SuggestionsExportFor(SuggestionsAsk ask, HttpContext context);
public delegate Task<(Seen<NewSuggestionView> Seen, long? Written)> NewSuggestionFor(SuggestionText? text, bool write, HttpContext context);
public delegate Task<Seen<SuggestionView>> SuggestionFor(long id, SuggestionAct? act, HttpContext context);
public delegate Task<Seen<SuggestionBoardView>> SuggestionBoardFor(Month month, bool quarter, HttpContext context);
