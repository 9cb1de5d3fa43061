using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;

namespace Heng.Engine.Targets;

/// <summary>
/// What a way proposes for a number (提议): one for all days, or one for ordinary and one for promotion days. Aim is what the plan would ask for if it were taken, with everybody
/// else's own numbers kept; null where a number is lacking, and the numbers say why.
/// </summary>
public sealed record TargetProposal(HistoryWay Way, IReadOnlyList<ProposedNumber> Numbers, Aim? Aim, Effect? Effect)
{
    /// <summary>A for ordinary days, B for those of promotions (A/B).</summary>
    public bool ByCalendar => Numbers.Count > 1;

    public Wording? Lacking => Aim is not null ? null : Numbers.Select(n => n.Number.Note).FirstOrDefault(n => n is not null);
}

/// <summary>One number, rounded as scoring rounds, with the months and people it rests on and what makes it thin. Day is null where it is for all days.</summary>
public sealed record ProposedNumber(PromotionDay? Day, Explained Number, IReadOnlyList<Month> Months, IReadOnlyList<string> People, int Values, IReadOnlyList<ThinMark> Thin)
{
    public Basis? BasisOf(HistoryWay way) => Number.Value is null || Months.Count == 0 ? null : new HistoryBasis(way, Months[0], Months[^1]);
}

/// <summary>What makes a history thin (样本单薄).</summary>
public enum ThinKind : byte { FewMonths, FewPeople, Missing, Provisional, PartMonths }

/// <summary>Count is of months, of people, or of person-months.</summary>
public sealed record ThinMark(ThinKind Kind, int Count)
{
    public const int LeastMonths = 3, LeastPeople = 5;

    public Wording Words => Kind switch
    {
        ThinKind.FewMonths => new($"只有 {Count} 个月", $"{Of("month", "months")} only"),
        ThinKind.FewPeople => new($"只有 {Count} 人", $"{Of("person", "people")} only"),
        ThinKind.Missing => new($"{Count} 人月没有数据", $"{PersonMonths} without data"),
        ThinKind.Provisional => new($"{Count} 人月尚未成熟", $"{PersonMonths} still provisional"),
        _ => new($"{Count} 人月出勤不足一半，未计入", $"{PersonMonths} under half of the days left out"),
    };

    private string PersonMonths => Of("person-month", "person-months");

    private string Of(string one, string many) => $"{Count} {(Count == 1 ? one : many)}";
}

/// <summary>What taking a proposal would have moved in the months looked back on, in points of the item or in yuan.</summary>
public sealed record Effect(Unit Unit, IReadOnlyList<PersonEffect> People)
{
    /// <summary>Person-months that would have come to more, to less and to the same; those without a value stand aside.</summary>
    public int Gained => People.Sum(p => p.Gained);
    public int Lost => People.Sum(p => p.Lost);
    public int Same => People.Sum(p => p.Same);
    public int Without => People.Sum(p => p.Without);
    public decimal GainedBy => People.Sum(p => p.GainedBy);
    public decimal LostBy => People.Sum(p => p.LostBy);
    public decimal Sum => GainedBy - LostBy;
}

/// <summary>The same for one person; LostBy is positive.</summary>
public sealed record PersonEffect(string Agent, int Gained, int Lost, int Same, int Without, decimal GainedBy, decimal LostBy)
{
    public decimal Sum => GainedBy - LostBy;
}
