using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Work;

/// <summary>
/// What cases (工单) add, on the day they were opened, to whoever holds them. A case is overdue when it was solved after it was due, or was due by the end of what the
/// files cover and is not solved. It was settled in one contact as marked; unmarked, when it is solved and the same buyer opens no other within 72 hours of that
/// (exactly 72 hours is a return). Provisional while it is not solved, or those hours are not over.
/// </summary>
public static class CaseCredits
{
    public const int ReturnSeconds = 72 * 3600;
    private static readonly string[] AfterSales = ["售后", "退款", "退货", "换货", "after-sales"];

    /// <param name="cases">All of one shop that may matter, those of the days after too.</param>
    /// <param name="until">The end of what the files cover.</param>
    public static IEnumerable<(Case Case, DateOnly Day, Measures Measures, ValueState State)> Of(IReadOnlyList<Case> cases, ShopClock clock, Instant until)
    {
        var byBuyer = cases.Where(c => c.Buyer is not null).ToLookup(c => c.Buyer!, StringComparer.Ordinal);
        foreach (var one in cases)
        {
            var sum = new Measures()
                .Add(Primitive.Cases, 1)
                .Add(Primitive.CasesRemarked, one.Remark is { Length: > 0 } ? 1 : 0)
                .Add(Primitive.CasesUnregistered, one.Registered is false ? 1 : 0)
                .Add(Primitive.CasesOverdue, one.DueAt is { } due && (one.SolvedAt is { } late ? late > due : due < until) ? 1 : 0)
                .Add(Primitive.CasesJudgedOnce, 1)
                .Add(Primitive.CasesOnce, one.Once ?? SolvedWithoutReturn(one, byBuyer) ? 1 : 0)
                .Add(Primitive.OnceOpen, one.Once is null && !IsSettled(one, until) ? 1 : 0);
            if (one.SolvedAt is { } solved) AddSolved(sum, one, Math.Max(0, solved.SecondsSince(one.OpenedAt)));
            yield return (one, clock.DayOf(one.OpenedAt), sum, IsSettled(one, until) ? ValueState.Final : ValueState.Provisional);
        }
    }

    private static void AddSolved(Measures sum, Case one, long seconds)
    {
        sum.Add(Primitive.CasesSolved, 1).Add(Primitive.CaseSolveSeconds, seconds);
        if (one.Category is { } category && Array.Exists(AfterSales, word => category.Contains(word, StringComparison.OrdinalIgnoreCase)))
            sum.Add(Primitive.AfterSalesHandled, 1).Add(Primitive.AfterSalesSeconds, seconds);
    }

    private static bool SolvedWithoutReturn(Case one, ILookup<string, Case> byBuyer) => one.SolvedAt is { } solved
        && (one.Buyer is not { } buyer || !byBuyer[buyer].Any(other => other.Id != one.Id && other.OpenedAt >= one.OpenedAt && other.OpenedAt <= solved.Plus(ReturnSeconds)));

    private static bool IsSettled(Case one, Instant until) => one.SolvedAt is { } solved && (one.Once is not null || solved.Plus(ReturnSeconds) < until);
}
