using System.Globalization;
using System.Text;
using Heng.Bench.Fold;

namespace Heng.Bench.Intake;

/// <summary>
/// A file of invented chat as a shop of 200 accounts brings it: seven columns, Chinese texts of all lengths, some of them quoted. In time order, the same on every machine.
/// As many talks are open at once as make a talk's next message come after 40 seconds on average.
/// </summary>
internal static class ChatFile
{
    private const int Accounts = 200, SecondsBetween = 40;
    private static readonly DateTime First = new(2026, 10, 1);

    private static readonly string[] Asked =
        ["在吗", "这款有货吗？", "什么时候发货，我下周一要用", "尺码怎么选，身高165体重52", "“双十一”还有优惠吗,能不能便宜点", "收到的颜色和图片不一样，可以换吗", "好的", "谢谢啦"];

    private static readonly string[] Answered =
        ["在的亲，请问有什么可以帮您？", "亲，有货的哦，现在下单今天就能发出", "您好,这款建议您拍M码,偏宽松一点会更舒服呢", "已经为您备注了，请您放心", "非常抱歉给您带来不便，麻烦您拍一下照片发给我们核实", "好的亲", "祝您生活愉快，有问题随时联系我们哦"];

    public static void Write(string path, int messages, int days)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20);
        file.Write("buyer,account,at,from,kind,text,id\n");
        var dice = new Dice(20261001);
        var talks = new (int Buyer, int Account)[Math.Max(1, (long)messages * SecondsBetween / (days * 86_400))];
        for (var i = 0; i < messages; i++)
        {
            var at = First.AddSeconds((double)((long)days * 86_400 * i / messages));
            ref var talk = ref talks[dice.Below(talks.Length)];
            if (talk.Buyer == 0 || dice.Percent(8)) talk = (i + 1, dice.Below(Accounts));
            var agent = dice.Percent(52);
            var text = agent ? Answered[dice.Below(Answered.Length)] : Asked[dice.Below(Asked.Length)];
            if (text.Contains(',', StringComparison.Ordinal)) text = $"\"{text}\"";
            file.Write(string.Create(CultureInfo.InvariantCulture, $"tb_{talk.Buyer},旗舰店:客服{talk.Account},{at:yyyy-MM-dd HH:mm:ss},{(agent ? "agent" : "buyer")},text,{text},{1_000_000_000_000L + i}\n"));
        }
    }
}
