using System.Net;
using System.Text.RegularExpressions;
using Heng.App.Features.Floor;
using Heng.App.Tests.SignIn;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Hosting;
using static Heng.App.Tests.Floor.FloorShop;

namespace Heng.App.Tests.Floor;

public sealed partial class FloorPageTests
{
    [Fact]
    public async Task A_days_form_posts_what_the_page_put_into_it()
    {
        using var shop = new FloorShop();
        await using var app = Server.Build(shop.Database, shop.Shop.Data, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        using var chen = new Visitor(app.Urls.First());
        Assert.Equal(HttpStatusCode.SeeOther, await chen.SignIn("chen", Password));
        var day = ShopClock.Shanghai.DayOf(new(DateTimeOffset.UtcNow.ToUnixTimeSeconds())).AddDays(3);
        var page = WebUtility.HtmlDecode(await chen.Read(Links.EditRoster("一组", "赵磊", day, false).Split('#')[0]));
        var form = EditForm().Match(page).Value;
        Assert.Contains("赵磊", form, StringComparison.Ordinal);
        var fields = Inputs().Matches(form).Select(i => (Name: NameOf().Match(i.Value).Groups[1].Value, Value: ValueOf().Match(i.Value).Groups[1].Value)).Where(f => f.Name != "__RequestVerificationToken")
            .Append(("shift", Chosen().Match(form).Groups[1].Value)).ToArray();
        using (var set = await chen.Post("/daily/roster", "/daily/roster", fields)) Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        // The form of a day that nobody rostered stands at rest.
        Assert.Equal("休", new FloorPlan(shop.Database, day, day).PlannedOf("赵磊").On(day).Words);
    }

    [GeneratedRegex("<section[^>]*id=\"edit\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex EditForm();
    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();
    [GeneratedRegex(" name=\"([^\"]*)\"")]
    private static partial Regex NameOf();
    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex ValueOf();
    [GeneratedRegex("<option value=\"([^\"]*)\" selected")]
    private static partial Regex Chosen();

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
        using (var written = await wang.Post("/daily/handover", "/daily/handover", ("act", "written"), ("day", "2026-11-02"), ("waiting", "小**雨 13812345678"), ("from", "王雨桐"))) Assert.Equal(HttpStatusCode.SeeOther, written.StatusCode);
        var own = await wang.Read("/daily/handover?day=2026-11-02");
        Assert.Contains("小**雨", own, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", own, StringComparison.Ordinal);
        // Who has something to take over reads it first, above the fold of their own form.
        using var li = new Visitor(app.Urls.First());
        Assert.Equal(HttpStatusCode.SeeOther, await li.SignIn("li", Password));
        var taking = await li.Read("/daily/handover?day=2026-11-02");
        Assert.True(taking.IndexOf("taken-over", StringComparison.Ordinal) is > 0 and var note && note < taking.IndexOf("<details class=\"card\" id=\"own\"", StringComparison.Ordinal));

        using var chen = new Visitor(app.Urls.First());
        Assert.Equal(HttpStatusCode.SeeOther, await chen.SignIn("chen", Password));
        using (var approved = await chen.Post("/daily/leave", "/daily/leave", ("act", "approved"), ("id", "1"))) Assert.Equal(HttpStatusCode.SeeOther, approved.StatusCode);
        using (var set = await chen.Post("/daily/roster", "/daily/roster", ("act", "set"), ("group", "一组"), ("person", "赵磊"), ("day", day), ("shift", "班"), ("from", "10:00"), ("to", "18:00"), ("seen", ""))) Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        Assert.Contains("10:00–18:00", await chen.Read($"/daily/roster?day={day}"), StringComparison.Ordinal);
    }
}
