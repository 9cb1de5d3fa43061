using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;

namespace Heng.App.Features.Inspections;

/// <summary>Refusals of inspections and their plans in words.</summary>
public static class InspectionRefusals
{
    public static readonly Refusal AudioUnreadable = new("recording-unreadable", new("录音只收 MP3、WAV、OGG、M4A，按内容判断，最大 10 MB", "A recording is an MP3, WAV, OGG or M4A by its content, of 10 MB at most"));
    public static readonly Refusal FormUnreadable = new("form-unreadable", new("质检表文件有错误", "The form's file has errors"));

    public static Refusal Of(SamplingRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        SamplingRefusal.RoleMayNot => new Wording("公司检由人事或店长设定，自查也可由本组组长、主管设定", "The company's inspections are set by HR or the manager, a group's own also by who leads it"),
        SamplingRefusal.PlanUnclear => new Wording("请写名称和抽检数量：数量 0–500，复检比例 0–100%，时段从 0 点起递增", "Give a name and how many: counts from 0 to 500, a second share from 0 to 100 %, slots ascending from hour 0"),
        SamplingRefusal.DaysUnclear => new Wording($"请检查日期：期间最长 {SamplingPlan.MostDays} 天，检查和申诉各 1–{SamplingCycle.MostDays} 天", $"Look at the days: a period has at most {SamplingPlan.MostDays}, inspecting and objecting 1 to {SamplingCycle.MostDays} each"),
        SamplingRefusal.FormMissing => new Wording("请选择质检表", "Choose a form"),
        SamplingRefusal.PeriodNotOver => new Wording("期间结束后才能抽取", "It is drawn once the period is over"),
        SamplingRefusal.AlreadyDrawn => new Wording("已经抽取，不能再抽或取消", "It is drawn already, and can neither be drawn again nor called off"),
        SamplingRefusal.NotDrawn => new Wording("抽取以后才公开种子", "The seed is revealed after the draw"),
        SamplingRefusal.NothingToDraw => new Wording("这段时间没有可抽的接待或来电", "There is no reception or call in these days"),
        SamplingRefusal.AlreadyRevealed => new Wording("种子已经公开", "The seed is revealed already"),
        SamplingRefusal.SeedWrong => new Wording("种子与事先公布的承诺不符", "The seed is not the one that was committed"),
        SamplingRefusal.SeedUnreadable => new Wording("打不开保存的种子：数据目录里的密钥换过", "The kept seed can't be opened: the keys of the data folder are others"),
        SamplingRefusal.AlreadyCalledOff => new Wording("这个计划已取消", "This plan was called off"),
        SamplingRefusal.NeedsReason => new Wording("请写明理由，最多 500 字", "Give the reason, of 500 characters at most"),
        SamplingRefusal.PlanMissing => new Wording("没有这个抽检计划", "There is no such plan"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    private const int MostNamed = 3;

    /// <summary>Of criteria that nobody looked at the first few are named.</summary>
    public static Refusal Of(InspectionRefusal refusal, InspectionForm form, IReadOnlyList<CriterionMark> marks)
    {
        if (refusal != InspectionRefusal.Unmarked || form.Unmarked(marks) is not { Count: > 0 } unmarked) return Of(refusal);
        string Named(Func<Wording, string> of, string between) => string.Join(between, unmarked.Take(MostNamed).Select(c => of(c.Name))) + (unmarked.Count > MostNamed ? " …" : "");
        return new(Json.Kebab(refusal), new($"还有 {unmarked.Count} 项没有判：{Named(n => n.Zh, "、")}。请逐项判，或按“其余没问题”", $"{unmarked.Count} unmarked: {Named(n => n.En, ", ")}. Mark each, or press 'The rest is fine'"));
    }

    public static Refusal Of(InspectionRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        InspectionRefusal.RoleMayNot => new Wording("公司检由质检员做，自查由本组组长、主管做", "QA inspects for the company, who leads the group its own check"),
        InspectionRefusal.OwnWork => new Wording("不能检查自己的接待", "Nobody inspects their own work"),
        InspectionRefusal.OwnGroup => new Wording("公司检不能由同组的人做", "For the company nobody inspects their own group"),
        InspectionRefusal.NoSeat => new Wording("已经有人在检查", "Somebody else inspects it already"),
        InspectionRefusal.NotTaken => new Wording("请先领取再检查", "Take it first"),
        InspectionRefusal.AlreadyTaken => new Wording("已经领取过", "It is taken already"),
        InspectionRefusal.AlreadyInspected => new Wording("您已经交过这一份", "You have inspected this one already"),
        InspectionRefusal.NothingToSettle => new Wording("两份检查没有不一致要裁定", "There are no two inspections here that differ"),
        InspectionRefusal.MarkUnknown or InspectionRefusal.MarkTwice => new Wording("有的项目不在质检表里，或填了两次", "A mark is not of the form, or stands twice"),
        InspectionRefusal.TimesUnclear => new Wording("次数为 1 到 99", "A finding is found 1 to 99 times"),
        InspectionRefusal.CommentMissing => new Wording("发现的问题要写说明", "Say of each fault what it was"),
        InspectionRefusal.MessageUnknown => new Wording("消息编号不在这次接待里", "There is no such message in this reception"),
        InspectionRefusal.NoteMissing => new Wording("自查要写辅导的话", "A group's own check ends with a word to the agent"),
        InspectionRefusal.TooLong => new Wording("说明最多 500 字", "Words have at most 500 characters"),
        InspectionRefusal.NotYours => new Wording("只有本人能确认或申诉", "Only the agent acknowledges or objects"),
        InspectionRefusal.NotTold => new Wording("结果还没有告知，或不计分", "It is not told yet, or does not score"),
        InspectionRefusal.AnswerOver => new Wording("申诉期已过", "The days to object are over"),
        InspectionRefusal.AlreadyAnswered => new Wording("已经答复过", "It is answered already"),
        InspectionRefusal.NeedsReason => new Wording("请写明理由", "Give the reason"),
        InspectionRefusal.NothingObjected => new Wording("没有待处理的申诉", "There is no open objection"),
        InspectionRefusal.Marked => new Wording("检查过这一份的人不能再裁定", "Who marked it in any turn does not decide it"),
        InspectionRefusal.StillToAnswer => new Wording("申诉期还没过", "The agent may still object"),
        InspectionRefusal.AlreadyStands => new Wording("已经生效", "It stands already"),
        InspectionRefusal.AlreadyVoid => new Wording("这一份已作废", "This one is void"),
        InspectionRefusal.Unmarked => new Wording("还有项目没有判，请逐项判，或按“其余没问题”", "Some criteria are unmarked: mark each, or press 'The rest is fine'"),
        InspectionRefusal.NotNext => new Wording("按抽取的顺序领取，请用“领取下一份”；指定某一份由人事或店长分配", "They are taken in the order of the draw: take the next. HR or the manager gives out a certain one"),
        InspectionRefusal.RecordingTold => new Wording("结果已告知，录音只能由人事或店长写明理由更正", "The result is told; HR or the manager corrects its recording, with a reason"),
        InspectionRefusal.DuePast => new Wording("期限不能早于今天", "It can't be due before today"),
        InspectionRefusal.NotInspector => new Wording("只能邀请质检、人事、店长和组长、主管", "Only QA, HR, the manager and those who lead a group are asked"),
        InspectionRefusal.ItemUnseen => new Wording("只有看得到这些接待的人才能参加：有受邀的人看不到其中的聊天", "Only who sees the chats takes part, and one who is asked does not see all of these"),
        InspectionRefusal.NobodyNamed => new Wording("请选择能检查的人；校准至少两人", "Name somebody who may inspect; a calibration has at least two"),
        InspectionRefusal.ItemUnknown => new Wording("没有这样的接待或来电，最多 20 个", "There is no such reception or call; at most 20"),
        InspectionRefusal.NotInvited => new Wording("没有邀请您参加这次校准", "You are not invited to this calibration"),
        InspectionRefusal.AlreadyOpened => new Wording("结果已公开，不能再打分", "It is opened; nobody marks any more"),
        InspectionRefusal.NotOpened => new Wording("公开结果以后才记录约定", "What is agreed is written once it is opened"),
        InspectionRefusal.MarksMissing => new Wording("至少两人检查过同一份才能公开", "Two have to have marked the same one first"),
        InspectionRefusal.NameMissing => new Wording("请写名称", "Give it a name"),
        InspectionRefusal.RecordingUnclear => new Wording("录音链接要以 https:// 开头，或者上传一个文件", "A recording's link begins with https://, or bring a file"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
