using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>
/// Whether an item that a longer cycle rolls up stands on a card that it reads: of the file's plans of the parts for the same people or positions one must have it. Where the file
/// has no such plan, the parts are other files' and nothing is known.
/// </summary>
internal static class RollUps
{
    public static void Check(YamlNode root, IReadOnlyList<Plan> plans, PlanErrors errors)
    {
        foreach (var plan in plans.Where(p => p.Cycle != Cycle.Month))
        {
            var read = plans.Where(p => p.Cycle == (plan.Cycle == Cycle.Year ? Cycle.Quarter : Cycle.Month) && (p.Positions.Any(plan.Fits) || p.People.Any(plan.People.Contains))).ToArray();
            if (read.Length == 0) continue;
            foreach (var (dimension, item, rolled) in plan.Dimensions.SelectMany(d => d.Items.Select(i => (d, i, i.Source as FromCards))))
            {
                if (rolled is not { Of: PartOf.Item, Id: { Length: > 0 } id } || read.Any(p => p.Items.Any(i => i.Id == id))) continue;
                var names = string.Join(", ", read.Select(p => p.Id));
                errors.Beside(PlanPlaces.Find(root, $"plans/{plan.Id[(plan.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]}/dimensions/{dimension.Id}/items/{item.Id}/source/cards/item"),
                    $"{names} 没有考核项 {id}", $"{names} {(read.Length == 1 ? "has" : "have")} no item {id}");
            }
        }
    }
}
