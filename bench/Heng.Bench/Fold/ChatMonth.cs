using System.Globalization;
using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Bench.Fold;

/// <summary>
/// An invented month: 31 days, 10 shops of unequal size, 20 accounts each, one person an account. Every shop-day has its own seed, so a month is the same however it is made.
/// An account is also its agent: ids 1–200.
/// </summary>
internal static class ChatMonth
{
    public const int Days = 31, Shops = 10, AccountsPerShop = 20, Agents = Shops * AccountsPerShop;
    public static readonly DateOnly First = new(2026, 10, 1);
    /// <summary>Shops' shares of the messages, in hundredths.</summary>
    private static readonly int[] Shares = [30, 18, 13, 10, 8, 7, 5, 4, 3, 2];

    public static IReadOnlyList<ShopDay> Of(int messages)
    {
        var month = new List<ShopDay>(Days * Shops);
        long weights = Days * 100L, given = 0, weight = 0;
        for (var day = 0; day < Days; day++)
            for (var shop = 0; shop < Shops; shop++)
            {
                weight += Shares[shop];
                var upTo = messages * weight / weights;
                month.Add(Make(shop, day, (int)(upTo - given)));
                given = upTo;
            }
        return month;
    }

    private static ShopDay Make(int shop, int day, int messages)
    {
        var rows = new ChatDay(shop, day, messages).Rows();
        var date = First.AddDays(day);
        return new(shop + 1, date, day, rows, DayColumns.Of(rows, Names(shop + 1), RuleSet.Default));
    }

    public static DayNames Names(int shop) => new(Number("shop", shop), b => Number("b", b), a => Number("a", a), a => a, a => Number("a", a));

    private static string Number(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");
}
