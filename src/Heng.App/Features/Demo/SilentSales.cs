namespace Heng.App.Features.Demo;

/// <summary>Orders of buyers who asked nobody (静默): 35 for every 65 that a chat brought on that day.</summary>
internal static class SilentSales
{
    private static readonly int[] HourWeights = [18, 8, 4, 2, 2, 4, 10, 24, 40, 52, 60, 62, 66, 62, 58, 56, 54, 52, 56, 66, 84, 96, 80, 40];

    public static void AddTo(DemoShop shop, DateOnly day)
    {
        var random = DemoRandom.For(shop.Options.Seed, $"silent {Wall.Print(day)}");
        var count = shop.Orders.On(day).Count(o => !o.Silent) * 35 / 65 + random.Between(0, 3);
        for (var i = 0; i < count; i++)
        {
            var created = Wall.At(day, random.Weighed(HourWeights) * Wall.Hour + random.Below(Wall.Hour));
            var buyer = random.Chance(60) ? shop.Buyers.Returning() : shop.Buyers.New();
            if (shop.Orders.Place(buyer, created, random.Pick(DemoProduct.All), silent: true) is { } order) shop.Service.Review(order, null);
        }
    }
}
