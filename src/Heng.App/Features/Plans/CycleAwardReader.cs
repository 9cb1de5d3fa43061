using Heng.Engine.Pay;
using Heng.Engine.Scoring;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads pay for a quarter, two months or a year: by the coefficient of its card, or by place.</summary>
internal sealed class CycleAwardReader(PlanErrors errors, Func<YamlFields, Coefficient> coefficientOf)
{
    public CycleAward Read(YamlNode node)
    {
        var a = new YamlFields(node, errors, PayKeys.CycleAward);
        var cycle = a.Choice<Cycle>("cycle", PlanKeys.Cycles);
        if (a.Has("cycle") && cycle == Cycle.Month) errors.Add(a.Find("cycle")!, "cycle 应为 two-months、quarter、year 之一", "cycle is one of two-months, quarter, year");
        return new(a.Id("id"), a.Words("label"), cycle, a.Has("awards") ? Places(a) : ByScore(a))
        {
            Paid = a.Choice("paid", PayKeys.CyclePaid, AwardPaid.Last), PartsAtLeast = Parts(a, cycle), Fewer = a.Choice("fewer", PayKeys.Fewer, FewerParts.Nothing), IsYearEnd = a.Choice("taxed", PayKeys.Taxed, false),
            Round = PayReader.RoundOf(a), Ours = a.Texts("ours", required: false),
        };
    }

    private CycleByPlace Places(YamlFields a)
    {
        foreach (var key in new[] { "amount", "base-months", "coefficient" })
            if (a.Find(key) is { } stray) errors.Add(stray, $"{key} 不与 awards 同写", $"{key} stands in the stead of awards");
        var awards = a.List("awards").Select(n => (Node: n, Yuan: a.NumberOf(n))).ToArray();
        foreach (var award in awards.Where(w => w.Yuan < 0m)) errors.Add(award.Node, "奖金不应为负", "an award is not negative");
        return new([.. awards.Select(w => w.Yuan)], a.Choice<AwardTies>("ties", PayKeys.Ties), a.Choice<AwardWithin>("within", PayKeys.Within));
    }

    private CycleByScore ByScore(YamlFields a)
    {
        foreach (var key in new[] { "within", "ties" })
            if (a.Find(key) is { } stray) errors.Add(stray, $"{key} 只用于 awards", $"{key} belongs to awards");
        if (a.Has("amount") == a.Has("base-months"))
            errors.Add(a.Node, "应写 awards（名次奖金），或 amount（金额）、base-months（几个月底薪）之一与 coefficient", "awards by place belong here, or coefficient with one of amount and base-months (of base pay)");
        var ofBase = a.Has("base-months");
        return new(a.Has("amount") || ofBase ? PayReader.NotNegative(a, ofBase ? "base-months" : "amount") : 0m, ofBase, coefficientOf(a));
    }

    private int Parts(YamlFields a, Cycle cycle)
    {
        var (least, all) = (a.WholeNumber("parts-at-least", 1), Period.PartsOf(cycle, new(2026, 12)).Count);
        if (a.Find("parts-at-least") is { } at && all > 0 && least > all) errors.Add(at, $"这个周期只有 {all} 个部分", $"the cycle has {all} parts");
        if (a.Find("fewer") is { } fewer && least == 1) errors.Add(fewer, "fewer 要与 parts-at-least 同写，且后者大于 1", "fewer stands beside parts-at-least above 1");
        return least;
    }
}
