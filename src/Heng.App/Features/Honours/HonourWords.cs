using System.Globalization;
using Heng.App.CommandLine;
using Heng.Engine.Explanation;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Honours;

/// <summary>Honours, their stages and refusals in words.</summary>
public static class HonourWords
{
    public static readonly Refusal NotOnPodium = new("not-on-podium", new("已公布的名次里没有这位", "Nobody of that name stands on this podium"));
    public static readonly Refusal AlreadyAwarded = new("already-awarded", new("这项荣誉已经颁过", "This honour is awarded already"));
    public static readonly Refusal NotOnRecord = new("not-on-record", new("没有这条奖励或证书的措施记录", "There is no award or certificate on record for it"));

    public static Wording Of(HonourKind kind) => kind switch
    {
        HonourKind.Champion => new("冠军", "Champion"),
        HonourKind.RunnerUp => new("亚军", "Runner-up"),
        HonourKind.Award => new("优秀奖", "Award"),
        HonourKind.Certificate => new("荣誉证书", "Certificate of honour"),
        HonourKind.Innovation => new("创新奖", "Innovation award"),
        HonourKind.GoldAgent => new("金牌客服", "Gold agent"),
        _ => new("其他荣誉", "Another honour"),
    };

    public static Wording TitleOf(HonourHappening awarded) => awarded.Title is { Length: > 0 } own ? new(own, own) : Of(awarded.Kind!.Value);

    public static Wording PeriodOf(HonourHappening awarded) => new(awarded.PeriodZh ?? "", awarded.PeriodEn ?? "");

    public static Wording Of(HonourStage stage) => stage switch
    {
        HonourStage.Unconfirmed => new("待第二人确认", "waits for a second person"),
        HonourStage.Standing => new("已颁发", "awarded"),
        HonourStage.Refused => new("未通过", "not confirmed"),
        _ => new("已收回", "taken back"),
    };

    public static Wording Of(HonourEvent what) => what switch
    {
        HonourEvent.Awarded => new("颁发", "awarded"),
        HonourEvent.Confirmed => new("确认", "confirmed"),
        HonourEvent.Refused => new("不同意", "refused"),
        _ => new("收回", "taken back"),
    };

    /// <summary>The year it came to stand in and its place among all honours, so that no two are alike.</summary>
    public static string NumberOf(KeptMatter<HonourHappening> honour) =>
        string.Create(CultureInfo.InvariantCulture, $"{ShopClock.Shanghai.ToLocal(new HonourState(honour.Happened).StandsSince).Year}-{honour.Id:0000}");

    public static Refusal Of(HonourRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        HonourRefusal.RoleMayNot => new Wording("荣誉由人事或店长颁发", "HR and the manager award honours"),
        HonourRefusal.OwnHonour => new Wording("自己的荣誉由别人颁发", "One's own honour is for another to award"),
        HonourRefusal.NeedsReason => new Wording("请写明原因", "Give the reason"),
        HonourRefusal.NeedsTitle => new Wording("请写荣誉名称", "Name the honour"),
        HonourRefusal.TextTooLong => new Wording($"名称最多 {HonourCycle.LongestTitle} 字，奖品最多 {HonourCycle.LongestPrize} 字，原因最多 {HonourCycle.LongestReason} 字", $"A name has at most {HonourCycle.LongestTitle} characters, a prize {HonourCycle.LongestPrize}, a reason {HonourCycle.LongestReason}"),
        HonourRefusal.PrizeUnclear => new Wording("奖金是大于 0 的金额，最多两位小数", "Prize money is above 0, with at most two decimals"),
        HonourRefusal.NotUnconfirmed => new Wording("没有在等确认的", "Nothing waits to be confirmed here"),
        HonourRefusal.SamePerson => new Wording("有奖金的要两个人：提出的人不能自己确认", "Prize money takes two: who awarded it does not confirm it"),
        HonourRefusal.NotStanding => new Wording("这项荣誉现在不在颁发状态", "This honour does not stand now"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
