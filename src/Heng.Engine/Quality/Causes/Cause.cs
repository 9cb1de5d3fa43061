namespace Heng.Engine.Quality.Causes;

/// <summary>What finds a loss of quality: a rule in chats, or a person by a criterion. Stored by number.</summary>
public enum CauseKind : byte { Rule, Criterion }

/// <summary>Why quality is lost (原因): a rule by its id, or a criterion as <c>form/criterion</c>.</summary>
public readonly record struct Cause(CauseKind Kind, string Id)
{
    private const string Rules = "rule:", Criteria = "criterion:";

    public override string ToString() => (Kind == CauseKind.Rule ? Rules : Criteria) + Id;

    /// <summary>As <see cref="ToString"/> writes it, in addresses and in what is kept.</summary>
    public static Cause? Parse(string? text) =>
        text is null ? null
        : text.StartsWith(Rules, StringComparison.Ordinal) && text.Length > Rules.Length ? new(CauseKind.Rule, text[Rules.Length..])
        : text.StartsWith(Criteria, StringComparison.Ordinal) && text.Length > Criteria.Length ? new(CauseKind.Criterion, text[Criteria.Length..])
        : null;

    public static Cause OfCriterion(string form, string criterion) => new(CauseKind.Criterion, form + "/" + criterion);
}

/// <summary>A reception or inspection that a cause touched, and what it took of the hundred points that one is worth. One for each cause and reception.</summary>
/// <param name="Fact">The reception, or the inspection of a criterion.</param>
public sealed record CauseHit(Cause Cause, int Agent, DateOnly Day, string Fact, decimal Points);

/// <summary>How many receptions of somebody's day were looked at for a cause; without one, for every rule.</summary>
public sealed record CauseLook(Cause? Of, int Agent, DateOnly Day, int Count);

/// <summary>How many were touched of those looked at, and the points they lost together.</summary>
public readonly record struct CauseShare(int Touched, int Of, decimal Lost)
{
    /// <summary>Below this a share says little, and it is said that it does.</summary>
    public const int Enough = 20;

    /// <summary>No value where nothing was looked at.</summary>
    public decimal? Share => Of > 0 ? (decimal)Touched / Of : null;
    /// <summary>Points of the hundred that each reception lost on average.</summary>
    public decimal? Cost => Of > 0 ? Lost / Of : null;
    public bool IsFew => Of < Enough;

    /// <summary>Whether at most so large a part was touched as <paramref name="most"/> of <paramref name="among"/>; no answer where nothing was looked at.</summary>
    public bool? IsWithin(int most, int among) => Of > 0 ? (long)Touched * among <= (long)most * Of : null;
}
