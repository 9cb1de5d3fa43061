using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Heng.App.Features.Notices;
using Heng.App.Features.Notices.Sending;
using Heng.App.Tests.SignIn;
using Heng.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.Notices;

/// <summary>Mail over a stand-in server on this machine: set on the page, proved by a code, one mail of many notices, nothing of others.</summary>
public sealed partial class MailTests : IDisposable
{
    private readonly StandInMail mail = new();
    private readonly NoticeSite site = new();

    private (string, string)[] Server(string host = "127.0.0.1", string security = "None", string? port = null) =>
        [("act", "mail"), ("host", host), ("port", port ?? mail.Port.ToString(CultureInfo.InvariantCulture)), ("security", security), ("account", "heng"), ("password", "mail-secret"), ("sender", "heng@example.com")];

    private async Task<Visitor> Set()
    {
        var hr = await site.As("hr");
        Assert.Equal(HttpStatusCode.SeeOther, (await hr.Post("/settings/notices", "/settings/notices", Server())).StatusCode);
        return hr;
    }

    private static async Task<HttpStatusCode> Own(Visitor owner, string act, string text = "") => (await owner.Post("/account/mail", "/account", ("act", act), ("text", text))).StatusCode;

    private static string TextOf((string To, string Text) mail)
    {
        var body = mail.Text[(mail.Text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return mail.Text.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal))) : body;
    }

    [Fact]
    public async Task An_address_is_proved_by_the_code_that_went_there_and_then_has_its_own_notices_in_one_mail()
    {
        var hr = await Set();
        var ann = await site.As("ann");
        Assert.Equal(HttpStatusCode.SeeOther, await Own(ann, "ask", "ann@example.com"));
        var code = CodeText().Match(TextOf(Assert.Single(mail.Mails))).Value;
        Assert.Equal(HttpStatusCode.BadRequest, await Own(ann, "ask", "ann@example.com")); // too soon
        site.Tell("陈佳怡", NoticeWords.MonthClosed, "2026-08", ("month", "2026-08")); // before it was proved
        Assert.Equal(HttpStatusCode.BadRequest, await Own(ann, "verify", code == "111111" ? "222222" : "111111"));
        Assert.Equal(HttpStatusCode.SeeOther, await Own(ann, "verify", code));
        Assert.Equal(HttpStatusCode.BadRequest, await Own(ann, "verify", code));

        site.Tell("陈佳怡", NoticeWords.MonthClosed, "2026-09", ("month", "2026-09"));
        site.Tell("陈佳怡", NoticeWords.ObjectionAnswered, "x");
        site.Tell("李思远", NoticeWords.MonthClosed, "2026-09", ("month", "2026-09"));
        var posting = site.App.Services.GetRequiredService<Posting>();
        await posting.Round();
        site.Tell("陈佳怡", NoticeWords.MonthClosed, "2026-10", ("month", "2026-10"));
        await posting.Round(); // a quarter of an hour has not passed
        Assert.Equal(["ann@example.com", "ann@example.com"], mail.Mails.Select(m => m.To));
        var text = TextOf(mail.Mails[1]).ReplaceLineEndings("\n");
        Assert.StartsWith("【衡】2 条提醒\n· 2026 年 9 月已关账", text, StringComparison.Ordinal);
        Assert.Equal("heng mail-secret", mail.Login);

        var page = await hr.Read("/settings/notices");
        Assert.Contains("✉ ann", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mail-secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@example.com", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mail-secret", site.Database.Mail.Setting!.Secret!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await Own(ann, "remove"));
        Assert.Empty(site.Database.Mail.Verified);
    }

    [Fact]
    public async Task Five_wrong_codes_end_the_code()
    {
        await Set();
        var ann = await site.As("ann");
        await Own(ann, "ask", "ann@example.com");
        var code = CodeText().Match(TextOf(mail.Mails[0])).Value;
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.BadRequest, await Own(ann, "verify", "none"));
        Assert.Equal(HttpStatusCode.BadRequest, await Own(ann, "verify", code));
    }

    [Theory]
    [InlineData("550 no such user ann@example.com", MessageState.Refused, "550 no such user …")]
    [InlineData("451 try later", MessageState.Queued, "451 try later")]
    public async Task What_the_server_answers_decides_whether_it_is_tried_again(string answer, MessageState state, string noted)
    {
        await Set();
        var user = site.Database.Users.Find("ann")!;
        site.Database.Mail.Ask(user.Id, "ann@example.com", "hash", new(100));
        Assert.True(site.Database.Mail.Verify(user.Id, "hash", new(0), 5, new(101)));
        site.Tell("陈佳怡", NoticeWords.MonthClosed, "2026-09", ("month", "2026-09"));
        mail.Recipient = answer;
        await site.App.Services.GetRequiredService<Posting>().Round();
        var message = site.Database.NoticeMessages.Latest(1)[0];
        Assert.Equal((state, noted), (message.State, message.Answer));
        Assert.Empty(mail.Mails);
    }

    [Fact]
    public async Task A_server_elsewhere_is_reached_by_a_mail_port_and_encrypted_or_not_at_all()
    {
        var hr = await site.As("hr");
        foreach (var bad in new[] { Server("smtp.example.com", "None", "25"), Server("smtp.example.com", "Tls", "6379"), Server("", "Tls", "465"), Server("a b", "Tls", "465"), Server("smtp.example.com", "9", "465"), Server("smtp.example.com/x", "Tls", "465") })
            Assert.Equal(HttpStatusCode.BadRequest, (await hr.Post("/settings/notices", "/settings/notices", bad)).StatusCode);
        Assert.Null(site.Database.Mail.Setting);
        Assert.Equal(HttpStatusCode.SeeOther, (await hr.Post("/settings/notices", "/settings/notices", Server("smtp.example.com", "Tls", "465"))).StatusCode);
        // The password is not sent to another server than it was given for.
        await hr.Post("/settings/notices", "/settings/notices", [("act", "mail"), ("host", "smtp.evil.example"), ("port", "465"), ("security", "Tls"), ("account", "heng"), ("password", ""), ("sender", "heng@example.com")]);
        Assert.Null(site.Database.Mail.Setting!.Secret);
    }

    [Fact]
    public async Task Robots_are_added_on_the_page_refused_by_name_and_never_show_their_keys()
    {
        var hr = await site.As("hr");
        (string, string)[] Robot(string address, string group = "") => [("act", "add"), ("name", "客服部大群"), ("platform", "dingtalk"), ("address", address), ("secret", "SEC-nobody-may-see"), ("group", group), ("kinds", "part-reminded"), ("kinds", "objection-raised")];
        async Task<string> Post((string, string)[] form)
        {
            using var answer = await hr.Post("/settings/notices", "/settings/notices", form);
            return answer.StatusCode == HttpStatusCode.SeeOther ? "" : Refusal().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
        }
        Assert.Equal("address-not-allowed", await Post(Robot("http://127.0.0.1/robot/send?access_token=a")));
        Assert.Equal("address-not-allowed", await Post(Robot("https://oapi.dingtalk.com/robot/send?access_token=" + new string('a', 100_000))));
        Assert.Equal("group-unknown", await Post(Robot("https://oapi.dingtalk.com/robot/send?access_token=tok-nobody", "没有的组")));
        Assert.Equal("", await Post(Robot("https://oapi.dingtalk.com/robot/send?access_token=tok-nobody", "售前一组")));
        Assert.Equal(["part-reminded"], site.Database.NoticeRobots.All.Single().Kinds); // an objection is between two people
        Assert.Equal("", await Post([("act", "pause"), ("robot", "1")]));
        Assert.Equal("already-so", await Post([("act", "pause"), ("robot", "1")]));
        Assert.Equal("robot-unknown", await Post([("act", "trial"), ("robot", "1")])); // it pauses
        Assert.Equal("out-of-range", await Post([("act", "remind"), ("before", "31"), ("every", "1"), ("hour", "9")]));
        Assert.Equal("site-unreadable", await Post([("act", "remind"), ("before", "2"), ("every", "1"), ("hour", "9"), ("site", "javascript:alert(1)")]));
        Assert.Equal("", await Post([("act", "remind"), ("before", "3"), ("every", "0"), ("hour", "0"), ("site", "")]));
        var page = await hr.Read("/settings/notices") + string.Join('\n', site.Database.Decisions.All.Select(d => d.Why)) + site.Database.NoticeRobots.All[0].Secrets;
        Assert.DoesNotContain("nobody", page, StringComparison.Ordinal);
        Assert.Equal("", await Post([("act", "remove"), ("robot", "1")]));
        Assert.Equal(["robot-added", "robot-paused", "notices-set", "robot-removed"], site.Database.Decisions.All.Select(d => d.What));
        Assert.Contains("到期前 3 天提醒，逾期不再催，00:00；0 个机器人；不发邮件", await hr.Read("/settings"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        site.Dispose();
        mail.Dispose();
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex CodeText();

    [GeneratedRegex("data-refusal=\"([a-z-]+)\"")]
    private static partial Regex Refusal();
}
