namespace Heng.App.Features.Demo.Talk;

/// <summary>What was planted in a line: the kind of fault (S7's and the packs' counts-as, several parted by 、), and how it was dodged.</summary>
internal readonly record struct Planted(string Kind, Dodge Dodge);

/// <summary>
/// Faults written into the demo's chats on purpose (已知差错), so that what the rules find can be counted against what is there. Some are worded as no rule lists them: recall is not 1.
/// They come from a stream of their own and are said behind what the agent says anyway, so that the chats go as they would without.
/// </summary>
internal static class PlantedFaults
{
    /// <summary>About one in so many of the agents' messages.</summary>
    private const int OneIn = 220;

    /// <summary>A kind, then its wordings; what stands in brackets is what a dodge disguises.</summary>
    private static readonly (string Kind, string[] Ways)[] All =
    [
        ("违规承诺", ["[百分百]有效的您放心", "明天[一定能到]的", "[保证不]掉色不起球", "[绝对不会]坏的", "这款[包治]脚臭", "坏了我们[终身]免费换新", "您放心[稳稳]三天瘦五斤"]),
        ("绝对化用语", ["我们家是[全网最低]的价", "这是[最好的]面料了", "我们是[行业第一]的店", "这款是[顶级]的品质", "[国家级]检测的", "质量没有比我们[更强]的了"]),
        ("不耐烦", ["[有完没完]", "[爱买不买]", "[买不起就]别问了", "[烦死了]", "说了几遍了还问", "您到底[买还是不买]"]),
        ("推诿", ["这个[不归我管]", "那是快递的事，[跟我们没关系]", "您[自己联系快递]吧", "[要投诉就投诉]", "[我也没办法]", "您跟仓库说去吧"]),
        ("诱导好评", ["给个[五星返]三块", "[好评截图]发我领红包", "麻烦您[改评价]给您补五元", "[晒图返]两元", "[好平反现]了解一下", "给好评的话[私信]有惊喜"]),
        ("交换联系方式", ["您[加我微信]发您图片", "[加薇信]聊快一点", "[加vx]给您优惠", "[我的手机号]13800138000", "[+V]详聊", "您搜我的[绿泡泡]号"]),
        ("引导站外", ["[线下付款]便宜二十", "直接[微信转账]给您少十块", "[不走平台]给您优惠", "[支付宝转给]我就行", "我们[拼多多店]更便宜", "别的[软件]上找我们更划算"]),
        ("禁用语句", ["这个[不清楚]", "[我要下班了]", "[不知道]呢", "[你明天找其它客服]吧", "问我也没用"]),
    ];

    private static readonly (string Plain, string Traditional)[] Pairs =
        [("证", "證"), ("绝", "絕"), ("对", "對"), ("会", "會"), ("坏", "壞"), ("国", "國"), ("网", "網"), ("级", "級"), ("这", "這"), ("个", "個"), ("归", "歸"), ("们", "們"), ("没", "沒"), ("关", "關"), ("联", "聯"),
         ("诉", "訴"), ("买", "買"), ("烦", "煩"), ("评", "評"), ("价", "價"), ("图", "圖"), ("机", "機"), ("号", "號"), ("线", "線"), ("转", "轉"), ("账", "賬"), ("宝", "寶"), ("给", "給"), ("办", "辦"), ("业", "業"), ("顶", "頂"), ("处", "處")];

    public static List<ChatLine> Into(List<ChatLine> lines, DemoRandom random)
    {
        for (var i = 0; i < lines.Count; i++)
            if (lines[i] is { From: "agent", Kind: "text", Planted: null } line && random.Below(OneIn) == 0)
            {
                var (kind, ways) = random.Pick(All);
                var dodge = (Dodge)random.Below(6);
                lines[i] = line with { Text = line.Text + "，" + Said(random.Pick(ways), dodge), Planted = new(kind, dodge) };
            }
        return lines;
    }

    private static string Said(string way, Dodge dodge)
    {
        var (from, to) = (way.IndexOf('[', StringComparison.Ordinal), way.IndexOf(']', StringComparison.Ordinal));
        return from < 0 ? way : way[..from] + Dodged(way[(from + 1)..to], dodge) + way[(to + 1)..];
    }

    private static string Dodged(string word, Dodge dodge) => dodge switch
    {
        Dodge.Spaces => string.Join(' ', word.AsEnumerable()),
        Dodge.Symbols => string.Join('*', word.AsEnumerable()),
        Dodge.Traditional => Pairs.Aggregate(word, (said, pair) => said.Replace(pair.Plain, pair.Traditional, StringComparison.Ordinal)),
        Dodge.Drawn => new string(word[0], 3) + word[1..],
        Dodge.Wide => string.Concat(word.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)),
        _ => word,
    };
}

/// <summary>How a fault is disguised: not at all, by spaces or symbols between the characters, traditional script, a drawn-out first character, full width.</summary>
internal enum Dodge : byte { None, Spaces, Symbols, Traditional, Drawn, Wide }
