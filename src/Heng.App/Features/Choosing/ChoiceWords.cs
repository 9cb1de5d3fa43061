using Heng.Engine.Choosing;
using Heng.Engine.Explanation;

namespace Heng.App.Features.Choosing;

/// <summary>Stages, criteria and refusals of a choice in words.</summary>
public static class ChoiceWords
{
    public static readonly IReadOnlyList<(Criteria One, string Id, Wording Name)> All =
    [
        (Criteria.CanBeInfluenced, "influenced", new("能影响", "can be influenced")),
        (Criteria.IsUnderstood, "understood", new("看得懂", "is understood")),
        (Criteria.IsMeasured, "measured", new("测得到", "is measured")),
        (Criteria.DoublesNoOther, "single", new("不与别项重复", "doubles no other")),
    ];

    public static Wording Of(ChoiceStage stage) => stage switch
    {
        ChoiceStage.LongList => new("长名单", "Long list"),
        ChoiceStage.ShortList => new("短名单", "Short list"),
        ChoiceStage.Chosen => new("选定", "Choice"),
        _ => new("已签字", "Signed"),
    };

    public static Wording Of(ChoiceRefusal refusal) => refusal switch
    {
        ChoiceRefusal.NeedsNamedPerson => new("需要实名登录", "This needs a named person, signed in"),
        ChoiceRefusal.RoleMayNot => new("此角色不能选指标：由人事或店长来做", "This role may not choose indicators; HR and the manager do"),
        ChoiceRefusal.AlreadySigned => new("已经签字，不再改变；要改请开始新一轮", "It is signed and does not change; begin a new round"),
        ChoiceRefusal.TitleMissing => new("请写名称", "It needs a name"),
        ChoiceRefusal.TitleTooLong => new($"名称最多 {ChoiceCycle.LongestTitle} 个字", $"A name has {ChoiceCycle.LongestTitle} characters at most"),
        ChoiceRefusal.PositionMissing => new("请选适用岗位", "It needs a position"),
        ChoiceRefusal.NothingConsidered => new("没有可考虑的新指标", "There is no new indicator to consider"),
        ChoiceRefusal.MetricUnknown => new("指标目录里没有：", "Not in the catalogue: "),
        ChoiceRefusal.StruckWithoutReason => new("划去的须写原因：", "What is struck needs its reason: "),
        ChoiceRefusal.NothingKept => new("至少留下一项", "At least one is kept"),
        ChoiceRefusal.NotShortened => new("先从长名单选出短名单", "The long list is shortened first"),
        ChoiceRefusal.WeightNotAboveZero => new("选定的每项权重应大于 0：", "What is chosen weighs more than 0: "),
        ChoiceRefusal.WeightsNotHundred => new("权重合计应正好是 100", "Weights add up to exactly 100"),
        ChoiceRefusal.DirectionMissing => new("请说明越高越好还是越低越好：", "Say which side is better: "),
        ChoiceRefusal.OwnerUnknown => new("负责人应是能发布方案的账号（人事或店长）", "The owner is an account that may publish plans (HR or the manager)"),
        ChoiceRefusal.NotWeighed => new("先定权重和负责人，再签字", "Weights and owner come before the signature"),
        ChoiceRefusal.NotTheOwner => new("只有负责人本人能签字", "Only its owner signs"),
        ChoiceRefusal.ChangedMeanwhile => new("刚才有人改过，请看过现在的内容再操作", "Somebody changed it meanwhile; look at it as it stands now"),
        ChoiceRefusal.NotSigned => new("签字之后才能生成草稿", "A draft is made from a signed choice"),
        ChoiceRefusal.SchemeUnreadable => new("方案编号用小写字母、数字和连字符", "A scheme's id is small letters, digits and hyphens"),
        ChoiceRefusal.DraftExists => new("这个编号已有草稿，请换一个编号或先放弃那份草稿", "There is a draft with that id; take another id or discard it first"),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };
}
