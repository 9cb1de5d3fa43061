using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Meaning;

namespace Heng.App.Features.Meaning;

/// <summary>Why the reader does not read, and why a proposal was dropped, in words.</summary>
public static class MeaningWords
{
    public static Wording Of(MeaningFault fault) => fault switch
    {
        MeaningFault.UnknownCriterion => new("没有这条标准", "no such criterion"), MeaningFault.SaidTwice => new("同一标准说了两次", "said twice"), MeaningFault.ConfidenceUnreadable => new("把握不是 0 到 1", "confidence is not 0 to 1"),
        MeaningFault.QuoteMissing => new("没有引原话", "quotes nothing"), MeaningFault.QuoteNotThere => new("引的话聊天里没有", "quotes what is not there"), _ => new("读不懂", "unreadable"),
    };

    public static Refusal Of(MeaningRefusal refusal) => new("meaning-" + Json.Kebab(refusal), refusal switch
    {
        MeaningRefusal.RoleMayNot => new Wording("只有管理员能设置", "Only an administrator sets it"),
        MeaningRefusal.AddressUnfit => new("地址要是 https://…，本机模型可用 http://localhost；不带用户名、参数", "The address is https://…, or http://localhost for a model on this machine, without user or query"),
        MeaningRefusal.ModelMissing => new($"请写模型名，最多 {MeaningSetting.LongestModel} 字", $"Name the model, with at most {MeaningSetting.LongestModel} characters"),
        MeaningRefusal.KeyMissing => new("换了地址要重新填密钥", "A new address needs its key given again"),
        MeaningRefusal.KeyTooLong => new($"密钥最多 {MeaningSetting.LongestKey} 字", $"A key has at most {MeaningSetting.LongestKey} characters"),
        MeaningRefusal.LimitUnfit => new($"每天最多次数应为 1 到 {MeaningSetting.MostADayMost}", $"At most so many a day: 1 to {MeaningSetting.MostADayMost}"),
        MeaningRefusal.Off => new("语义助手没有启用，什么都没有发出", "The reader of meaning is off; nothing was sent"),
        MeaningRefusal.LimitReached => new("今天的次数用完了，没有发出", "Today’s limit is used up; nothing was sent"),
        MeaningRefusal.TooLong => new("聊天太长或没有可问的，没有发出", "The chat is too long, or there is nothing to ask; nothing was sent"),
        MeaningRefusal.AlreadyRead => new("这次质检已经读过了", "This inspection was read already"),
        MeaningRefusal.Unreachable => new("连不上模型", "The model can’t be reached"),
        MeaningRefusal.TooSlow => new("模型 30 秒内没有回答", "The model did not answer within 30 seconds"),
        MeaningRefusal.AnswerTooLarge => new("模型的回答太大", "The model’s answer is too large"),
        MeaningRefusal.Redirected => new("模型地址要转到别处，没有跟过去", "The address leads elsewhere; it was not followed"),
        MeaningRefusal.AnsweredWithError => new("模型返回错误", "The model answered with an error"),
        MeaningRefusal.NoJson => new("模型没有按要求回答", "The model did not answer as it was asked to"),
        MeaningRefusal.KeyUnreadable => new("密钥读不出来，请重新填写", "The key can’t be read; give it again"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
