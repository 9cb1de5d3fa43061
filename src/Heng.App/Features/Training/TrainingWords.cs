using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;

namespace Heng.App.Features.Training;

/// <summary>Refusals, stages and marks of trainings in words.</summary>
public static class TrainingWords
{
    public static Refusal Of(TrainingRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        TrainingRefusal.RoleMayNot => new Wording("培训由组长、主管（本组）、质检、人事、店长安排；点名由讲师或安排的人做", "Leaders and supervisors (their groups), QA, HR and the manager plan trainings; who holds or planned one marks it"),
        TrainingRefusal.NotYourGroup => new("只能请本组的人", "Only people of your groups can be asked"),
        TrainingRefusal.NameMissing => new("请写培训名称", "Give the training a name"),
        TrainingRefusal.TextTooLong => new($"名称最多 {TrainingCycle.MostName} 字，地点最多 {TrainingCycle.MostWhere} 字", $"At most {TrainingCycle.MostName} characters for the name and {TrainingCycle.MostWhere} for the place"),
        TrainingRefusal.TimesUnclear => new("请写开始和结束时间；结束晚于开始，最长一天", "Give a beginning and an end after it, at most a day later"),
        TrainingRefusal.TimeTooFar => new($"开始时间应在过去 {TrainingCycle.DaysBack} 天到未来 {TrainingCycle.DaysAhead} 天之间", $"It begins between {TrainingCycle.DaysBack} days ago and {TrainingCycle.DaysAhead} days ahead"),
        TrainingRefusal.NobodyAsked => new("请选参加的人", "Choose who is asked"),
        TrainingRefusal.TooManyAsked => new($"最多 {TrainingCycle.MostAsked} 人", $"At most {TrainingCycle.MostAsked} people"),
        TrainingRefusal.TrainerMissing => new($"请写讲师（最多 {TrainingCycle.MostName} 字）", $"Say who holds it, in at most {TrainingCycle.MostName} characters"),
        TrainingRefusal.TrainerAsked => new("讲师不能同时是参加的人", "Who holds it is not one of those asked"),
        TrainingRefusal.NotAsked => new("不在参加名单上", "Not on the list of those asked"),
        TrainingRefusal.NeedsReason => new("请写明理由", "Give the reason"),
        TrainingRefusal.TooLate => new("时间已过", "It is too late for that"),
        TrainingRefusal.AlreadyDeclined => new("已经说过不能来", "You have said so already"),
        TrainingRefusal.AlreadyMarked => new("已经点过名", "Attendance is marked already"),
        TrainingRefusal.CodeUnclear => new($"签到码有效 1 到 {TrainingCycle.MostCodeMinutes} 分钟", $"A code lasts 1 to {TrainingCycle.MostCodeMinutes} minutes"),
        TrainingRefusal.TooEarly => new("开始前 30 分钟起才能签到、点名", "Attendance is taken from 30 minutes before the beginning"),
        TrainingRefusal.NoCode => new("讲师还没有出示签到码", "No code has been shown yet"),
        TrainingRefusal.CodeOver => new("签到码已过期，请讲师再出示一个", "The code is over; ask for a new one"),
        TrainingRefusal.CodeWrong => new("签到码不对", "The code is wrong"),
        TrainingRefusal.TooManyTries => new($"错了 {TrainingCycle.MostTries} 次，不能再试；请讲师点名", $"{TrainingCycle.MostTries} wrong codes: ask who holds it to mark you"),
        TrainingRefusal.OwnSeat => new("自己的出席由别人记", "Nobody marks themself"),
        TrainingRefusal.NothingMarked => new("没有要记的", "Nothing is marked"),
        TrainingRefusal.NotAllMarked => new("还有人没有点名", "Somebody is not marked yet"),
        TrainingRefusal.NotStarted => new("还没有开始", "It has not begun"),
        TrainingRefusal.AlreadyEnded => new("培训已结束", "It has ended"),
        TrainingRefusal.CalledOff => new("培训已取消", "It was called off"),
        TrainingRefusal.SeatIsKept => new("已成记录，不能改成免计；可改成出席、迟到或缺席", "It is on record and can't be excused any more; present, late or absent it can be"),
        TrainingRefusal.UnchangedMark => new("没有改动", "Nothing is changed"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    public static Wording Of(TrainingPresence presence) => presence switch
    {
        TrainingPresence.Present => new("出席", "present"),
        TrainingPresence.Late => new("迟到", "late"),
        TrainingPresence.Absent => new("缺席", "absent"),
        _ => new("免计", "excused"),
    };

    public static string Tone(TrainingPresence presence) => presence switch { TrainingPresence.Present => "good", TrainingPresence.Late => "warn", TrainingPresence.Absent => "bad", _ => "quiet" };

    public static Wording Of(TrainingStage stage) => stage switch
    {
        TrainingStage.Planned => new("已安排", "planned"),
        TrainingStage.Ended => new("已结束", "ended"),
        _ => new("已取消", "called off"),
    };
}
