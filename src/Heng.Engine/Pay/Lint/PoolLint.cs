using Heng.Engine.Explanation;
using Heng.Engine.Scoring;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Pay.Lint;

/// <summary>
/// What somebody may move between the roles of a pool (机动份额), in percentage points. Zero-sum takes from one role what another gets; else a role may be raised
/// without another being lowered.
/// </summary>
public sealed record PoolFloat(decimal Most, bool ZeroSum);

/// <summary>A pool can't pay more than there is in it: the roles' shares with the float come to 100 % at most.</summary>
public static class PoolLint
{
    public static IEnumerable<Finding> Of(string place, IReadOnlyList<(string Role, decimal Share)> shares, PoolFloat? moved)
    {
        var sum = shares.Sum(s => s.Share);
        var most = sum + (moved is { ZeroSum: false } free ? free.Most : 0m);
        if (most <= 100m) yield break;
        var over = Shown.Number(most - 100m);
        yield return Finding.Error(LintRules.PoolOver100, place,
            sum <= 100m
                ? new($"份额合计 {Shown.Number(sum)}%，加上可只增不减的机动 {Shown.Number(moved!.Most)}% 可达 {Shown.Number(most)}%", $"the shares add up to {Shown.Number(sum)}%; with a float of {Shown.Number(moved.Most)}% that may raise one without lowering another they come to {Shown.Number(most)}%")
                : new($"份额合计可达 {Shown.Number(most)}%，超过 100%", $"the shares come to {Shown.Number(most)}%, more than 100%"),
            sum <= 100m
                ? new($"让机动份额此增彼减，或把份额减少 {over}%", $"let the float take from one role what it gives another, or lower the shares by {over}%")
                : new($"把份额减少 {over}%", $"lower the shares by {over}%"),
            new Interval(sum, true, most, true));
    }
}
