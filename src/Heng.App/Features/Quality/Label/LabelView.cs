using Heng.App.CommandLine;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;

namespace Heng.App.Features.Quality.Label;

/// <summary>A month's hits of a rule, one after another.</summary>
public sealed record LabelAsk(string? Rule, Month? Month = null)
{
    public string Href => Links.With(Links.QualityLabel, ("rule", Rule), ("month", Month?.ToString()));
}

/// <summary>The hit to look at now; null where every one of the month was.</summary>
public sealed record LabelView(LabelAsk Ask, Month Month, IReadOnlyList<(string Id, Wording Name)> Rules)
{
    public QualityRule? Rule { get; init; }
    public Measured Measured { get; init; } = new(0, 0, 0, 0);
    public Bar Bar { get; init; } = Bar.Shipped;
    /// <summary>Of the month's hits, how many somebody looked at.</summary>
    public int Labelled { get; init; }
    public int Hits { get; init; }
    public LabelTask? Now { get; init; }
    public bool MayLabel { get; init; }
    /// <summary>Whoever looks tends no rules: nothing is shown.</summary>
    public bool IsForOthers { get; init; }
    public Refusal? Refused { get; init; }
}

/// <summary>A hit with the lines around it.</summary>
public sealed record LabelTask(string Shop, string Place, ReceptionView Talk);

/// <summary>Of a form that was sent, else null.</summary>
public delegate Task<Seen<LabelView>> LabelFor(LabelAsk ask, IFormCollection? form, HttpContext context);
