using System.Globalization;
using Heng.Engine.Facts;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

/// <summary>Invented chats for the store's tests; the same number gives the same chat.</summary>
internal static class Chats
{
    public const string ShopName = "云朵家居旗舰店";
    public static readonly DateOnly Day = new(2026, 10, 9);
    public static readonly Instant Start = ShopClock.Shanghai.StartOf(Day);

    private static readonly string[] Openings = ["你好，在吗", "请问这款床单", "亲，这个被套", "老板", "我昨天拍的枕头", "想问一下", "客服在不在", "这个四件套"];
    private static readonly string[] Middles = ["有没有一米八的尺寸", "什么时候能发货呀", "洗了会不会掉色", "可以开发票吗", "颜色跟图片上一样吗", "能不能再便宜点", "收到有点皱怎么处理", "七天无理由退换吗", "发什么快递"];
    private static readonly string[] Endings = ["？", "，谢谢", "，急用", "～", "😊", "。", "", "，麻烦看一下订单"];

    public static string Text(ulong n) =>
        n % 5 == 0 ? Endings[n / 5 % 8] + "好的" : Openings[n % 8] + Middles[n / 8 % 9] + Endings[n / 72 % 8] + (n % 3 == 0 ? Middles[n / 576 % 9] : "") + (n % 11 == 0 ? (n % 1000).ToString(CultureInfo.InvariantCulture) : "");

    /// <summary>A day of chats: each buyer writes about ten messages, answered in turn, to one of the accounts.</summary>
    public static IEnumerable<Message> Of(int messages, int accounts = 20, bool withIds = true)
    {
        for (var i = 0; i < messages; i++)
        {
            var conversation = i / 10;
            var n = StableHash.Mix((ulong)i + 17);
            var begin = (int)(StableHash.Mix((ulong)conversation) % 80_000);
            var at = Start.Plus(begin + i % 10 * 23 + (int)(n % 17));
            var account = string.Create(CultureInfo.InvariantCulture, $"{ShopName}:客服{StableHash.Mix((ulong)conversation + 5) % (ulong)accounts:000}");
            var buyer = string.Create(CultureInfo.InvariantCulture, $"tb{StableHash.Mix((ulong)conversation + 9) % 100_000_000}");
            yield return new(ShopName, buyer, account, at, i % 2 == 0 ? Sender.Buyer : Sender.Agent, MessageKind.Text, null, Text(n),
                withIds ? string.Create(CultureInfo.InvariantCulture, $"{at.UnixSeconds}{i % 1000:000}.PNM") : null, i);
        }
    }

    public static DayRecords Records(Database database, int shop, IEnumerable<Message> messages, long import = 1, Instant? exported = null)
    {
        var list = messages.ToList();
        var buyers = database.Names.Buyers.Intern(shop, [.. list.Select(m => m.Buyer)]);
        var accounts = database.Names.Accounts.Intern(shop, [.. list.Select(m => m.Account)]);
        var columns = new MergeDayColumns(Day, Start);
        for (var i = 0; i < list.Count; i++)
        {
            var target = list[i].To is { } to ? database.Names.Accounts.Intern(shop, to) : 0;
            columns.Add(list[i], buyers[i], accounts[i], target, new(import, exported));
        }
        return MergeDay.Apply(DayRecords.Empty(Day, Start), [], columns.Build()).Records;
    }

    /// <summary>Facts that tell how many messages they were made from.</summary>
    public static DayFacts FactsOf(DayRecords records)
    {
        var measures = new Measures().Add(Primitive.BuyerMessages, records.Count);
        return new(records.Day, [new Session(1, 7, 3, 4, Day, Start, Start.Plus(60), records.Count, 1, 1, true)],
            [new Reception(2, 7, 4, Day, Start, Start.Plus(60), 30, true, false, measures, [new Round(10, 40, false, true), new Round(50, null, true, false)])],
            [new AgentDay(7, Day, measures, new Heng.Engine.Statistics.Waits().Add(30), new Heng.Engine.Statistics.Waits().Add(30, 2).Add(55))], records.Count, 0);
    }

    public static void SaveDayOf(Database database, int messages)
    {
        var shop = database.Shops.GetOrAdd(ShopName).Id;
        var fresh = Records(database, shop, Of(messages));
        var revision = database.Days.Between(shop, Day, Day) is [var known] ? known.Revision : 0;
        database.Days.Save(shop, WithRevision(fresh, revision), [], FactsOf(fresh), 1);
    }

    public static DayRecords WithRevision(DayRecords d, long revision) => new()
    {
        Day = d.Day, Start = d.Start, Revision = revision, Count = d.Count, Second = d.Second, From = d.From, Kind = d.Kind, Buyer = d.Buyer, Account = d.Account,
        Target = d.Target, Length = d.Length, Sequence = d.Sequence, Source = d.Source, Sources = d.Sources, Text = d.Text, PlatformId = d.PlatformId, Key = d.Key, Content = d.Content,
    };
}
