using Heng.Bench.Fold;
using Heng.Engine.Facts;
using Heng.Engine.Quality;
using Heng.Engine.Records;

namespace Heng.Bench.Quality;

/// <summary>Receptions of a clothing shop in words: twelve messages each, 8 characters from the buyer and 23 from the agent, some with what rules look for.</summary>
internal sealed class InventedChat
{
    private static readonly string[] Asked =
    [
        "在吗", "这件还有货吗", "我身高165体重110斤穿什么码合适呀", "今天下单什么时候能发货", "可以便宜一点吗", "怎么还没发货，都三天了", "好的", "谢谢", "发什么快递", "我要退货，尺码大了", "能开发票吗？", "颜色和图片有色差吗",
        "嗯嗯 知道了", "这个面料会不会起球啊", "收到了，质量还可以", "地址填错了能改一下吗", "你们有实体店吗", "那我再看看", "优惠券怎么用不了", "退款什么时候到账，我等了好几天了",
    ];
    private static readonly string[] Answered =
    [
        "亲，您好，欢迎光临本店，很高兴为您服务，请问有什么可以帮到您的呢", "有货的亲，现在拍下今天就可以为您安排发出哦", "根据您提供的身高体重，建议您选择M码，穿着会比较合身的", "亲，已经是活动价了，非常抱歉没有办法再优惠了呢", "请您稍等一下，这边马上为您查询物流信息",
        "您的包裹已经到达杭州转运中心，预计明天就可以送达了，请您耐心等待", "面料是百分之九十五的棉，亲肤透气，日常洗涤不会起球的，您可以放心购买", "好的亲，已经为您备注了，仓库会尽快处理", "支持七天无理由退换货的，您在订单页面申请就可以，运费险会为您赔付", "不客气的，请问还有其他可以帮到您的吗",
        "感谢您的支持，祝您购物愉快，再见", "亲亲，图片都是实物拍摄，光线不同会有轻微色差的呢", "嗯嗯，是的", "这款是今年的新款，很多买家反馈都很不错", "我帮您核实一下，请问您的订单号是多少呢",
    ];
    private static readonly string[] Faults = ["加我微信聊", "你自己看详情页", "哦", "不知道", "给个好评返.现5元", "全网最低价", "ＶＸ同号 abc123", "我要投诉你们，打12315", "http://a.example.com/x", "4000000000012345"];

    private readonly string[] texts;
    private readonly int[] seconds;
    private readonly bool[] isAgent;
    private readonly Round[][] rounds;
    private const int Lines = 12;

    public InventedChat(int messages, IReadOnlyList<string> phrases)
    {
        var dice = new Dice(42);
        Receptions = Math.Max(1, messages / Lines);
        (texts, seconds, isAgent, rounds) = (new string[Receptions * Lines], new int[Receptions * Lines], new bool[Receptions * Lines], new Round[Receptions][]);
        for (var reception = 0; reception < Receptions; reception++)
        {
            var (second, asked, found) = (dice.Below(80_000), new List<int>(), new List<Round>());
            for (var line = reception * Lines; line < (reception + 1) * Lines; line++)
            {
                isAgent[line] = line % 2 == 1;
                seconds[line] = second += dice.Wait(20);
                texts[line] = Text(isAgent[line] ? Answered : Asked, phrases, ref dice);
                if (isAgent[line]) found.Add(new(seconds[line - 1], second, false, false));
            }
            rounds[reception] = [.. found];
        }
    }

    public int Receptions { get; }
    public int Messages => texts.Length;
    public IReadOnlyList<string> Texts => texts;
    public int SecondOf(int line) => seconds[line];
    public bool IsAgents(int line) => isAgent[line];
    public static int ReceptionOf(int line) => line / Lines;

    public void Fill(Talk talk, int reception)
    {
        talk.Clear();
        for (var line = reception * Lines; line < (reception + 1) * Lines; line++)
            talk.Add(isAgent[line] ? Speaker.Agent : Speaker.Buyer, MessageKind.Text, seconds[line], texts[line]);
        talk.Rounds = rounds[reception];
    }

    private static string Text(string[] said, IReadOnlyList<string> phrases, ref Dice dice)
    {
        var text = said[dice.Below(said.Length)];
        if (dice.Percent(2)) text += Faults[dice.Below(Faults.Length)];
        if (dice.Percent(2)) text = text.Insert(dice.Below(text.Length + 1), phrases[dice.Below(phrases.Count)]);
        return text;
    }
}
