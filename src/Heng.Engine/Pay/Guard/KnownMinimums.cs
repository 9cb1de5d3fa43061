using Heng.Engine.Records;

namespace Heng.Engine.Pay.Guard;

/// <summary>
/// Minimum wages that ship with Heng, each with who announced it. They are a beginning and grow old: a row of the shop's own for the same place and day stands in their stead, and a later
/// one after them.
/// </summary>
public static class KnownMinimums
{
    public static readonly IReadOnlyList<MinimumWage> Shipped =
    [
        new("上海", new(2023, 7, 1), 2690m, true, "上海市人力资源和社会保障局 Shanghai HRSS Bureau（内置，请核对 built in, check）"), new("上海", new(2025, 7, 1), 2740m, true, "上海市人力资源和社会保障局 Shanghai HRSS Bureau（内置，请核对 built in, check）"),
        new("北京", new(2023, 9, 1), 2420m, true, "北京市人力资源和社会保障局 Beijing HRSS Bureau（内置，请核对 built in, check）"), new("北京", new(2025, 9, 1), 2540m, true, "北京市人力资源和社会保障局 Beijing HRSS Bureau（内置，请核对 built in, check）"),
        new("深圳", new(2022, 1, 1), 2360m, false, "深圳市人力资源和社会保障局 Shenzhen HRSS Bureau（内置，请核对 built in, check）"), new("深圳", new(2025, 3, 1), 2520m, false, "深圳市人力资源和社会保障局 Shenzhen HRSS Bureau（内置，请核对 built in, check）"),
        new("广州", new(2021, 12, 1), 2300m, false, "广东省人民政府 Guangdong Government（内置，请核对 built in, check）"), new("广州", new(2025, 3, 1), 2500m, false, "广东省人民政府 Guangdong Government（内置，请核对 built in, check）"),
    ];

    /// <summary>The shop's own rows over those that ship, by place and day.</summary>
    public static IReadOnlyList<MinimumWage> With(IReadOnlyList<MinimumWage> own) =>
        [.. own.Concat(Shipped).DistinctBy(m => (m.Place, m.From)).OrderBy(m => m.Place, StringComparer.Ordinal).ThenBy(m => m.From)];
}
