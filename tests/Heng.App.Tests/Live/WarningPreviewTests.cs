using System.Net;
using System.Text.RegularExpressions;
using Heng.App.Features.Warnings;
using Heng.App.Tests.Api;
using Heng.App.Tests.Importing;
using Heng.App.Tests.Quality;
using Heng.App.Tests.SignIn;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Records;

namespace Heng.App.Tests.Live;

/// <summary>On the afternoon of 2 November somebody asks what other thresholds would have raised; on the 1st dan waited five minutes and 王雨桐 said 自己看 twice.</summary>
public sealed partial class WarningPreviewTests : IDisposable
{
    private const string Settings = "/board/warnings/settings", Preview = Settings + "/preview";
    private static readonly (string, string)[] Usual = [("unanswered", "1800"), ("over", "10"), ("forbidden", "on"), ("risk", "on"), ("complaints", "on")];
    private readonly CheckedShop shop = new();
    private readonly ApiSite site;

    public WarningPreviewTests()
    {
        shop.Import("first.csv", Counter.Messages + string.Concat(
            Says("10:00:00", "dan", "buyer", "多少钱", "p1"), Says("10:05:00", "dan", "agent", "自己看", "p2"), Says("10:06:00", "dan", "buyer", "在哪看", "p3"), Says("10:06:10", "dan", "agent", "自己看详情", "p4")));
        site = new(shop.Database);
    }

    [Fact]
    public async Task Before_saving_it_shows_what_the_days_before_would_have_had_by_these_limits_and_by_those_that_stand()
    {
        using var boss = await In("boss");
        var page = await Read(boss, [.. Usual, ("wait", "290")]);
        // 300 s are over the 180 that stand; over 290 from 10:05:00 on, when it is answered.
        Assert.Equal(["1 → 0", "0"], Row(page, "等待太久")[..2]);
        // On the 31st a rule looked and found none; on the 30th there was nothing to look at.
        Assert.Equal(["1", "0", "—"], Row(page, "客服用了禁用语")[..3]);
        // No status log, no roster, no complaints: no data, never 0.
        foreach (var kind in new[] { "在班却离线或挂起", "投诉" }) Assert.All(Row(page, kind), cell => Assert.Equal("—", cell));
        // 1 wait and 1 word, by the other limits the word alone; of the 31st none of what is known.
        Assert.Equal(["2 → 1", "0"], Row(page, "合计")[..2]);
        Assert.Contains("value=\"290\"", page, StringComparison.Ordinal);
        // Seconds are said in minutes too: 1800 / 60, and 290 = 4 × 60 + 50.
        foreach (var lasts in new[] { "= 30 分钟", "= 4 分 50 秒" }) Assert.Contains(lasts, page, StringComparison.Ordinal);
        Assert.Null(site.Database.Matters(WarningMatters.Thresholds).Find(WarningMatters.RulesKey));
        Assert.Equal(["1 → 0", "0", "—"], Row(await Read(boss, [.. Usual[..2], ("wait", "180")]), "客服用了禁用语")[..3]);
    }

    [Fact]
    public async Task Limits_out_of_range_are_refused_and_who_may_not_set_them_may_not_ask()
    {
        using var boss = await In("boss");
        Assert.Equal(HttpStatusCode.BadRequest, await Post(boss, ("wait", "5")));
        using var chen = await In("chen");
        Assert.Equal(HttpStatusCode.Forbidden, await Post(chen, Usual));
    }

    [Fact]
    public void Days_with_too_many_messages_are_left_out_and_said_but_never_yesterday()
    {
        var preview = new WarningPreview(site.Database, most: 3);
        var view = preview.Of(WarningRules.Usual, WarningRules.Usual, new(2026, 11, 2));
        // Yesterday alone has 4 messages of the 3; of the six days before none is read, though only the 31st has any.
        Assert.Equal([new DateOnly(2026, 11, 1)], view.Days.Select(d => d.Day));
        Assert.Equal(6, view.LeftOut.Count);
        Assert.Equal(7, new WarningPreview(site.Database).Of(WarningRules.Usual, WarningRules.Usual, new(2026, 11, 2)).Days.Count);
    }

    public void Dispose()
    {
        site.Dispose();
        shop.Dispose();
    }

    private static string Says(string at, string buyer, string from, string text, string id) => Counter.Line($"2026-11-01 {at}", text, from, id, buyer, "小店:雨桐");

    /// <summary>The cells of a kind, the newest day first.</summary>
    private static string[] Row(string page, string kind) => [.. Cell().Matches(page.Split("id=\"preview\"")[1].Split("</table>")[0].Split($">{kind}</th>")[1].Split("</tr>")[0]).Select(m => m.Groups[1].Value.Trim())];

    private async Task<Visitor> In(string name)
    {
        var visitor = new Visitor(site.Url);
        Assert.Equal(HttpStatusCode.SeeOther, await visitor.SignIn(name, "balance-2026"));
        return visitor;
    }

    private static async Task<string> Read(Visitor visitor, params (string, string)[] fields)
    {
        using var answer = await visitor.Post(Preview, Settings, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpStatusCode> Post(Visitor visitor, params (string, string)[] fields)
    {
        using var answer = await visitor.Post(Preview, Settings, fields);
        return answer.StatusCode;
    }

    [GeneratedRegex("<td[^>]*>([^<]*)</td>")]
    private static partial Regex Cell();
}
