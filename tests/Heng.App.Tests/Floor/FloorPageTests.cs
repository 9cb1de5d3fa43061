using System.Net;
using Heng.App.Tests.SignIn;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Hosting;
using static Heng.App.Tests.Floor.FloorShop;

namespace Heng.App.Tests.Floor;

public sealed class FloorPageTests
{
    [Fact]
    public async Task Forms_go_back_to_their_page_and_a_refusal_stands_on_it_by_name()
    {
        using var shop = new FloorShop();
        await using var app = Server.Build(shop.Database, shop.Shop.Data, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        using var wang = new Visitor(app.Urls.First());
        Assert.Equal(HttpStatusCode.SeeOther, await wang.SignIn("wang", Password));
        var day = ShopClock.Shanghai.DayOf(new(DateTimeOffset.UtcNow.ToUnixTimeSeconds())).AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Task<HttpResponseMessage> Leave(string to) => wang.Post("/daily/leave", "/daily/leave", ("act", "asked"), ("kind", "事假"), ("from", day + "T08:30"), ("to", day + to), ("amount", "1"), ("unit", "days"), ("why", "看病"));
        using (var asked = await Leave("T16:00"))
            Assert.Equal((HttpStatusCode.SeeOther, "/daily/leave"), (asked.StatusCode, asked.Headers.Location!.OriginalString));
        using (var again = await Leave("T16:00"))
        {
            Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
            Assert.Contains("data-refusal=\"leave-overlaps\"", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        using (var empty = await Leave("")) Assert.Contains("nothing-asked", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(LeaveState.Pending, Assert.Single(shop.Kept(RecordKinds.Leave)).State);
        Assert.Contains("看病", await wang.Read("/daily/leave"), StringComparison.Ordinal);
        Assert.Contains("排班", await wang.Read("/daily"), StringComparison.Ordinal);
        using (var far = await wang.Get("/daily/roster?group=%E4%BA%8C%E7%BB%84")) Assert.Equal(HttpStatusCode.NotFound, far.StatusCode);
        foreach (var address in new[] { "/daily/roster?day=2099-01-01&view=month", "/daily/roster?day=x", "/daily/handover?day=9999-12-31", "/daily/handover?day=0001-01-01", "/daily/cases?list=x&state=y&reception=z" })
            using (var odd = await wang.Get(address)) Assert.Equal((address, HttpStatusCode.OK), (address, odd.StatusCode));
        using (var opened = await wang.Post("/daily/cases", "/daily/cases", ("note", "少发一件"), ("category", "售后")))
            Assert.Contains("少发一件", await wang.Read(opened.Headers.Location!.OriginalString), StringComparison.Ordinal);
        using (var huge = await wang.Post("/daily/cases", "/daily/cases", ("note", new string('长', 100_000)))) Assert.Contains("text-too-long", await huge.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var written = await wang.Post("/daily/handover", "/daily/handover", ("act", "written"), ("day", "2026-11-02"), ("waiting", "小**雨"), ("from", "王雨桐"))) Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
        Assert.Contains("小**雨", await wang.Read("/daily/handover?day=2026-11-02"), StringComparison.Ordinal);

        using var chen = new Visitor(app.Urls.First());
        Assert.Equal(HttpStatusCode.SeeOther, await chen.SignIn("chen", Password));
        using (var approved = await chen.Post("/daily/leave", "/daily/leave", ("act", "approved"), ("id", "1"))) Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        using (var set = await chen.Post("/daily/roster", "/daily/roster", ("act", "set"), ("group", "一组"), ("person", "赵磊"), ("day", day), ("shift", "班"), ("from", "10:00"), ("to", "18:00"), ("seen", ""))) Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        Assert.Contains("10:00–18:00", await chen.Read($"/daily/roster?day={day}"), StringComparison.Ordinal);
    }
}
