using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Filing;
using Heng.Engine.Records;

namespace Heng.App.Features.Filing;

/// <summary>Refusals of the daily work in words.</summary>
public static class FilingWords
{
    public static readonly Refusal NoPicture = new("evidence-unreadable", new("证据只收 PNG、JPEG、WebP 图片和 PDF，按内容判断", "Evidence is a PNG, JPEG or WebP picture or a PDF, by its content"));
    public static readonly Refusal TooLarge = new("evidence-too-large", new("证据文件最大 10 MB", "A file of evidence has at most 10 MB"));

    public static readonly Refusal Unreadable = new("value-unreadable", new("金额和数量写成 12.5 这样", "Amounts and counts are written like 12.5"));

    public static Refusal? OrNone(FilingRefusal? refusal) => refusal is { } some ? Of(some) : null;

    public static Refusal Of(FilingRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        FilingRefusal.RoleMayNot => new Wording("由本组组长、主管、人事或店长来做", "This is for the group's leader or supervisor, HR or the manager"),
        FilingRefusal.OwnChecked => new Wording("不能登记、确认或评判自己的", "Nobody records, confirms or judges their own"),
        FilingRefusal.NotYours => new Wording("只有本人能填", "Only the person concerned does this"),
        FilingRefusal.PersonMissing => new Wording("请选择一个在职的人", "Choose somebody who works here"),
        FilingRefusal.DayAhead => new Wording("日期不能晚于今天，也不能早于事情本身", "The day is not after today, nor before the thing itself"),
        FilingRefusal.DayLongAgo => new Wording($"日期太早：填报最多补 {FiledCycle.MostDaysBack} 天，目标的期限不早于今天", $"The day is too long ago: filings reach back {FiledCycle.MostDaysBack} days, and a goal is not due before today"),
        FilingRefusal.KindMissing => new Wording("请选择类型", "Choose the kind"),
        FilingRefusal.NameMissing => new Wording("请写名称", "Give it a name"),
        FilingRefusal.CostNegative => new Wording("损失金额不能为负，最多两位小数", "The cost is not negative"),
        FilingRefusal.NothingShown => new Wording("请写说明、附链接或证据，至少一项", "Say what happened, give a link, or bring evidence"),
        FilingRefusal.AlreadyRecorded => new Wording("已经有一样的记录；另有一件的，请用订单号或说明区分", "There is such a record already; tell another one apart by its order or its words"),
        FilingRefusal.NeedsReason => new Wording("请写明理由", "Give the reason"),
        FilingRefusal.SamePerson => new Wording("要由另一个人来做", "This is for another person than who did the step before"),
        FilingRefusal.StillToAnswer => new Wording("本人还在答复期内，先听本人怎么说", "The person may still answer; hear them first"),
        FilingRefusal.AnswerOver => new Wording("答复期已过，请找组长或人事", "The days to answer are over; speak to your leader or HR"),
        FilingRefusal.AlreadyAnswered => new Wording("已经答复过", "It was answered already"),
        FilingRefusal.AlreadyDecided => new Wording("已经处理过", "It was decided already"),
        FilingRefusal.AlreadyWithdrawn => new Wording("已经撤回", "It was withdrawn already"),
        FilingRefusal.DutyOver => new Wording("没有这项职责，或已经停用", "There is no such duty, or it ended"),
        FilingRefusal.CountMissing => new Wording("请填大于 0 的数（答复期 1–30 天）", "Give a number above 0 (days to answer: 1 to 30)"),
        FilingRefusal.EvidenceMissing => new Wording("这项职责要附链接或图片", "This duty needs a link or a picture"),
        FilingRefusal.NothingWritten => new Wording("请写内容", "Write something first"),
        FilingRefusal.NotOverYet => new Wording("截止日还没过", "Its day is not over yet"),
        FilingRefusal.AlreadyRead => new Wording("组长已阅，内容不再改", "It was read; the text stays"),
        FilingRefusal.ChargeUnclear => new Wording("每项要写做什么、谁做，期限不早于会议当天", "Each charge says what, who, and a day not before the meeting"),
        FilingRefusal.DueMissing => new Wording("请填日期和类型", "Give the day and the kind"),
        FilingRefusal.TargetUnclear => new Wording("起点和目标要么都填且不同，要么都不填；没有目标值的不填现值", "Give both start and target, and different ones, or neither; without a target there is no present value"),
        FilingRefusal.TermsChanged => new Wording("内容在您看过之后改了，请再看一遍", "The terms were changed after you saw them; look again"),
        FilingRefusal.AlreadyAgreed => new Wording("双方已经约定；取消要由人事或店长，并写理由", "Both have agreed; dropping it is for HR or the manager, with a reason"),
        FilingRefusal.NotAgreed => new Wording("双方还没有约定", "Both have yet to agree"),
        FilingRefusal.NotDueYet => new Wording("还没到期，到期当天起评判", "It is judged from the day it is due"),
        FilingRefusal.MarksUnclear => new Wording("评分在 0–100% 之间；达成评分、达成情况、现值至少有一个", "Marks lie between 0 and 100 %; give attainment, the state, or a present value"),
        FilingRefusal.AlreadyJudged => new Wording("已经评判", "It was judged already"),
        FilingRefusal.NotJudged => new Wording("还没有评判", "It has not been judged yet"),
        FilingRefusal.AlreadySignedUp => new Wording("已经报名", "Signed up already"),
        FilingRefusal.NotSignedUp => new Wording("还没有报名", "Not signed up"),
        FilingRefusal.NobodyNamed => new Wording("请至少选一个人", "Choose at least one person"),
        FilingRefusal.TooFarAhead => new Wording($"日期太远：最多在 {FarAhead.MostYears} 年以内", $"The day is too far ahead: at most {FarAhead.MostYears} years"),
        FilingRefusal.NotBegun => new Wording("那一周店里还没有开始交周报，不算未交", "The shop had not begun with weekly reports in that week: none was due"),
        FilingRefusal.TooLong => new Wording("太长：名称 40 字、链接 300 字、说明 500 字、正文 2000 字、每次最多 10 项", "Too long: names 40 characters, links 300, remarks 500, texts 2000, ten items at once"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
