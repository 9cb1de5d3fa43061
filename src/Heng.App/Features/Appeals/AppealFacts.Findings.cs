using System.Globalization;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

public sealed partial class AppealFacts
{
    /// <summary>A finding of a rule that counts. Who confirmed or proposed the rule may decide: they made the rule and did not find this.</summary>
    private KnownFact? Finding(Shop shop, string fact, DateOnly day)
    {
        if (!long.TryParse(fact, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || database.Findings.Find(shop.Id, day, id).FirstOrDefault(f => !f.Shadow) is not { } finding) return null;
        var rule = new QualityBook(database).Find(finding.Rule, finding.Version);
        var (name, whose, struck) = (rule?.Name ?? Same(finding.Rule), NameOf(finding.Agent), CorrectionOf(shop, CorrectedFact.Finding, fact));
        return new(new(shop.Name, CorrectedFact.Finding, fact, day), new($"质检发现 · {name.Zh}", $"Finding · {name.En}"),
        [
            new(new("规则", "Rule"), name), new(new("严重程度", "Severity"), SeverityWords.Of(finding.Severity)), new(new("日期", "Day"), new(ShowDates.Full(day, Language.Zh), ShowDates.Full(day, Language.En))),
            new(new("客服", "Agent"), Same(whose ?? "—"), whose),
        ])
        { Bears = Names(whose), Corrects = _ => struck is null, Corrected = struck, Href = Links.Reception(finding.Reception.ToString(CultureInfo.InvariantCulture)) };
    }
}
