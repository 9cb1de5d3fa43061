using Heng.Engine.Explanation;
using Heng.Engine.Metrics;

namespace Heng.Engine.Scoring;

/// <summary>How often a card is made (周期).</summary>
public enum Cycle : byte { Month, TwoMonths, Quarter, Year }

/// <summary>
/// What one position is scored on (考核方案). Id is scheme/position, such as <c>s2-office-regulation/front-line</c>. The items' weights add up to exactly 100.
/// Positions are the names the roster uses for it.
/// </summary>
public sealed record Plan(
    string Id, int Version, Wording Title, Wording Explanation, Cycle Cycle, IReadOnlyList<string> Positions,
    IReadOnlyList<Dimension> Dimensions, IReadOnlyList<Grade> Grades, decimal? PassMark)
{
    public IEnumerable<Item> Items => Dimensions.SelectMany(d => d.Items);
    /// <summary>What a full card comes to, without what is on top.</summary>
    public decimal TotalWeight => Items.Where(i => !i.Bonus).Sum(i => i.Weight);
    public IReadOnlyList<Gate> Gates { get; init; } = [];
    /// <summary>The most that all bonus items together add.</summary>
    public decimal? BonusCap { get; init; }
    /// <summary>Marks above the pass mark.</summary>
    public IReadOnlyList<Bar> Bars { get; init; } = [];
    /// <summary>Shares of people by grade, best first, where the plan insists (强制分布); they add up to 1.</summary>
    public IReadOnlyList<GradeShare> Forced { get; init; } = [];
    public IReadOnlyList<Consequence> Consequences { get; init; } = [];
    /// <summary>The days of promotions (大促日), on which targets of kind B hold.</summary>
    public IReadOnlyList<DaySpan> Promotions { get; init; } = [];
    /// <summary>The names of all numbers that it asks of a person, most of them metrics.</summary>
    public IEnumerable<string> Asked => Items.SelectMany(AskedBy).Concat(Gates.Select(g => (g.Subject as OfAsked)?.Asked).OfType<string>());

    private static IEnumerable<string> AskedBy(Item item)
    {
        string?[] own = item.Source switch
        {
            FromMetric metric => [metric.Metric],
            FromCauses causes => [.. causes.Causes.Select(c => c.Asked)],
            FromCards cards => [cards.Of == PartOf.Metric ? cards.Id : null, cards.WeightedBy],
            _ => [],
        };
        return own.Append(item.Sample?.Metric).OfType<string>();
    }

    /// <summary>The same with peers' and subordinates' means shown from so many on.</summary>
    public Plan ShownFrom(int many) => this with { Dimensions = [.. Dimensions.Select(d => d with { Items = [.. d.Items.Select(i => i.Source is FromRaters raters ? i with { Source = raters with { ShownFrom = many } } : i)] })] };

    public bool Fits(string position) => Positions.Contains(position, StringComparer.Ordinal);
    /// <summary>People it is for by name, whatever their position.</summary>
    public IReadOnlyList<string> People { get; init; } = [];
    public EffectiveDays Effective { get; init; } = EffectiveDays.Always;
}

/// <summary>Items that belong together (维度).</summary>
public sealed record Dimension(string Id, Wording Name, IReadOnlyList<Item> Items);

/// <summary>A grade (等级) and the scores that it owns.</summary>
public sealed record Grade(string Id, Interval Scores);

public sealed record GradeShare(string Grade, decimal Share);

/// <summary>An uplift mark (提升线), as a share of a standard: 1.2 is 120 % of it, and where lower is better the standard ÷ 1.2.</summary>
public sealed record Bar(Wording Name, decimal Share);

/// <summary>
/// One thing that is scored (考核项); its weight is its full points. Ours names what the project chose where the source is silent.
/// </summary>
public sealed record Item(string Id, Wording Name, decimal Weight, ItemSource Source, Method Method, MissingRule Missing)
{
    public MinimumSample? Sample { get; init; }
    /// <summary>In a part month the method's target or edges shrink with the days worked; on by default where the metric is a sum.</summary>
    public bool ScaledByDays { get; init; }
    /// <summary>The better side that the plan itself names; null is the metric's own.</summary>
    public Better? Better { get; init; }
    /// <summary>False where the plan says that a better value may give less, as around an ideal value.</summary>
    public bool Monotone { get; init; } = true;
    /// <summary>Points on top of the card's 100 (加分项); without data it adds nothing and takes nobody's weight.</summary>
    public bool Bonus { get; init; }
    public IReadOnlyList<Bar> Bars { get; init; } = [];
    public IReadOnlyList<string> Ours { get; init; } = [];
}

/// <summary>Where an item's value comes from.</summary>
public abstract record ItemSource;
/// <summary>A metric as Heng counts it, or as the platforms' reports tell it (报表数).</summary>
public sealed record FromMetric(string Metric) : ItemSource
{
    private const string ReportedMark = "reported/";

    public bool Reported { get; init; }

    /// <summary>The name under which the value is asked of a person: a reported number bears a mark.</summary>
    public string Asked => Reported ? ReportedMark + Metric : Metric;

    /// <summary>The metric of an asked name, where it asks for the reported number; else null.</summary>
    public static string? ReportedIn(string asked) => asked.StartsWith(ReportedMark, StringComparison.Ordinal) ? asked[ReportedMark.Length..] : null;
}

/// <summary>Points that people gave, each kind of rater with its weight.</summary>
public sealed record FromRaters(IReadOnlyList<RaterShare> Raters, MissingRater MissingRater) : ItemSource
{
    /// <summary>Fewer peer entries than this count as none, so that nobody can tell whose they are (匿名).</summary>
    public int PeersAtLeast { get; init; }
    /// <summary>From how many on the mean of peers, or of subordinates, is shown by itself (匿名门槛); the scheme's course says.</summary>
    public int ShownFrom { get; init; } = PeersShownFrom;
    public const int PeersShownFrom = 3;
    /// <summary>Every kind of rater counts the same, whatever its weight.</summary>
    public bool Plain { get; init; }
}

/// <summary>Nothing brings this yet: the item is missing, never zero, and says what would bring it.</summary>
public sealed record NoneYet(Wording Source) : ItemSource;

/// <summary>A kind of rater (评分人): self, peer, leader, manager, subordinate or hr.</summary>
public sealed record RaterShare(string Rater, decimal Weight);

/// <summary>What an absent kind of rater does: the others' weights scale up, it counts as zero, or the item has no value.</summary>
public enum MissingRater : byte { Redistribute, Zero, Block }

/// <summary>What an item without a value does (无数据): its weight goes to the others, it gets the group's mean points, nothing, or the card cannot be
/// finished.</summary>
public enum MissingRule : byte { Redistribute, Neutral, Zero, Block }

/// <summary>Under this many of the metric (or of the raters' entries, where no metric is named) the item is missing (样本不足).</summary>
public sealed record MinimumSample(string? Metric, decimal AtLeast);
