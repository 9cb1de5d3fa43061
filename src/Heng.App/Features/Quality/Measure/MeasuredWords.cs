using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Measure;

namespace Heng.App.Features.Quality.Measure;

/// <summary>Measured precision and recall, and refusals, in words.</summary>
public static class MeasuredWords
{
    public static Refusal Of(MeasureRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        MeasureRefusal.RoleMayNot => new Wording("由质检、人事或店长标注和通读；门槛由人事或店长定", "QA, HR and the manager label and audit; HR or the manager sets the bar"),
        MeasureRefusal.PlaceUnknown => new("没有这一处：请从列表里选一句，再试一次", "There is no such place: choose a line of the list and try again"),
        MeasureRefusal.RuleUnknown => new("没有这条规则", "There is no such rule"),
        MeasureRefusal.AnswerMissing => new("每一处命中都要选“对”或“错”", "Say of each hit whether it is right or wrong"),
        MeasureRefusal.AlreadyRead => new("这次接待已经有人通读过", "Somebody has read this reception already"),
        MeasureRefusal.BarUnsound => new($"准确率应在 0 和 1 之间（不含两端），条数为 1 到 {Bar.MostLabels}", $"Precision lies between 0 and 1, both left out, and the count from 1 to {Bar.MostLabels}"),
        MeasureRefusal.LineNotRead => new("这条规则不看这一方说的话，不会漏在这一句：请选它看的那一方的消息", "The rule never looks at what this side writes, so it missed nothing there: choose a line of the side it reads"),
        MeasureRefusal.NotItsTurn => new("还没轮到这一处：次序由编号打散，谁都不能挑；请处理页面上显示的这一处", "It is not this one's turn: the order is shuffled, so that nobody picks. Go on with the one that is shown"),
        MeasureRefusal.NothingToTakeBack => new("没有您标过、可以收回的这一处", "There is nothing here that you marked and could take back"),
        MeasureRefusal.NeedsReason => new("请写明理由", "Give the reason"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });

    /// <summary>0.9583 (23 of 24), with its interval; or that nobody labelled anything.</summary>
    public static Wording Precision(Measured of) => Rate(of.Precision, of.PrecisionWithin, of.Right, of.Hits, new("还没有标注", "nothing labelled yet"));
    public static Wording Recall(Measured of) => Rate(of.Recall, of.RecallWithin, of.Found, of.There, new("还没有通读到", "nothing read whole yet"));

    private static Wording Rate(decimal? rate, Confidence? within, int part, int whole, Wording none) => rate is not { } known || within is not { } ends ? none
        : new($"{Show.Rate(known)}（{part}/{whole}，95% 区间 {Show.Rate(ends.Low)}–{Show.Rate(ends.High)}）", $"{Show.Rate(known)} ({part} of {whole}, 95% {Show.Rate(ends.Low)}–{Show.Rate(ends.High)})");

    /// <summary>What is still wanting to pass the bar; empty where nothing is.</summary>
    public static Wording Wanting(Measured of, Bar bar) => bar.Refuses(of) switch
    {
        BarRefusal.TooFewLabels => new($"样本太少：还要标注 {bar.AtLeast - of.Hits} 处才够 {bar.AtLeast} 处", $"too few: {bar.AtLeast - of.Hits} more hits to label of {bar.AtLeast}"),
        BarRefusal.PrecisionBelowBar => new($"准确率区间下端低于门槛 {Show.Rate(bar.Precision)}", $"the lower end of its precision is below the bar of {Show.Rate(bar.Precision)}"),
        _ => default,
    };
}
