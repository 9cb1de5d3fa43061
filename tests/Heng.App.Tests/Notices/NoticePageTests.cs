using System.Globalization;
using System.Net;

namespace Heng.App.Tests.Notices;

public sealed class NoticePageTests
{
    [Fact]
    public async Task Each_sees_their_own_with_the_number_at_the_bell_and_reads_all_in_one_press()
    {
        using var site = new NoticeSite();
        site.Tell("陈佳怡", "month-closed", "2026-08", ("month", "2026-08"));
        site.Tell("陈佳怡", "month-closed", "2026-09", ("month", "2026-09"));
        site.Tell("李思远", "objection-answered", "x");
        var ann = await site.As("ann");
        var page = await ann.Read("/notices");
        Assert.Contains("提醒，2 条未读", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("2026 年 9 月已关账", StringComparison.Ordinal) < page.IndexOf("2026 年 8 月已关账", StringComparison.Ordinal));
        Assert.DoesNotContain("异议", page[page.IndexOf("<h2>", StringComparison.Ordinal)..], StringComparison.Ordinal);
        // What comes while the page is looked at stays unread.
        var seen = site.Database.Notices.Of("陈佳怡", 1)[0].Number.ToString(CultureInfo.InvariantCulture);
        site.Tell("陈佳怡", "month-closed", "2026-10", ("month", "2026-10"));
        Assert.Equal(HttpStatusCode.SeeOther, (await ann.Post("/notices", "/notices", ("to", seen))).StatusCode);
        Assert.Contains("提醒，1 条未读", await ann.Read("/people"), StringComparison.Ordinal);
        // A number from nowhere reads nothing that is still to come.
        foreach (var odd in new[] { "9999999999", "", "-1", new string('9', 1000) }) Assert.Equal(HttpStatusCode.SeeOther, (await ann.Post("/notices", "/notices", ("to", odd))).StatusCode);
        site.Tell("陈佳怡", "month-closed", "2026-11", ("month", "2026-11"));
        Assert.Contains("提醒，1 条未读", await ann.Read("/notices?show=unread"), StringComparison.Ordinal);
        Assert.Contains("异议已答复", await (await site.As("bob")).Read("/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_of_nobody_that_is_called_like_somebody_does_not_read_theirs()
    {
        using var site = new NoticeSite();
        site.Tell("陈佳怡", "month-closed", "2026-09", ("month", "2026-09"));
        var namesake = await site.As("陈佳怡");
        Assert.Contains("还没有提醒", await namesake.Read("/notices"), StringComparison.Ordinal);
        await namesake.Post("/notices", "/notices", ("to", "1"));
        Assert.Equal(1, site.Database.Notices.UnreadOf("陈佳怡"));
    }

    [Fact]
    public async Task A_kind_that_nobody_worded_and_words_that_are_missing_are_shown_plainly()
    {
        using var site = new NoticeSite();
        site.Tell("陈佳怡", "moon-is-full", "1", ("night", "<b>10-26</b>"));
        site.Tell("陈佳怡", "part-reminded", "2", ("late", "soon"), ("last-day", "never"));
        site.Tell("陈佳怡", "month-closed", "3", ("month", "2026-99"));
        var page = await (await site.As("ann")).Read("/notices");
        Assert.Contains("moon-is-full night &lt;b&gt;10-26&lt;/b&gt;", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("—已关账", page, StringComparison.Ordinal);
    }
}
