using Heng.Engine.Pay;
using Heng.Engine.Pay.Tax;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>Reads what is taken off pay: social insurance and income tax.</summary>
internal static class TaxReader
{
    public static IncomeTax Tax(YamlFields t) => new(t.Id("id"), t.Words("label")) { YearEnd = t.Choice("year-end", PayKeys.YearEnds, BonusTaxed.Cheaper) };

    public static SocialInsurance Insurance(YamlFields s)
    {
        var by = s.Find("insured") switch { YamlScalarNode { Value: "earned" } => InsuredBy.Earned, YamlScalarNode { Value: "person" } => InsuredBy.Person, _ => InsuredBy.Amount };
        return new(s.Id("id"), s.Words("label"), by, by == InsuredBy.Amount ? PayReader.NotNegative(s, "insured") : 0m, [.. s.List("tables").Select(n => Table(s, n))]);
    }

    private static InsuranceTable Table(YamlFields owner, YamlNode node)
    {
        var t = new YamlFields(node, owner.Errors, PayKeys.InsuranceTable);
        var (floor, ceiling) = (t.OptionalNumber("floor"), t.OptionalNumber("ceiling"));
        if (floor < 0m || ceiling < floor) t.Errors.Add(t.Find("ceiling") ?? t.Find("floor")!, "应有 0 ≤ floor ≤ ceiling", "0 ≤ floor ≤ ceiling");
        InsuranceRate[] rates = [.. PayKeys.Insurances.Where(i => t.Has(i.Key)).Select(i => new InsuranceRate(i.Key, i.Value, Rate(t, i.Key)))];
        if (rates.Length == 0) t.Errors.Add(node, $"应写 {string.Join("、", PayKeys.Insurances.Keys)} 中至少一项", $"at least one of {string.Join(", ", PayKeys.Insurances.Keys)} belongs here");
        return new(t.Has("place") ? t.Text("place") : null, t.Day("from") ?? default, floor, ceiling, rates);
    }

    private static decimal Rate(YamlFields t, string key)
    {
        var rate = PayReader.NotNegative(t, key);
        if (rate > 1m) t.Errors.Add(t.Find(key)!, $"{key} 不应超过 100%", $"{key} is not above 100%");
        return rate;
    }
}
