using Heng.App.CommandLine;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Quality.Examples;

namespace Heng.App.Features.GoodExamples;

public sealed record ExamplesAsk(string? Search = null, string? Category = null, int Page = 1)
{
    public const int PageSize = 30;
    public string Href => Links.With(Links.Examples, ("q", Search), ("category", Category), ("page", Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));
}

/// <summary>An example of the list; ForMe where the viewer is asked to consent.</summary>
public sealed record ExampleRow(long Id, GoodExample Example, bool ForMe);

public sealed record ExamplesView(ExamplesAsk Ask, IReadOnlyList<ExampleRow> Rows, int Total, IReadOnlyList<string> Categories);

/// <summary>One example with its chat, masked; no lines where the reception is no longer there.</summary>
public sealed record ExampleView(long Id, GoodExample Example, DateOnly Day, IReadOnlyList<ChatLine> Lines)
{
    public bool MayAnswer { get; init; }
    public bool MayWithdraw { get; init; }
    public bool MayTakeBack { get; init; }
    public string? Reception { get; init; }
    public Refusal? Refused { get; init; }
    public string? Next { get; init; }
}

/// <summary>To propose a reception; its lines as others would read them.</summary>
public sealed record NewExampleView(string Reception, string Agent, DateOnly Day, IReadOnlyList<ChatLine> Lines, IReadOnlyList<string> Categories)
{
    public ExampleHappening? Typed { get; init; }
    public Refusal? Refused { get; init; }
    public string? Next { get; init; }
}

public delegate Task<Seen<ExamplesView>> ExamplesFor(ExamplesAsk ask, HttpContext context);
/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<ExampleView>> ExampleFor(long id, IFormCollection? form, HttpContext context);
public delegate Task<Seen<NewExampleView>> NewExampleFor(string? reception, IFormCollection? form, HttpContext context);
