using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Scoring;

/// <summary>What is asked of a person beside metrics: how often an incident, an error or a finding of a kind occurred, a counter that was imported, a target, how often a shift was worked, or a number of the whole shop.</summary>
public enum Beside : byte { Incident, Error, Counter, Target, Shift, Shop, Finding }

/// <summary>The name under which such a number is asked for. A metric's id has no slash, so none is mistaken for one.</summary>
public static class Asking
{
    private static readonly string[] Marks = ["incident/", "error/", "counter/", "target/", "shift/", "shop/", "finding/"];

    public static string For(Beside what, string name) => Marks[(int)what] + name;

    public static (Beside What, string Name)? Parse(string asked)
    {
        var mark = Array.FindIndex(Marks, m => asked.StartsWith(m, StringComparison.Ordinal));
        return mark < 0 ? null : ((Beside)mark, asked[Marks[mark].Length..]);
    }
}

/// <summary>A number that somebody imported under a name of the shop's own (店铺数): the person's where there is one, else the shop's.</summary>
public sealed record FromCounter(string Name, Unit Unit) : ItemSource
{
    /// <summary>With the unit, which says whether days add up.</summary>
    public string Asked => Asking.For(Beside.Counter, $"{Unit}/{Name}");

    /// <summary>The counter of an asked name, without its mark.</summary>
    public static FromCounter Parse(string asked) => new(asked[(asked.IndexOf('/', StringComparison.Ordinal) + 1)..], Enum.Parse<Unit>(asked[..asked.IndexOf('/', StringComparison.Ordinal)]));
}

/// <summary>What takes points off (扣分项): a table of causes. One that nobody counts leaves no value, for none is not the same as unknown.</summary>
public sealed record FromCauses(IReadOnlyList<Cause> Causes) : ItemSource;

/// <summary>A cause and what each occurrence costs; Asked is a metric or the name of a kind of incident, error or finding. One that is fatal voids as far as it reaches. One that is
/// optional (有数据才计) takes nothing where nobody counts it, and the card names it; where nobody counts any of an item's causes the item has no value all the same.</summary>
public sealed record Cause(string Asked, Wording Name, decimal Points, VoidReach? Fatal = null, bool Optional = false);

/// <summary>How far a veto reaches (一票否决): the item, its dimension, or the card.</summary>
public enum VoidReach : byte { Item, Dimension, Card }

/// <summary>Which inspections count (质检): everybody's, or only those that a program, or a person, made.</summary>
public enum QaBy : byte { Anyone, Program, Person }

/// <summary>The period's QA cards: the mean of their shares, or, pooled, all points together over all that were possible.</summary>
public sealed record FromQa(QaBy By, bool Pooled) : ItemSource;

/// <summary>
/// One inspection (质检卡): earned of the points that were possible, where what did not apply is in neither. Day is the business day of what was inspected.
/// </summary>
public sealed record QaCard(string Id, DateOnly Day, bool Automatic, decimal Earned, decimal Possible)
{
    /// <summary>How many receptions or calls it stands for, as a minimum sample counts them: a person's card one, the program's all of an agent's day.</summary>
    public int Receptions { get; init; } = 1;
}

/// <summary>Goals agreed with the person that fall due in the period (目标约定), of one kind and one name or of all, judged on time, quality and attainment by weight.</summary>
public sealed record FromGoals(GoalKind? Kind, string? Name, decimal Time, decimal Quality, decimal Attainment) : ItemSource;

/// <summary>Points that a superior adds or takes, each with a reason (加减分), within the allowed range.</summary>
public sealed record FromSuperior(IReadOnlyList<string> Raters, decimal From, decimal To) : ItemSource;

/// <summary>What is looked at of the cards that a longer cycle is made of: the score, an item's value, or a metric.</summary>
public enum PartOf : byte { Score, Item, Metric }

/// <summary>How the parts become one: their mean, weighted by a metric or not, how they grew, or how far apart they lie.</summary>
public enum RollUp : byte { Mean, Trend, Spread }

/// <summary>The cards of the months of a quarter, or of the quarters of a year (汇总).</summary>
public sealed record FromCards(PartOf Of, string? Id, RollUp By, string? WeightedBy) : ItemSource;
