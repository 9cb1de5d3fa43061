using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Voice;

namespace Heng.App.Features.Surveys;

/// <summary>Refusals, phases and faults of surveys in words.</summary>
public static class SurveyWords
{
    public static readonly Refusal Unknown = new("survey-unknown", new("没有这个调查", "There is no such survey"));
    public static readonly Refusal FormFaulty = new("form-faulty", new("问卷有错，没有保存", "The form has mistakes and was not kept"));
    public static readonly Refusal OtherForm = new("other-form", new("form 的 id 不能改；要新问卷请用新的 id 打开", "The form's id stays; for a new form open one under its own id"));
    public static readonly Refusal NoChange = new("no-change", new("和现在的一样", "It is as it stands already"));
    public static readonly Refusal LeastUnreadable = new("value-unreadable", new("公开门槛写整数，例如 5", "The threshold is a whole number, such as 5"));
    public static readonly Refusal RemindedToday = new("reminded-today", new("还没答的人今天都提醒过了，这次没有再提醒", "All who have not answered were reminded today; nobody was reminded again"));
    public static readonly Refusal WrongStep = new("wrong-step", new("现在不能这样做", "That step is not to be taken now"));

    public static Wording Of(SurveyPhase phase) => phase switch
    {
        SurveyPhase.Planned => new("未开始", "not yet open"),
        SurveyPhase.Open => new("进行中", "open"),
        _ => new("已结束", "over"),
    };

    public static string Tone(SurveyPhase phase) => phase switch { SurveyPhase.Open => "good", SurveyPhase.Planned => "info", _ => "quiet" };

    public static Wording Step(int step) => step switch
    {
        1 => new("很不同意", "not at all"),
        2 => new("不太同意", "hardly"),
        3 => new("一般", "partly"),
        4 => new("比较同意", "mostly"),
        _ => new("非常同意", "fully"),
    };

    public static Wording Of(ActionEvent what) => what switch
    {
        ActionEvent.Written => new("计划中", "planned"),
        ActionEvent.Begun => new("进行中", "under way"),
        ActionEvent.Done => new("已完成", "done"),
        _ => new("不做了", "dropped"),
    };

    public static string Tone(ActionEvent what) => what switch { ActionEvent.Done => "good", ActionEvent.Begun => "info", ActionEvent.Dropped => "quiet", _ => "warn" };

    public static Wording Of(SurveyFormFault fault) => fault switch
    {
        SurveyFormFault.NoQuestions => new("没有题目", "there are no questions"),
        SurveyFormFault.TooManyQuestions => new($"题目最多 {SurveyForm.MostQuestions} 道", $"at most {SurveyForm.MostQuestions} questions"),
        SurveyFormFault.BadId => new("id 用小写字母、数字、连字符，最多 40 个", "ids are small letters, digits and hyphens, at most 40"),
        SurveyFormFault.SameId => new("两道题的 id 相同", "two questions have one id"),
        SurveyFormFault.NoWords => new("名称、题目和一句话都要有中文和英文", "name, questions and line need words in Chinese and English"),
        _ => new($"每段文字最多 {SurveyForm.MostWords} 字", $"each text has at most {SurveyForm.MostWords} characters"),
    };

    public static Refusal Of(SurveyRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        SurveyRefusal.RoleMayNot => new Wording("由人事或店长开启和结束调查", "HR or the manager opens and closes surveys"),
        SurveyRefusal.NoSuchForm => new("没有这份问卷", "There is no such form"),
        SurveyRefusal.DaysUnclear => new("请写开始和结束日期：不早于今天，结束不早于开始", "Write a first and a last day, from today on and in this order"),
        SurveyRefusal.WindowTooLong => new($"最长 {SurveyState.LongestDays} 天，一年内开始", $"At most {SurveyState.LongestDays} days, beginning within a year"),
        SurveyRefusal.NoSuchGroup => new("没有这个小组", "There is no such group"),
        SurveyRefusal.LeastTooSmall => new($"公开门槛至少 {SurveyState.Fewest} 人", $"Results are shown from at least {SurveyState.Fewest} answers on"),
        SurveyRefusal.OpenAlready => new("这份问卷已有一个没结束的调查", "A survey with this form is not over yet"),
        SurveyRefusal.NotOpen => new("不在作答时间内", "It is not open"),
        SurveyRefusal.AlreadyClosed => new("已经结束", "It is over already"),
        SurveyRefusal.NeedsReason => new("请写理由", "Say why"),
        SurveyRefusal.NotAsked => new("这次没有请您作答", "You are not asked this time"),
        SurveyRefusal.AlreadyAnswered => new("您已经答过；答案已和别人的合在一起，不能再找出来修改", "You have answered; it is added up with the others' and can't be found again to be changed"),
        SurveyRefusal.Incomplete => new("每道题都要选", "Choose for every question"),
        SurveyRefusal.OffTheScale => new("请在 1 到 5 中选", "Choose from 1 to 5"),
        SurveyRefusal.LineTooLong => new($"一句话最多 {SurveyState.LongestLine} 字", $"The line has at most {SurveyState.LongestLine} characters"),
        _ => new("都答过了", "Everybody has answered"),
    });

    public static Refusal Of(ActionRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        ActionRefusal.RoleMayNot => new Wording("由人事或店长写改进", "HR or the manager writes what is done"),
        ActionRefusal.NeedsWords => new("请写听到了什么、做什么、谁来做", "Write what was heard, what is done, and by whom"),
        ActionRefusal.TextTooLong => new($"每段最多 {ActionState.MostWords} 字，负责人最多 60 字", $"At most {ActionState.MostWords} characters each, and 60 for who does it"),
        ActionRefusal.NeedsDue => new("请写期限：不早于今天，三年以内", "Write until when: from today on, within three years"),
        ActionRefusal.NeedsReason => new("请写结果或理由", "Say what came of it, or why not"),
        ActionRefusal.AlreadyBegun => new("已经开始", "It has begun already"),
        _ => new("已经结束", "It is over already"),
    });
}
