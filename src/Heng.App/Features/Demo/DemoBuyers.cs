using System.Globalization;

namespace Heng.App.Features.Demo;

/// <summary>Buyers' nicks (买家会员名): every number gives another one, in the shapes that shops see, masked ones included.</summary>
internal sealed class DemoBuyers(DemoRandom random)
{
    private const int Remembered = 4_000;
    private readonly List<string> _recent = new(Remembered);
    private int _next = 1_000;

    private static readonly string[] Words =
    [
        "爱吃橙子的猫", "北方有佳人", "小熊饼干", "云朵棉花糖", "一颗柠檬", "晚风与猫", "锦鲤本鲤", "今天也要开心", "慢慢来", "橘子汽水", "不吃香菜", "山里的月亮",
        "豆豆妈", "向日葵", "阿梨", "七七", "胖胖的企鹅", "木棉花开", "海盐味的风", "果果妈妈", "星河滚烫", "早睡早起", "小院子", "南瓜马车",
    ];

    private static readonly string[] Letters = ["lily", "sunny", "wang_", "xiaoyu", "zhang", "miss", "coco", "anna", "chenchen", "momo", "liu_", "hello"];
    private const string Masks = "摩晨暖妮可朵思雅静芳莉娟燕云凤玲";

    public string New()
    {
        var number = (_next++).ToString(CultureInfo.InvariantCulture);
        var nick = random.Below(100) switch
        {
            < 42 => $"tb{random.Between(10, 99).ToString(CultureInfo.InvariantCulture)}{number.PadLeft(7, '0')}",
            < 62 => $"{random.Pick(Words)}{number}",
            < 80 => $"{random.Pick(Letters)}{number}",
            < 97 => $"{Masks[random.Below(Masks.Length)]}**{number}",
            < 99 => $"t_{number}_{random.Below(10).ToString(CultureInfo.InvariantCulture)}",
            _ => $"{random.Pick(Words)},{number}",
        };
        Remember(nick);
        return nick;
    }

    /// <summary>Someone who was here lately.</summary>
    public string Returning() => _recent.Count == 0 ? New() : random.Pick(_recent);

    private void Remember(string nick)
    {
        if (_recent.Count < Remembered) _recent.Add(nick);
        else _recent[random.Below(Remembered)] = nick;
    }
}
