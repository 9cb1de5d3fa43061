using Heng.Engine.Explanation;
using Heng.Engine.Pay.Tax;
using Heng.Engine.Scoring.Lint;

namespace Heng.Engine.Pay.Lint;

/// <summary>What is taken off pay reads the lines above it: insurance stands below all that is earned, one income tax below the insurance, and no table is said twice.</summary>
internal static class TaxLint
{
    public static IEnumerable<Finding> Of(string components, PayScheme scheme)
    {
        var (seenInsurance, seenTax) = (false, false);
        foreach (var component in scheme.Components)
        {
            var place = $"{components}/{component.Id}";
            if (component is IncomeTax && seenTax) yield return Twice(place);
            else if (component is SocialInsurance && seenTax) yield return Order(place, "社保应在个人所得税之前", "insurance stands above income tax, which is on what is left");
            else if (component is { ReadsLines: false, Kind: not PayKind.Deduction } && (seenTax || seenInsurance)) yield return Order(place, "所发的项目应在社保与个人所得税之前", "what is earned stands above insurance and tax, which read the lines above them");
            if (component is SocialInsurance insurance)
                foreach (var finding in Tables(place, insurance)) yield return finding;
            (seenInsurance, seenTax) = (seenInsurance || component is SocialInsurance, seenTax || component is IncomeTax);
        }
    }

    private static Finding Order(string place, string zh, string en) =>
        Finding.Error(LintRules.TaxOrder, place, new($"顺序不对：{zh}", $"in the wrong order: {en}"), new("把社保移到应发项目之后，个人所得税放在最后", "move insurance below all that is earned, and income tax to the end"));

    private static Finding Twice(string place) =>
        Finding.Error(LintRules.TaxOrder, place, new("个人所得税写了两次", "income tax stands twice"), new("只留一项", "keep one of them"));

    private static IEnumerable<Finding> Tables(string place, SocialInsurance insurance) => insurance.Tables.Select((t, i) => (Table: t, Index: i)).GroupBy(t => (t.Table.Place, t.Table.From)).Where(g => g.Count() > 1)
        .Select(g => Finding.Error(LintRules.InsuranceTables, $"{place}/tables/{g.ElementAt(1).Index}",
            new("同一地点、同一天有两张费率表", "two tables of one place begin on one day"), new("合成一张，或改起始日", "make them one, or change the day from which one holds")));
}
