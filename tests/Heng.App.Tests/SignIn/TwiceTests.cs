using System.Globalization;
using System.Net;
using Heng.App.Tests.Notices;

namespace Heng.App.Tests.SignIn;

/// <summary>A form that is sent twice from one page is taken once; a file that is too large is said before it is read.</summary>
public sealed class TwiceTests : IDisposable
{
    private readonly NoticeSite site = new(_ => { });

    private static (string, string)[] Set(int daysAhead) =>
        [("kind", "incidents"), ("act", "set"), ("since", DateTime.UtcNow.AddHours(8).AddDays(daysAhead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    private int Kept => site.Database.Decisions.All.Count(d => d.What == "kept-here-set");

    [Fact]
    public async Task A_form_sent_three_times_at_once_is_taken_once_and_each_is_led_on()
    {
        var hr = await site.As("hr");
        var answers = await hr.PostAtOnce(3, "/settings/kept-here", "/settings/kept-here", Set(1));
        Assert.All(answers, a => Assert.Equal((HttpStatusCode.SeeOther, "/settings/kept-here?did=1"), (a.StatusCode, a.Headers.Location!.OriginalString)));
        Assert.Equal(1, Kept);
        // The page loaded anew makes another form of the same words, and other words from one page are another form too.
        await hr.Post("/settings/kept-here", "/settings/kept-here", Set(1));
        Assert.Equal(2, Kept);
    }

    [Fact]
    public async Task What_was_refused_may_be_sent_again_as_it_is()
    {
        var hr = await site.As("hr");
        foreach (var answer in await hr.PostAtOnce(2, "/settings/kept-here", "/settings/kept-here", Set(400)))
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("data-refusal=\"day-too-late\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(0, Kept);
    }

    [Fact]
    public async Task A_file_above_the_limit_is_told_as_that_and_not_as_a_form_out_of_date()
    {
        var hr = await site.As("hr");
        using var answer = await hr.Upload("/daily/incidents", "/daily/incidents", "evidence", new byte[11 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("最大 10 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public void Dispose() => site.Dispose();
}
