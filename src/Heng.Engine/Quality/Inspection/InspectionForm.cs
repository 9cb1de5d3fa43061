using Heng.Engine.Explanation;

namespace Heng.Engine.Quality.Inspection;

/// <summary>How bad, or good, a finding is: 致命 fatal, 非致命 non-fatal, 提倡 advocated. Stored by number.</summary>
public enum Severity : byte { Fatal, NonFatal, Praise }

/// <summary>What a fatal finding makes 0: its category, or the whole card. Stored by number.</summary>
public enum FatalReach : byte { Category, Card }

/// <summary>A criterion (质检项): what a finding costs each time, or, of praise, adds. Of a fatal one the points say nothing: its reach does.</summary>
public sealed record Criterion(string Id, Wording Name, Severity Severity, decimal Points, FatalReach Reach = FatalReach.Category)
{
    /// <summary>What is meant by it, where only a person can judge it: of such a model may be asked for a proposal. Null where it can be looked up.</summary>
    public Wording? Means { get; init; }
}

/// <summary>A category (大类) with its points and criteria.</summary>
public sealed record InspectionCategory(string Id, Wording Name, decimal Points, IReadOnlyList<Criterion> Criteria);

/// <summary>An inspection form (质检表). PraiseCap is how far praise may lift a card above what was possible.</summary>
public sealed record InspectionForm(string Id, Wording Name, decimal PraiseCap, IReadOnlyList<InspectionCategory> Categories)
{
    public const int MostCriteria = 60;

    public IEnumerable<Criterion> Criteria => Categories.SelectMany(c => c.Criteria);
    public Criterion? Find(string id) => Criteria.FirstOrDefault(c => c.Id == id);

    /// <summary>The criteria that nobody looked at.</summary>
    public IReadOnlyList<Criterion> Unmarked(IReadOnlyList<CriterionMark> marks) => [.. Criteria.Where(c => !marks.Any(m => m.Criterion == c.Id && m.Verdict != Verdict.Unmarked))];

    /// <summary>The same marks, and each criterion that has none said to be fine: by whoever says that the rest is, or of marks that are kept, where no mark is fine.</summary>
    public IReadOnlyList<CriterionMark> RestFine(IReadOnlyList<CriterionMark> marks) =>
        [.. marks.Select(m => m.Verdict == Verdict.Unmarked ? m with { Verdict = Verdict.Fine } : m), .. Criteria.Where(c => marks.All(m => m.Criterion != c.Id)).Select(c => new CriterionMark(c.Id, Verdict.Fine))];
}

/// <summary>What an inspector says of a criterion: fine (没有问题), found (发现), or not applicable (不适用). Unmarked (未判) is what nobody looked at, and is never kept. Stored by number.</summary>
public enum Verdict : byte { Fine, Found, NotApplicable, Unmarked }

/// <summary>A mark: how often it was found, in which message (its id as a fact), and a comment.</summary>
public sealed record CriterionMark(string Criterion, Verdict Verdict, int Times = 1, string? Message = null, string? Comment = null)
{
    /// <summary>What is kept: of a criterion that is fine without a word nothing.</summary>
    public bool Says => Verdict != Verdict.Fine || Message is not null || Comment is not null;
}
