using Heng.App.Features.Live;
using Heng.App.Tests.Importing;
using Heng.Engine.Records;

namespace Heng.App.Tests.Live;

/// <summary>What was sent and acknowledged, and not imported before the server started again.</summary>
public sealed class BoardRestartTests
{
    private const string Status = """{"event":"status","account":"小店:小雨","time":"2026-11-02 16:30:00","status":"online"}""" + "\n" + """{"event":"status","account":"小店:小雪","time":"2026-11-02 16:20:00","status":"online"}""" + "\n" + """{"event":"status","account":"小店:小雪","time":"2026-11-02 16:40:00","status":"suspended"}""" + "\n";
    private const string Complaint = """{"event":"complaint","shop":"小店","id":"T1","agent":"小雨","at":"2026-11-02 16:59:00","handled_at":"","satisfied":"","what":"发错货，\"少\"一件\n还有"}""" + "\n";

    [Fact]
    public async Task A_status_that_waits_for_its_import_is_known_after_a_restart_and_its_newest_stands()
    {
        using var site = new SendingSite();
        await site.Send("events", Status);
        using var second = new LiveBook(site.Site.Database, site.Site.Clock);
        var shop = await Opened(second, site);
        Assert.Equal([("小雨", AccountStatus.Online, "16:30"), ("小雪", AccountStatus.Suspended, "16:40")], StatusOf(shop, site));
        site.Absorbing.Run();
        using var third = new LiveBook(site.Site.Database, site.Site.Clock);
        Assert.Equal(StatusOf(shop, site), StatusOf(third.Of(Counter.Shop)!, site));
    }

    [Fact]
    public async Task A_complaint_that_waits_for_its_import_is_known_after_a_restart_once()
    {
        using var site = new SendingSite();
        await site.Send("events", Complaint);
        await site.Send("events", Complaint);
        using var second = new LiveBook(site.Site.Database, site.Site.Clock);
        var known = Assert.Single((await Opened(second, site)).Complaints);
        Assert.Equal(("T1", "小雨"), (known.Id, known.Agent));
        site.Absorbing.Run();
        using var third = new LiveBook(site.Site.Database, site.Site.Clock);
        Assert.Equal(known.Id, Assert.Single(third.Of(Counter.Shop)!.Complaints).Id);
    }

    private static async Task<LiveShop> Opened(LiveBook book, SendingSite site)
    {
        if (book.Of(Counter.Shop) is { } known) return known;
        await site.Send("messages", SendingSite.Line("16:50:00", "buyer", "在吗"));
        return book.Of(Counter.Shop)!;
    }

    private static IEnumerable<(string, AccountStatus, string)> StatusOf(LiveShop shop, SendingSite site) =>
        [.. shop.Status.OrderBy(s => s.Key).Select(s => (site.Site.Database.People.Roster.NameOf(s.Key)!, s.Value, ShopClock.Shanghai.ToLocal(shop.StatusSince[s.Key]).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)))];
}
