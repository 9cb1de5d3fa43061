using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.Gallery;

/// <summary>Invented people, a shop and a month for the gallery and the page tests.</summary>
public static class SamplePeople
{
    public static readonly Month October = new(2026, 10);
    public const string Shop = "云栖生活旗舰店";

    public static readonly string[] Names =
    [
        "王雨桐", "李思远", "张静怡", "刘子墨", "陈嘉欣", "杨浩然", "黄俊杰", "赵梦瑶", "周雅婷", "吴晓峰", "欧阳若曦", "司马文轩",
        "孙可盈", "朱立诚", "马晓兰", "胡一鸣", "郭雪莹", "何志强", "高诗涵", "林佳怡", "罗天佑", "阿卜杜热合曼·买买提江", "梁宇航", "Christopher Featherstonehaugh",
    ];

    public static readonly string[] Groups = ["售前一组", "售前二组", "售后组", "夜班组"];
    public static string Group(int agent) => Groups[agent % Groups.Length];

    /// <summary>An even spread between low and high that is the same on every run.</summary>
    public static decimal Between(decimal low, decimal high, int seed)
    {
        var mixed = unchecked((uint)seed * 2654435761u) ^ unchecked((uint)seed * 40503u << 7);
        return low + (high - low) * (mixed % 1000u) / 999m;
    }

    public static Shell Leader(bool demo = true) =>
        new("苏明哲", new("客服主管", "Lead"), Shop, demo, Shell.ForLeaders(October), [October, October.Plus(-1), October.Plus(-2), October.Plus(-3)], Links.Month(October)) { Unread = 3 };

    public static Shell Agent() =>
        new(Names[0], new("客服", "Agent"), Shop, true, Shell.ForAgent(October, Names[0]), [October, October.Plus(-1)], Links.Agent(October, Names[0]));
}
