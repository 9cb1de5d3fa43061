using Heng.Engine.Explanation;

namespace Heng.App.Features.Webhooks;

/// <summary>A kind of event that hooks may be told of. Names are kept and never changed.</summary>
public sealed record WebhookKind(string Id, Wording Name);

public static class WebhookKinds
{
    public const string MonthClosed = "month-closed", AssessmentPublished = "assessment-published", AppealDecided = "appeal-decided", FindingsCounted = "findings-counted", WarningRaised = "warning-raised",
        ImportDone = "import-done", PayslipsSealed = "payslips-sealed";

    public static IReadOnlyList<WebhookKind> All { get; } =
    [
        new(MonthClosed, new("月份关账", "a month is closed")), new(PayslipsSealed, new("工资条封存", "payslips are sealed")), new(AssessmentPublished, new("考核结果公布", "an assessment is published")),
        new(AppealDecided, new("申诉有结论", "an appeal is decided")), new(FindingsCounted, new("质检发现计入", "findings count")), new(WarningRaised, new("预警", "a warning is raised")), new(ImportDone, new("导入完成", "an import is done")),
    ];

    public static WebhookKind? Find(string id) => All.FirstOrDefault(k => k.Id == id);
}
