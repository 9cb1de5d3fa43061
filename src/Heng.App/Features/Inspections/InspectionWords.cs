using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Statistics;

namespace Heng.App.Features.Inspections;

/// <summary>Kinds, stages, steps and notices of inspections in words. What is told stays between the people concerned: no robot can be given it.</summary>
public static class InspectionWords
{
    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(SamplingDoing.DrawnKind, new("抽检任务", "Inspections drawn"), "list", said => new($"“{said.One("name")}”抽出 {said.One("count")} 份，请在 {said.Day("until").Zh}前（含当日）检查完", $"'{said.One("name")}' drew {said.One("count")}; inspect them by {said.Day("until").En}, that day included")),
        new(InspectionDoing.AssignedKind, new("分配给您检查", "Given to you to inspect"), "list", said => new($"{said.One("by")} 请您检查 {said.One("agent")} {said.Day("day").Zh}的一份", $"{said.One("by")} asks you to inspect one of {said.One("agent")}, {said.Day("day").En}")),
        new(InspectionDoing.ToSettleKind, new("两份检查不一致", "Two inspections differ"), "circle-alert", said => new($"{said.One("agent")} {said.Day("day").Zh}的复检不一致，请裁定", $"The two inspections of {said.One("agent")}, {said.Day("day").En}, differ; please settle them")),
        new(InspectionDoing.ToldKind, new("质检结果", "An inspection of yours"), "file-text", said => new($"您 {said.Day("day").Zh}的接待质检结果出来了，有异议请在 {said.Day("until").Zh}前（含当日）提出", $"Your work of {said.Day("day").En} was inspected; object by {said.Day("until").En}, that day included, if you don't agree")),
        new(InspectionDoing.CoachedKind, new("组内自查", "Your group's own check"), "lightbulb", said => new($"{said.One("by")} 看了您 {said.Day("day").Zh}的接待，有话对您说；自查不计分", $"{said.One("by")} looked at your work of {said.Day("day").En} and has a word for you; it does not score")),
        new(InspectionDoing.ObjectedKind, new("质检申诉", "An objection to an inspection"), "circle-alert", said => new($"{said.One("agent")} 对 {said.Day("day").Zh}的质检有异议，请处理", $"{said.One("agent")} objects to the inspection of {said.Day("day").En}; please decide")),
        new(InspectionDoing.DecidedKind, new("质检申诉已处理", "An inspection was decided"), "circle-check", said => said.One("step") switch
        {
            "upheld" => new($"{said.One("agent")} {said.Day("day").Zh}的质检维持原结果", $"The inspection of {said.One("agent")}, {said.Day("day").En}, was upheld"),
            "changed" => new($"{said.One("agent")} {said.Day("day").Zh}的质检已改", $"The inspection of {said.One("agent")}, {said.Day("day").En}, was changed"),
            _ => new($"{said.One("agent")} {said.Day("day").Zh}的质检已作废", $"The inspection of {said.One("agent")}, {said.Day("day").En}, is void"),
        }),
        new(CalibrationDoing.SetKind, new("校准邀请", "Asked to a calibration"), "users", said => new($"{said.One("by")} 请您参加校准“{said.One("name")}”，{said.Day("until").Zh}前（含当日）各自检查", $"{said.One("by")} asks you to the calibration '{said.One("name")}'; mark it alone by {said.Day("until").En}, that day included")),
    ];

    public static Wording Of(InspectionKind kind) => kind == InspectionKind.Own ? new("自查", "own check") : new("公司检", "company's");
    public static Wording Of(Sampled of) => of == Sampled.Calls ? new("来电", "calls") : new("接待", "receptions");
    public static Wording Of(StrataAxes axis) => axis switch { StrataAxes.Group => new("小组", "group"), StrataAxes.Slot => new("时段", "time slot"), StrataAxes.Line => new("岗位线", "line"), _ => new("风险", "risk") };
    public static Wording Of(Severity severity) => severity switch { Severity.Fatal => new("致命", "fatal"), Severity.NonFatal => new("非致命", "non-fatal"), _ => new("提倡", "praise") };
    public static Wording Of(Verdict verdict) => verdict switch { Verdict.Fine => new("没问题", "fine"), Verdict.Found => new("发现", "found"), _ => new("不适用", "N/A") };
    public static string Tag(Severity severity) => severity switch { Severity.Fatal => "bad", Severity.NonFatal => "warn", _ => "good" };

    public static Wording Of(InspectionStage stage) => stage switch
    {
        InspectionStage.ToTake => new("待领取", "to be taken"),
        InspectionStage.Taken => new("检查中", "being inspected"),
        InspectionStage.ToSettle => new("待裁定", "to be settled"),
        InspectionStage.Told => new("已告知", "told"),
        InspectionStage.Objected => new("申诉中", "objected to"),
        InspectionStage.Stands => new("已生效", "stands"),
        InspectionStage.Coached => new("已辅导", "coached"),
        _ => new("已作废", "void"),
    };

    public static string Tag(InspectionStage stage) => stage switch { InspectionStage.ToSettle or InspectionStage.Objected => "warn", InspectionStage.Stands or InspectionStage.Coached => "good", InspectionStage.Void => "bad", _ => "info" };

    public static Wording Of(InspectionEvent what) => what switch
    {
        InspectionEvent.Drawn => new("抽中", "drew it"),
        InspectionEvent.Taken => new("领取", "took it"),
        InspectionEvent.Released => new("退回", "gave it back"),
        InspectionEvent.Inspected => new("检查", "inspected it"),
        InspectionEvent.Settled => new("裁定", "settled it"),
        InspectionEvent.Acknowledged => new("认可", "acknowledged it"),
        InspectionEvent.Objected => new("提出申诉", "objected"),
        InspectionEvent.Upheld => new("维持", "upheld it"),
        InspectionEvent.Changed => new("改判", "changed it"),
        InspectionEvent.Stood => new("申诉期过，生效", "the days to object went by; it stands"),
        _ => new("作废", "made it void"),
    };

    public static Wording Of(SamplingEvent what) => what switch { SamplingEvent.Committed => new("公布承诺", "committed"), SamplingEvent.Drawn => new("抽取", "drawn"), SamplingEvent.Revealed => new("公开种子", "revealed"), _ => new("取消", "called off") };
    public static Wording Of(StrictnessVerdict verdict) => verdict switch { StrictnessVerdict.TooFew => new("数量太少", "too few"), StrictnessVerdict.Strict => new("偏严", "strict"), StrictnessVerdict.Lenient => new("偏松", "lenient"), _ => new("正常", "usual") };

    /// <summary>A stratum in words: positions and risk are kept by their ids.</summary>
    public static Wording Stratum(string stratum)
    {
        Wording[] parts = [.. stratum.Split('/').Select(part => part switch { "risk" => new Wording("高风险", "at risk"), "plain" => new("普通", "not at risk"), _ => PositionWords.Of(part) })];
        return new(string.Join('/', parts.Select(p => p.Zh)), string.Join('/', parts.Select(p => p.En)));
    }

    /// <summary>What the log of decisions says of all of it; null of anything else.</summary>
    public static Wording? OfKept(string what) => Kept.TryGetValue(what, out var words) ? words : null;
    public static Wording? Area(string area) => area switch
    {
        "sampling" => new("抽检计划", "Sampling plans"), "sampling-frame" => new("抽样框", "Frames drawn from"), "inspection" => new("质检", "Inspections"), "calibration" => new("校准", "Calibrations"), "recording" => new("来电录音", "Recordings"), _ => null,
    };

    private static readonly Dictionary<string, Wording> Kept = new(StringComparer.Ordinal)
    {
        ["sampling-committed"] = new("公布抽检承诺", "sampling committed"), ["sampling-drawn"] = new("抽取质检样本", "inspections drawn"), ["sampling-revealed"] = new("公开抽检种子", "seed revealed"), ["sampling-called-off"] = new("取消抽检计划", "sampling called off"),
        ["sampling-frame-kept"] = new("保存抽样框", "frame kept"), ["inspection-drawn"] = new("抽中一份", "one drawn"), ["inspection-taken"] = new("领取质检", "inspection taken"), ["inspection-released"] = new("退回质检", "inspection given back"),
        ["inspection-inspected"] = new("交质检结果", "inspected"), ["inspection-settled"] = new("裁定复检", "inspections settled"), ["inspection-acknowledged"] = new("认可质检", "inspection acknowledged"), ["inspection-objected"] = new("对质检申诉", "inspection objected to"),
        ["inspection-upheld"] = new("维持质检", "inspection upheld"), ["inspection-changed"] = new("改判质检", "inspection changed"), ["inspection-stood"] = new("质检生效", "inspection stands"), ["inspection-voided"] = new("质检作废", "inspection void"),
        ["calibration-set"] = new("安排校准", "calibration set"), ["calibration-marked"] = new("校准打分", "calibration marked"), ["calibration-opened"] = new("公开校准结果", "calibration opened"), ["calibration-agreed"] = new("记录校准约定", "calibration agreed"),
        ["recording-linked"] = new("登记录音链接", "recording linked"), ["recording-uploaded"] = new("上传录音", "recording brought"),
    };
}
