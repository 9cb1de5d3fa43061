using Heng.Engine.Explanation;

namespace Heng.App.Ui;

/// <summary>A tab of a section.</summary>
public sealed record SectionTab(string Id, Wording Name, string Href);

/// <summary>Pages that belong together (栏目): one place in the navigation, and a strip of tabs above each of its pages. A tab stands before whoever there can be something for on its page; the page itself answers everybody as docs/rights.md says.</summary>
public sealed record Section(string Id, Wording Name, string Icon, IReadOnlyList<SectionTab> Tabs)
{
    /// <summary>Its place in the navigation leads to its first tab.</summary>
    public IEnumerable<NavEntry> Entries => Tabs.Take(1).Select(first => new NavEntry(Id, Name, Icon, first.Href));
}

public static class Sections
{
    public static Section Daily { get; } = new("daily", new("日常", "Daily work"), "clock",
    [
        new("my-day", new("我的一天", "My day"), Links.MyDay),
        new("board", new("今日看板", "Board"), "/board"),
        new("warnings", new("预警", "Warnings"), "/board/warnings"),
        new("roster", new("排班", "Roster"), Links.RosterPath),
        new("leave", new("请假", "Leave"), Links.Leave),
        new("handover", new("交接", "Handover"), Links.HandoverPath),
        new("cases", new("工单", "Cases"), Links.Cases),
        new("filing", new("填报", "Filing"), Links.Filing),
        new("incidents", new("行为与差错", "Incidents and errors"), Links.Incidents),
        new("goals", new("目标", "Goals"), Links.Goals),
        new("activities", new("分享与项目", "Sessions and projects"), Links.Activities),
    ]);

    public static Section Quality { get; } = new("quality", new("质检", "Quality"), "circle-check",
    [
        new("findings", new("质检发现", "Findings"), Links.QualityFindings),
        new("attention", new("风险关注", "Attention"), Links.QualityAttention),
        new("coaching", new("辅导", "Coaching"), Links.Coaching),
        new("rules", new("质检规则", "Quality rules"), Links.QualityRules),
        new("label", new("标注命中", "Label hits"), Links.QualityLabel),
        new("audit", new("通读接待", "Read whole"), Links.QualityAudit),
        new("phrases", new("话术库", "Phrase library"), Links.Phrases),
        new("examples", new("优秀案例", "Good examples"), Links.Examples),
        new("inspections", new("人工质检", "Inspections"), Links.Inspections),
        new("plans", new("抽检计划", "Sampling"), Links.SamplingPlans),
        new("agreement", new("一致性", "Agreement"), Links.InspectionAgreement),
        new("calibrations", new("校准", "Calibration"), Links.Calibrations),
    ]);

    public static Section Growth { get; } = new("growth", new("成长", "Growth"), "trending-up",
    [
        new("honours", new("荣誉", "Honours"), Links.Honours),
        new("improvement", new("改进计划", "Improvement plans"), Links.Improvements),
        new("onboarding", new("新人带教", "New hires"), Links.Onboardings),
        new("training", new("培训", "Training"), Links.Trainings),
        new("exams", new("考试", "Exams"), Links.Exams),
        new("dialogues", new("模拟对话", "Simulated dialogues"), Links.Dialogues),
    ]);

    public static Section Voice { get; } = new("voice", new("心声", "Voice"), "lightbulb",
    [
        new("home", new("心声", "Voice"), Links.Voice), new("suggestions", new("建议", "Suggestions"), Links.Suggestions), new("surveys", new("调查", "Surveys"), Links.Surveys),
    ]);
}
