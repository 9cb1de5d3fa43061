using Heng.Bench.Fold;
using Heng.Engine.Quality;

namespace Heng.Bench.Quality;

/// <summary>Fifty rules of all operators with five hundred phrases made of the characters that chats are full of, so that most messages begin some of them.</summary>
internal static class InventedRules
{
    private const string Common = "亲您好的了我你是在有不这要可以发货退款订单快递尺码颜色面料质量优惠客服售后查询物流仓库安排处理联系微信好评返现投诉保证最低第一绝对百分";
    private const int Phrases = 500, WordRules = 28;

    public static IReadOnlyList<string> PhraseList()
    {
        var (dice, made) = (new Dice(7), new SortedSet<string>(["微信", "加我", "返现", "好评", "不知道", "自己看", "最低", "12315", "vx", "投诉"], StringComparer.Ordinal));
        while (made.Count < Phrases) made.Add(string.Concat(Enumerable.Range(0, 2 + dice.Below(4)).Select(_ => Common[dice.Below(Common.Length)])));
        return [.. made];
    }

    public static IReadOnlyList<QualityRule> Of(IReadOnlyList<string> phrases)
    {
        var rules = new List<QualityRule>();
        for (var i = 0; i < WordRules; i++)
            Add(new Condition(i % 4 == 3 ? Role.Buyer : Role.Agent, Stretch.Message, new Words(i % 7 == 6 ? Needed.AtLeast : Needed.Any, [.. phrases.Where((_, n) => n % WordRules == i)], 2)));
        foreach (var regex in (string[])[@"第\d+名", "(加|添加).{0,3}(微信|qq|vx)", @"1[3-9]\d{9}", "全网(最低|第一)价?"]) Add(Agent(new Pattern(regex)));
        foreach (var seconds in (int[])[15, 30, 180]) Add(Agent(new SlowReply(seconds)));
        Add(new Condition(Role.Buyer, Stretch.Message, new NoReply()));
        Add(Agent(new Words(Needed.None, ["您好", "欢迎"])) with { Stretch = Stretch.Reception, First = 1 });
        Add(Agent(new Words(Needed.None, ["祝您", "再见"])) with { Stretch = Stretch.Reception, Last = 1 });
        Add(Agent(new Words(Needed.None, ["您"])) with { Stretch = Stretch.Round });
        Add(Agent(new Repeated(3)) with { Stretch = Stretch.Reception });
        Add(new Condition(Role.Buyer, Stretch.Message, new UnansweredQuestion(["吗", "怎么", "什么时候", "多少"], ["稍等"])));
        Add(Agent(new EarlyGoodbye(["再见"], ["谢谢", "好的", "嗯"], 60)));
        Add(Agent(new TransferWithoutReason(["为您转", "帮您转"])));
        Add(new Condition(Role.Buyer, Stretch.Message, new Mentions(Mention.Order)));
        Add(Agent(new Mentions(Mention.Link)));
        Add(Agent(new Similar(["请您稍等一下，马上为您查询", "亲，非常抱歉没有办法"], 80)));
        Add(new Every([new Condition(Role.Buyer, Stretch.Message, new Words(Needed.Any, ["投诉", "12315", "假货"])) { Name = "threat" },
            Agent(new Words(Needed.None, ["抱歉", "对不起"])) with { Stretch = Stretch.Reception, First = 1, Near = new("threat", Side.After, 300) }]));
        Add(new Every([Agent(new Words(Needed.Any, ["没有办法", "不行"])), new Not(Agent(new Words(Needed.Any, ["抱歉", "不好意思"])))]));
        Add(new Either([Agent(new Words(Needed.All, ["好评", "返现"])), Agent(new Pattern("好评.{0,5}(返|送|红包)"))]));
        Add(Agent(new Words(Needed.Any, ["你"])), Reading.Raw);
        return rules;

        static Condition Agent(Operator of) => new(Role.Agent, Stretch.Message, of);
        void Add(Expression when, Reading? reading = null) => rules.Add(new($"r{rules.Count}", 1, default, Severity.NonFatal, "", 1m, when)
        {
            Reading = reading ?? (rules.Count % 5 == 4 ? Reading.Raw : Reading.Normalised), Except = rules.Count % 3 == 0 ? ["第一时间", "微信支付"] : [],
        });
    }
}
