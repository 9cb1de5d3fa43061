using System.Globalization;

namespace Heng.App.Features.Demo;

/// <summary>The orders by day of creation. Days are let go once they are exported and too old for after-sales.</summary>
internal sealed class DemoOrderBook(DemoOptions options, DemoRandom random)
{
    private static readonly int[] PayWithin = [8, 12, 15, 20, 25, 30, 40, 55, 80, 120, 180, 240];
    private readonly Dictionary<DateOnly, List<DemoOrder>> _days = [];
    private long _serial;

    public int Count { get; private set; }
    public int Silent { get; private set; }

    public IReadOnlyList<DemoOrder> On(DateOnly day) => _days.TryGetValue(day, out var orders) ? orders : [];

    /// <summary>Null when it would be created after the end of the invented months. A second kind of article makes it a cross-sold order.</summary>
    public DemoOrder? Place(string buyer, long created, DemoProduct product, bool silent)
    {
        if (created >= options.End) return null;
        var extra = random.Chance(silent ? 90 : 170) ? random.Pick(DemoProduct.All) : null;
        var pieces = 1 + (random.Chance(130) ? random.Between(1, 2) : 0);
        var goods = product.Price * 100 * pieces + (extra?.Price ?? 0) * 100;
        goods -= random.Chance(450) ? Discount(goods) : 0;
        var order = new DemoOrder
        {
            Number = NextNumber(), Buyer = buyer, Created = created, Product = product, Style = random.Below(4), Silent = silent,
            Pieces = pieces + (extra is null ? 0 : 1), Kinds = extra is null || extra == product ? 1 : 2,
            GoodsFen = goods, PostageFen = goods < 5900 && random.Chance(600) ? random.Pick([600, 800, 1000]) : random.Chance(15) ? 1200 : 0,
        };
        order.PaidAt = PayTime(created);
        if (random.Chance(45) && order.PaidAt is { } paid) order.Refund(paid + random.Between(Wall.Hour, 6 * Wall.Day), order.TotalFen);
        Add(order);
        return order;
    }

    public DemoOrder? PaidOn(DateOnly day)
    {
        var orders = On(day);
        if (orders.Count == 0) return null;
        var order = random.Pick(orders);
        return order.PaidAt is not null && order.RefundAt is null ? order : null;
    }

    public IEnumerable<DemoOrder> Between(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            foreach (var order in On(day)) yield return order;
    }

    public void LetGoBefore(DateOnly day)
    {
        foreach (var old in _days.Keys.Where(d => d < day).ToList()) _days.Remove(old);
    }

    private void Add(DemoOrder order)
    {
        var day = Wall.DayOf(order.Created);
        if (!_days.TryGetValue(day, out var orders)) _days.Add(day, orders = []);
        orders.Add(order);
        Count++;
        if (order.Silent) Silent++;
    }

    private int Discount(int goods) => Math.Min(random.Pick([500, 1000, 1500, 2000, 3000]), goods / 10 / 100 * 100);

    /// <summary>Most pay within minutes, some within hours or the next day, seven in a hundred never.</summary>
    private long? PayTime(long created) => random.Below(100) switch
    {
        < 82 => created + random.Pick(PayWithin) + random.Below(8),
        < 89 => created + random.Between(5 * Wall.Minute, 2 * Wall.Hour),
        < 93 => created + random.Between(8 * Wall.Hour, 26 * Wall.Hour),
        _ => null,
    };

    private string NextNumber() =>
        (4_100_000_000_000_000_000 + _serial++ * 10_000_019 + random.Below(9_999_991)).ToString(CultureInfo.InvariantCulture);
}
