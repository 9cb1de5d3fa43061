using Heng.App.Features.Live;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;

namespace Heng.App.Tests.Live;

/// <summary>What is written beside a day that goes on: it is folded again where that would move it, and left alone where not.</summary>
public sealed class LiveRefreshTests : IDisposable
{
    private static readonly Instant Five = ShopClock.Shanghai.StartOf(SendingSite.Today).Plus(17 * 3600);
    private readonly Counter counter = new();
    private readonly Features.Months.DataVersion version;
    private readonly LiveShop shop;

    public LiveRefreshTests()
    {
        counter.Import(counter.File("people.csv", SendingSite.People));
        counter.Import(counter.File("chats.csv", Counter.Messages + Counter.Line("2026-11-02 16:40:00") + Counter.Line("2026-11-02 16:40:20", "在的", "agent")));
        version = new(counter.Database);
        shop = new(counter.Database, counter.Database.Shops.Find(Counter.Shop)!, SendingSite.Today, version);
        shop.Load(() => ([], []), Five);
        Assert.Null(shop.Tick(Five));
    }

    [Fact]
    public void A_decision_or_another_persons_pay_leaves_the_day_alone()
    {
        counter.Database.Decisions.Append(Five, "boss", "warning-taken", "warning/1", "");
        counter.Import(counter.File("people_202611021700.csv", SendingSite.People.Replace("4000", "4100", StringComparison.Ordinal)));
        shop.Refresh(Five.Plus(60));
        Assert.Null(shop.Tick(Five.Plus(60)));
    }

    [Fact]
    public void Somebody_who_is_in_another_group_moves_the_day_once_fifteen_seconds_are_over()
    {
        shop.Refresh(Five);
        counter.Import(counter.File("people_202611021700.csv", SendingSite.People.Replace("小雨,一组", "小雨,二组", StringComparison.Ordinal)));
        shop.Refresh(Five.Plus(14));
        Assert.Null(shop.Tick(Five.Plus(14)));
        shop.Refresh(Five.Plus(15));
        Assert.NotNull(shop.Tick(Five.Plus(15)));
        Assert.Equal("二组", shop.Ask((day, _, roster, _) => roster.On(day.Agents.Single(), SendingSite.Today)!.Group));
        shop.Refresh(Five.Plus(60));
        Assert.Null(shop.Tick(Five.Plus(60)));
    }

    public void Dispose()
    {
        version.Dispose();
        counter.Dispose();
    }
}
