using System.Net;

namespace Heng.App.Tests.Pages;

/// <summary>What the routes answer over HTTP, before any browser.</summary>
public sealed class RouteTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/month/2026-10", HttpStatusCode.OK)]
    [InlineData("/month/2026-13", HttpStatusCode.NotFound)]
    [InlineData("/month/2026-10/agent/王雨桐", HttpStatusCode.OK)]
    [InlineData("/month/2026-10/agent/无此人", HttpStatusCode.NotFound)]
    [InlineData("/month/2026-10/agent/王雨桐/pay", HttpStatusCode.OK)]
    [InlineData("/month/2026-10/agent/王雨桐/change", HttpStatusCode.OK)]
    [InlineData("/month/2026-10/agent/王雨桐/change?since=2026-10", HttpStatusCode.NotFound)] // no earlier month
    [InlineData("/month/2026-10/agent/王雨桐/change?since=2026-8x", HttpStatusCode.NotFound)]
    [InlineData("/month/2026-10/run", HttpStatusCode.OK)]
    [InlineData("/month/2026-13/run", HttpStatusCode.NotFound)]
    [InlineData("/month/2026-10/run?component=ksf", HttpStatusCode.OK)]
    [InlineData("/month/2026-10/pool", HttpStatusCode.OK)]
    [InlineData("/funds", HttpStatusCode.OK)]
    [InlineData("/month/2026-10/appraisal", HttpStatusCode.OK)]
    [InlineData("/month/2026-13/appraisal", HttpStatusCode.NotFound)]
    [InlineData("/month/2026-10/scoring?by=item&at=teamwork", HttpStatusCode.OK)]
    [InlineData("/month/2026-13/scoring", HttpStatusCode.NotFound)]
    [InlineData("/month/2026-10/raters", HttpStatusCode.OK)]
    [InlineData("/month/2026-13/raters", HttpStatusCode.NotFound)]
    [InlineData("/month/2026-10/measures", HttpStatusCode.OK)]
    [InlineData("/month/2026-13/measures", HttpStatusCode.NotFound)]
    [InlineData("/pay/guard?month=2026-10", HttpStatusCode.OK)]
    [InlineData("/pay/guard?month=2026-13", HttpStatusCode.NotFound)]
    [InlineData("/month/2026-10/differences", HttpStatusCode.OK)]
    [InlineData("/month/2026-13/differences", HttpStatusCode.NotFound)]
    [InlineData("/explain?month=2026-10&agent=王雨桐&metric=average-response", HttpStatusCode.OK)]
    [InlineData("/explain?month=2026-10&metric=a&item=b", HttpStatusCode.NotFound)] // one number at a time
    [InlineData("/explain?month=2026-10", HttpStatusCode.NotFound)]
    [InlineData("/reception/r1", HttpStatusCode.OK)]
    [InlineData("/receptions?month=2026-10", HttpStatusCode.OK)]
    [InlineData("/orders?month=2026-10&rule=payment&bucket=silent", HttpStatusCode.OK)]
    [InlineData("/orders?month=2026-13", HttpStatusCode.NotFound)]
    [InlineData("/orders/4000000000001", HttpStatusCode.OK)]
    [InlineData("/import", HttpStatusCode.OK)]
    [InlineData("/notices", HttpStatusCode.OK)]
    [InlineData("/people", HttpStatusCode.OK)]
    [InlineData("/metrics/custom", HttpStatusCode.OK)]
    [InlineData("/rules", HttpStatusCode.OK)]
    [InlineData("/plans", HttpStatusCode.OK)]
    [InlineData("/plans/s10-cs-360", HttpStatusCode.OK)]
    [InlineData("/plans/s10-cs-360/edit", HttpStatusCode.OK)]
    [InlineData("/plans/s10-cs-360/simulate", HttpStatusCode.OK)]
    [InlineData("/plans/s4-ksf/targets", HttpStatusCode.OK)]
    [InlineData("/plans/none", HttpStatusCode.NotFound)]
    [InlineData("/plans/choose", HttpStatusCode.OK)]
    [InlineData("/plans/choose/2", HttpStatusCode.OK)]
    [InlineData("/plans/choose/99", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    public async Task An_address_answers(string address, HttpStatusCode status)
    {
        using var client = site.Client();
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("<!doctype html>", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/orders", "/orders?month=2026-10")] // the latest month there is
    [InlineData("/orders?q=4/0&month=", "/orders?month=2026-10&q=4%2F0")]
    [InlineData("/orders.csv?rule=payment", "/orders.csv?month=2026-10&rule=payment")]
    [InlineData("/receptions?show=slow", "/receptions?month=2026-10&show=slow")]
    [InlineData("/explain?metric=sales", "/explain?month=2026-10&metric=sales")]
    [InlineData("/explain", "/")] // no number is named: they stand at home
    public async Task An_address_without_its_month_leads_to_the_latest(string address, string to)
    {
        using var client = site.Client();
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((HttpStatusCode.Redirect, to), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_sign_in_and_back()
    {
        using var client = site.Client(signedIn: false);
        var answer = await client.GetAsync(new Uri("/orders?month=2026-10", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/signin?to=%2Forders%3Fmonth%3D2026-10", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Chinese_stays_Chinese_in_the_markup_and_markup_in_data_does_not_act()
    {
        using var client = site.Client();
        var html = await client.GetStringAsync(new Uri("/month/2026-10?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>王"), UriKind.Relative));
        Assert.Contains("客服排名", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_names_a_policy_without_unsafe_words()
    {
        using var client = site.Client();
        var answer = await client.GetAsync(new Uri("/month/2026-10", UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/signin")]
    [InlineData("/signout")]
    [InlineData("/setup")]
    [InlineData("/import")]
    [InlineData("/import/i0/cancel")]
    [InlineData("/month/2026-10/scoring")]
    [InlineData("/metrics/custom")]
    [InlineData("/rules")]
    [InlineData("/plans/choose")]
    [InlineData("/plans/choose/2")]
    [InlineData("/rules/texts")]
    [InlineData("/rules/recompute")]
    [InlineData("/rules/recompute/r0/cancel")]
    public async Task A_form_without_its_token_is_refused(string address)
    {
        using var client = site.Client();
        using var form = new MultipartFormDataContent { { new StringContent("x"), "name" } };
        var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/people?lang=en", "/people", "lang=en")]
    [InlineData("/orders?month=2026-10&theme=dark", "/orders?month=2026-10", "theme=dark")]
    public async Task A_switch_is_kept_and_the_address_cleaned(string address, string clean, string cookie)
    {
        using var client = site.Client();
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(clean, answer.Headers.Location!.ToString());
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith(cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_switch_never_leads_to_another_site()
    {
        using var client = site.Client();
        var answer = await client.GetAsync(new Uri(site.Url + "//elsewhere.example/?lang=en"));
        Assert.StartsWith("/elsewhere", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Built_files_are_served_packed_and_kept_for_a_year_under_an_address_that_names_their_content()
    {
        using var client = site.Client();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var answer = await client.GetAsync(new Uri(Ui.Bundle.Href("dist/app.css"), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }
}
