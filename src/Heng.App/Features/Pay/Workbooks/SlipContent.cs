using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;

namespace Heng.App.Features.Pay.Workbooks;

/// <summary>A line of a payslip to take away: its amount, and the tree that comes to it.</summary>
public sealed record SlipLine(string Id, Wording Label, decimal Amount, Explained Explanation, Wording Formula, IReadOnlyList<Wording> Notes);

/// <summary>A payslip to take away (工资条). Of a closed month every amount is the sealed one.</summary>
public sealed record SlipContent(
    Month Month, string Agent, string Group, string Shop, Wording Scheme, bool Closed, decimal? PaidDays, decimal? DueDays, decimal Net, IReadOnlyList<SlipLine> Lines)
{
    /// <summary>Whether an id is a metric's, so that its number can be opened.</summary>
    public Func<string, bool> IsMetric { get; init; } = _ => false;

    /// <summary>Null for who is paid nothing by any scheme.</summary>
    public static SlipContent? Of(KeptMonth kept, MonthPerson person)
    {
        var (closed, live) = (kept.PayIsSealed(person), person.Live?.Pay);
        if (closed ? person.SealedSlip is null : live is null) return null;
        var scheme = closed ? person.SealedSlip!.Scheme : live!.Scheme;
        IReadOnlyList<SlipLine> lines = closed
            ? [.. person.SealedSlip!.Lines.Select(l => Of(l, live?.Lines.FirstOrDefault(n => n.Id == l.Line)))]
            : [.. live!.Lines.Select(Of)];
        var (paid, due) = closed ? (person.SealedSlip!.PaidDays, person.SealedSlip.DueDays) : (person.Live!.Attendance?.PaidDays, person.Live.Attendance?.DueDays);
        var facts = kept.Book.Facts;
        return new(
            kept.Month, person.Name, person.SealedSlip?.Group ?? person.Group, string.Join("、", facts.Shops.Select(s => s.Name)), TitleOf(kept, scheme), closed, paid, due,
            kept.ResultOf(person).Net ?? 0m, lines)
        { IsMetric = id => facts.Metrics.Find(id) is not null };
    }

    /// <summary>Everybody's payslips of a month that are asked for, by name.</summary>
    public static IEnumerable<SlipContent> All(KeptMonth kept, Func<string, bool> wanted) =>
        kept.People.Where(p => wanted(p.Name)).Select(p => Of(kept, p)).OfType<SlipContent>();

    private static SlipLine Of(PayLine line) => new(line.Id, line.Label, line.Amount, line.Explanation, PayWords.Of(line.Explanation), line.Notes);

    /// <summary>Today's records lead to the sealed amount, or the amount stands alone and says so.</summary>
    private static SlipLine Of(SealedLine closed, PayLine? now) => now?.Amount == closed.Amount
        ? new(closed.Line, closed.Label, closed.Amount, now.Explanation, closed.Formula ?? PayWords.Of(now.Explanation), closed.Notes)
        : new(closed.Line, closed.Label, closed.Amount, Explained.Leaf(closed.Line, closed.Label, closed.Amount, Unit.Yuan), closed.Formula ?? new("结账时的金额", "the amount as closed"),
            [.. closed.Notes, new("结账时的金额；按现在的数据与规则得不出它，所以没有公式", "the amount as closed; today's records and rules do not lead to it, so there is no formula")]);

    private static Wording TitleOf(KeptMonth kept, string scheme) =>
        kept.Book.Files.FirstOrDefault(f => f.Scheme == scheme) is { } file ? file.Title : new(scheme, scheme);
}
