using Heng.Engine.Explanation;

namespace Heng.Engine.Scoring.Lint;

/// <summary>Numbers of their own for promotion days, where no day is one: they would never count.</summary>
public static class AimLint
{
    /// <param name="place">Of the number, such as <c>…/method/proportional/target</c>.</param>
    public static IEnumerable<Finding> Of(string place, Aim? aim, IReadOnlyList<DaySpan> promotions) => promotions.Count > 0 || aim is null ? []
        : aim.By.Select((row, i) => (row, i)).Where(r => r.row.Calendar == PromotionDay.Promotion).Select(r => Finding.Error(LintRules.PromotionsMissing, $"{place}/by/{r.i}/calendar",
            new("写了大促日（B）的数，文件却没有 promotions，哪天都用不上", "a number for promotion days (B), and no promotions in the file: it counts on no day"),
            new("在文件里写 promotions，或删去这一行", "write promotions into the file, or leave this row out")));

    /// <summary>Where the method's number stands under the item.</summary>
    public static string PlaceOf(Method method) => method switch { Proportional => "proportional/target", PerStep => "per-step/start", _ => "count/at-least" };
}
