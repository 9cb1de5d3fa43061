using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>The units as formulas and definitions write them, and what they are called.</summary>
public static class WrittenUnits
{
    /// <summary>Every unit with the word that a definition file has for it.</summary>
    public static IReadOnlyList<(Unit Unit, string Id, Wording Name)> All { get; } =
    [
        (Unit.None, "none", new("数", "number")), (Unit.People, "people", new("人次", "people")), (Unit.Times, "times", new("次", "times")),
        (Unit.Seconds, "seconds", new("秒", "seconds")), (Unit.Rate, "rate", new("百分比", "rate")), (Unit.Ratio, "ratio", new("比值", "ratio")),
        (Unit.Yuan, "yuan", new("元", "yuan")), (Unit.Points, "points", new("分值", "points")), (Unit.Days, "days", new("天", "days")),
        (Unit.Orders, "orders", new("单", "orders")), (Unit.Pieces, "pieces", new("件", "pieces")), (Unit.Characters, "characters", new("字", "characters")),
        (Unit.PerHour, "per-hour", new("每小时", "per hour")), (Unit.PerMinute, "per-minute", new("每分钟", "per minute")),
        (Unit.PerPerson, "per-person", new("每人", "per person")),
    ];

    private static readonly Dictionary<string, (Unit Unit, decimal Factor)> Suffixes = new(StringComparer.Ordinal)
    {
        ["%"] = (Unit.Rate, 0.01m), ["％"] = (Unit.Rate, 0.01m),
        ["s"] = (Unit.Seconds, 1), ["sec"] = (Unit.Seconds, 1), ["second"] = (Unit.Seconds, 1), ["seconds"] = (Unit.Seconds, 1), ["秒"] = (Unit.Seconds, 1),
        ["min"] = (Unit.Seconds, 60), ["minute"] = (Unit.Seconds, 60), ["minutes"] = (Unit.Seconds, 60), ["分钟"] = (Unit.Seconds, 60),
        ["h"] = (Unit.Seconds, 3600), ["hour"] = (Unit.Seconds, 3600), ["hours"] = (Unit.Seconds, 3600), ["小时"] = (Unit.Seconds, 3600),
        ["day"] = (Unit.Days, 1), ["days"] = (Unit.Days, 1), ["天"] = (Unit.Days, 1),
        ["yuan"] = (Unit.Yuan, 1), ["元"] = (Unit.Yuan, 1), ["万元"] = (Unit.Yuan, 10_000),
        ["point"] = (Unit.Points, 1), ["points"] = (Unit.Points, 1), ["分值"] = (Unit.Points, 1),
        ["people"] = (Unit.People, 1), ["人次"] = (Unit.People, 1), ["times"] = (Unit.Times, 1), ["次"] = (Unit.Times, 1),
        ["order"] = (Unit.Orders, 1), ["orders"] = (Unit.Orders, 1), ["单"] = (Unit.Orders, 1),
        ["piece"] = (Unit.Pieces, 1), ["pieces"] = (Unit.Pieces, 1), ["件"] = (Unit.Pieces, 1),
        ["characters"] = (Unit.Characters, 1), ["字"] = (Unit.Characters, 1),
    };

    public static string IdOf(Unit unit) => All.First(u => u.Unit == unit).Id;
    public static Wording NameOf(Unit unit) => All.First(u => u.Unit == unit).Name;
    public static Unit? Find(string id) => All.Where(u => u.Id == id).Select(u => (Unit?)u.Unit).FirstOrDefault();

    internal static bool Read(string suffix, out (Unit Unit, decimal Factor) unit) => Suffixes.TryGetValue(suffix, out unit);

    internal static string Known => string.Join(' ', Suffixes.Keys.Where(s => s != "％"));
}
