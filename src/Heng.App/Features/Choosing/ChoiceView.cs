using Heng.App.Ui;
using Heng.Engine.Choosing;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.App.Features.Choosing;

/// <summary>One deed in a choice's history.</summary>
public sealed record ChoiceStepRow(int Step, ChoiceStage Stage, DateTime At, string By, int Kept, int Struck, decimal Weights);

/// <summary>A choice in the list.</summary>
public sealed record ChoiceRow(long Id, string Title, string Position, ChoiceStage Stage, int Kept, string? Owner, DateTime At, string By);

/// <summary>A way to start a long list; Others are items of the plan that are no metrics.</summary>
public sealed record StartOption(string Value, Wording Name, int Indicators, int Others = 0);

/// <summary>What was typed to begin a choice.</summary>
public sealed record ChoiceForm(string Title, string Position, string From);

/// <summary>All choices of indicators, and the beginning of a new one.</summary>
public sealed record ChoicesView(IReadOnlyList<ChoiceRow> Rows, IReadOnlyList<StartOption> Trades, IReadOnlyList<StartOption> Plans, int Catalogue, IReadOnlyList<string> Positions, bool MayChoose)
{
    public ChoiceForm Form { get; init; } = new("", "", "");
    public ChoiceRefusal? Refused { get; init; }
    public long? Begun { get; init; }
}

/// <summary>An indicator on the page: what was said of it, what the shop's own months say, and which plans use it now. Shown is how it was last typed.</summary>
public sealed record IndicatorRow(Considered Shown, Metric Metric, Wording Chapter, MetricFigures? Figures, IReadOnlyList<Wording> Uses);

/// <summary>A choice at its stage. Refused and About say why the last deed was not done.</summary>
public sealed record ChoiceView(long Id, int Step, IndicatorChoice Choice, IReadOnlyList<IndicatorRow> Rows, ChoiceFigures Figures, IReadOnlyList<ChoiceStepRow> History, bool MayChoose)
{
    public string Me { get; init; } = "";
    public IReadOnlyList<string> Owners { get; init; } = [];
    /// <summary>The rest of the catalogue, by chapter.</summary>
    public IReadOnlyList<MetricGroup> Addable { get; init; } = [];
    /// <summary>When it was signed, and the hash of what was; null where the text is not the one that was signed.</summary>
    public (DateTime At, string Hash)? Signature { get; init; }
    public ChoiceRefusal? Refused { get; init; }
    public IReadOnlyList<string> About { get; init; } = [];
    public bool Done { get; init; }
    /// <summary>Where the draft was made.</summary>
    public string? Draft { get; init; }
    public string Scheme { get; init; } = "";
}

/// <summary>What was done on the page of a choice: the deed, the step that was seen, and what was typed.</summary>
public sealed record ChoiceAsk(string Act, int Seen, IReadOnlyList<Considered> Rows, IReadOnlyList<string> Added, string Why, string Owner, string Scheme);

public delegate Task<Seen<ChoicesView>> ChoicesFor(ChoiceForm? form, HttpContext context);
public delegate Task<Seen<ChoiceView>> ChoiceFor(long id, ChoiceAsk? ask, HttpContext context);
