using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Forms;

/// <summary>A person's assessment form (考核表): every item with what it measures, who gave what, the points and the reasons; to be printed and signed.</summary>
public sealed record FormView(
    Month Month, string Agent, string Group, string? Position, Wording? Plan, int? Version, decimal? Score, decimal Full, string? Grade, bool Closed, IReadOnlyList<FormDimension> Dimensions, IReadOnlyList<Wording> Notes)
{
    public string? PdfHref { get; init; }
    public bool PdfFailed { get; init; }
    public Func<Month, bool> Held { get; init; } = _ => true;
    /// <summary>On paper and in files nothing can be opened.</summary>
    public bool OnPaper { get; init; }
}

public sealed record FormDimension(Wording Name, IReadOnlyList<FormItem> Items);

/// <summary>
/// One item: Measures is what it looks at, Method how points come of it. Marks by oneself, peers, the leader and others are null where the item asks nobody, where nobody gave any, and where
/// so few did that one could tell whose they are. Full of a bonus item is the most that it adds.
/// </summary>
public sealed record FormItem(string Id, Wording Name, Wording Measures, Wording Method, decimal Full, bool Bonus, Wording? Result, Wording? Target, FormMarks Marks, decimal? Points, string ExplainHref)
{
    public IReadOnlyList<Wording> Comments { get; init; } = [];
    public IReadOnlyList<FormReason> Reasons { get; init; } = [];
}

/// <summary>What each kind of rater gave: of peers, of subordinates and of others the mean alone.</summary>
public sealed record FormMarks(decimal? Self, decimal? Peers, decimal? Leader, decimal? Others)
{
    public static readonly FormMarks None = new(null, null, null, null);
}

/// <summary>Why points were added or taken; Points is null where the words alone say it.</summary>
public sealed record FormReason(Wording Words, decimal? Points);

public delegate Task<Seen<FormView>> FormFor(Month month, string agent, HttpContext context);
