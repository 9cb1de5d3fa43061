namespace Heng.App.Features.Demo;

/// <summary>Names of people and their account nicks; every combination is a common one and belongs to nobody in particular.</summary>
internal static class DemoNames
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余";

    private static readonly string[] Given =
    [
        "雨桐", "思远", "子涵", "佳怡", "浩然", "梦洁", "欣妍", "俊杰", "晓雯", "诗涵", "嘉豪", "雅婷", "文博", "静怡", "梓萱", "志远", "丽娜", "婉清", "宇航", "慧敏",
        "若曦", "天翊", "春梅", "海燕", "晨曦", "佩琪", "国栋", "秀兰", "明轩", "芷若", "永康", "小曼", "一诺", "可馨", "建华", "淑珍", "家宁", "采薇", "书瑶", "立群",
    ];

    private const string NickLetters = "雨满北禾夏晴月星云柚桃橙朵蓝溪眠暖可果糖米麦茶竹鹿羽霜雪岚汐沐言知念安宁乔梨杏枫苏芸荷笙琪瑶曼薇檬栗";

    /// <summary>All different, at most 1600; among the first forty no surname and no given name comes twice.</summary>
    public static string[] People(DemoRandom random, int count)
    {
        var surnames = Surnames.ToCharArray();
        var given = (string[])Given.Clone();
        random.Shuffle(surnames);
        random.Shuffle(given);
        var names = new string[count];
        for (var i = 0; i < count; i++) names[i] = surnames[i % surnames.Length] + given[(i + i / surnames.Length * 7) % given.Length];
        return names;
    }

    /// <summary>小雨, 阿满, 北北 …: all different, at most five times the letters.</summary>
    public static string[] Nicks(DemoRandom random, int count)
    {
        var letters = NickLetters.ToCharArray();
        random.Shuffle(letters);
        var nicks = new string[count];
        for (var i = 0; i < count; i++)
        {
            var letter = letters[i % letters.Length];
            var round = i / letters.Length;
            nicks[i] = round switch { 0 => $"小{letter}", 1 => $"阿{letter}", 2 => $"{letter}{letter}", 3 => $"{letter}宝", _ => $"{letter}儿" };
        }
        return nicks;
    }
}
