using Heng.Engine.Explanation;

namespace Heng.Engine.Quality.Inspection;

/// <summary>A category on a card: Void where a fatal finding made it 0, Out where nothing of it applied, which leaves it in neither earned nor possible.</summary>
public sealed record CategoryResult(InspectionCategory Category, decimal Earned, decimal Possible, bool Void, bool Out)
{
    public decimal Praise { get; init; }
}

/// <summary>A card (质检卡) as marks make it. VoidedBy is the fatal criterion that made the whole of it 0.</summary>
public sealed record InspectionCard(decimal Earned, decimal Possible, IReadOnlyList<CategoryResult> Categories, decimal Praise, Criterion? VoidedBy)
{
    /// <summary>Null where nothing applied.</summary>
    public decimal? Share => Possible > 0m ? Earned / Possible : null;

    /// <summary>
    /// A category has its points less what its findings cost, never below 0; a fatal finding makes it 0. What doesn't apply costs nothing, and only where none of a category's criteria applied
    /// is the category out. Praise of the categories that are neither void nor out is added, as far as what was possible and the form's cap together. A criterion without a mark is fine.
    /// </summary>
    public static InspectionCard Of(InspectionForm form, IReadOnlyList<CriterionMark> marks)
    {
        var by = marks.ToDictionary(m => m.Criterion, StringComparer.Ordinal);
        CategoryResult[] categories = [.. form.Categories.Select(c => Of(c, by))];
        var voided = form.Criteria.FirstOrDefault(c => c is { Severity: Severity.Fatal, Reach: FatalReach.Card } && Found(by, c) > 0);
        var (plain, possible) = (categories.Sum(c => c.Earned), categories.Sum(c => c.Possible));
        var praise = voided is null ? Math.Min(categories.Sum(c => c.Praise), possible + form.PraiseCap - plain) : 0m;
        return new(voided is null ? plain + praise : 0m, possible, categories, praise, voided);
    }

    /// <summary>The card as a tree: the categories' points and the praise add up to what was earned.</summary>
    public Explained Explain(Wording name) => Explained.By("earned", name, Unit.Points, Sum.Instance,
        [.. Categories.Where(c => !c.Out).Select(c => Explained.Leaf(c.Category.Id, c.Category.Name, VoidedBy is null ? c.Earned : 0m, Unit.Points)), Explained.Leaf("praise", new("服务提倡加分", "praise"), Praise, Unit.Points)]);

    private static CategoryResult Of(InspectionCategory category, Dictionary<string, CriterionMark> marks)
    {
        var faults = category.Criteria.Where(c => c.Severity != Severity.Praise).ToArray();
        if (faults.Length > 0 && faults.All(c => marks.GetValueOrDefault(c.Id)?.Verdict == Verdict.NotApplicable)) return new(category, 0m, 0m, false, true);
        if (faults.Any(c => c.Severity == Severity.Fatal && Found(marks, c) > 0)) return new(category, 0m, category.Points, true, false);
        var lost = faults.Sum(c => c.Points * Found(marks, c));
        return new(category, Math.Max(0m, category.Points - lost), category.Points, false, false) { Praise = category.Criteria.Where(c => c.Severity == Severity.Praise).Sum(c => c.Points * Found(marks, c)) };
    }

    private static int Found(Dictionary<string, CriterionMark> marks, Criterion of) => marks.GetValueOrDefault(of.Id) is { Verdict: Verdict.Found } mark ? mark.Times : 0;
}
