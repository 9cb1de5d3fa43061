using System.Net;
using System.Text.RegularExpressions;
using Heng.App.Features.SignIn;
using Heng.App.Features.SignIn.Codes;
using Heng.App.Tests.CommandLine;
using Heng.App.Tests.Notices;
using Heng.Engine.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.SignIn;

/// <summary>The second factor over HTTP: turned on by its owner, asked for after the password, ended by an administrator.</summary>
public sealed partial class SecondFactorTests : IDisposable
{
    private readonly Clock clock = new();
    private readonly NoticeSite site;

    public SecondFactorTests() => site = new(builder =>
    {
        builder.Services.AddSingleton(new WrongTries(clock));
        builder.Services.AddSingleton<OwnCode>(s => new(site!.Database, s.GetRequiredService<CodeSafe>(), s.GetRequiredService<WrongTries>(), clock));
    });

    private string Code(byte[] secret, int steps = 0) => Totp.CodeAt(secret, Totp.StepOf(new Instant(clock.GetUtcNow().ToUnixTimeSeconds())) + steps);
    private void Pass(int seconds) => clock.Pass(TimeSpan.FromSeconds(seconds));

    /// <summary>Turned on by ann: her secret and her recovery codes.</summary>
    private async Task<(byte[] Secret, string[] Recovery)> On(string account = "ann")
    {
        var owner = await site.As(account);
        await owner.Post("/account/code", "/account", ("act", "begin"));
        var secret = Bytes(SecretText().Match(await owner.Read("/account")).Groups[1].Value);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.Post("/account/code", "/account", ("act", "confirm"), ("code", "000000"))).StatusCode);
        using var answer = await owner.Post("/account/code", "/account", ("act", "confirm"), ("code", Code(secret)));
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.CacheControl!.NoStore));
        var recovery = RecoveryCode().Matches(await answer.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(10, recovery.Length);
        Assert.DoesNotContain(recovery[0], await owner.Read("/account"), StringComparison.Ordinal); // told once
        return (secret, recovery);
    }

    private static async Task<(HttpStatusCode Status, string Ticket)> Password(Visitor visitor, string account = "ann")
    {
        using var answer = await visitor.Post("/signin", "/signin", ("name", account), ("password", NoticeSite.Password));
        return (answer.StatusCode, TicketText().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    private static async Task<HttpStatusCode> Type(Visitor visitor, string ticket, string code) => (await visitor.Post("/signin/code", "/signin", ("ticket", ticket), ("code", code))).StatusCode;

    [Fact]
    public async Task After_the_password_the_code_is_asked_for_and_each_is_good_once()
    {
        var (secret, _) = await On();
        var visitor = site.Anybody();
        var (status, ticket) = await Password(visitor);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(await visitor.IsIn());
        Assert.Equal(HttpStatusCode.Unauthorized, await Type(visitor, ticket, Code(secret))); // the one that turned it on
        Pass(30);
        var code = Code(secret);
        Assert.Equal(HttpStatusCode.SeeOther, await Type(visitor, ticket, code));
        Assert.True(await visitor.IsIn());
        var other = site.Anybody();
        (_, ticket) = await Password(other);
        Assert.Equal(HttpStatusCode.Unauthorized, await Type(other, ticket, code));
        Pass(90);
        Assert.Equal(HttpStatusCode.Unauthorized, await Type(other, ticket, Code(secret, -2)));
        Assert.Equal(HttpStatusCode.SeeOther, await Type(other, ticket, Code(secret, -1)));
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_and_a_made_up_ticket_never()
    {
        var (_, recovery) = await On();
        var visitor = site.Anybody();
        Assert.Equal(HttpStatusCode.Unauthorized, await Type(visitor, "made-up", recovery[0]));
        Assert.Equal(HttpStatusCode.SeeOther, await Type(visitor, (await Password(visitor)).Ticket, recovery[0].ToLowerInvariant()));
        var again = site.Anybody();
        Assert.Equal(HttpStatusCode.Unauthorized, await Type(again, (await Password(again)).Ticket, recovery[0]));
        Assert.Equal(9, site.Database.SecondFactors.RecoveryLeft(site.Database.Users.Find("ann")!.Id));
        // Who has the ticket of an account that was reset meanwhile has nothing.
        var (_, ticket) = await Password(again);
        site.Database.Users.Change(site.Database.Users.Find("ann")!.Id, u => u with { SecurityStamp = "other" });
        Assert.Equal(HttpStatusCode.Unauthorized, await Type(again, ticket, recovery[1]));
    }

    [Fact]
    public async Task Wrong_codes_count_as_wrong_passwords_do()
    {
        var (secret, recovery) = await On();
        var thief = new Visitor(site.App.Urls.First(), "127.0.0.2");
        var (_, ticket) = await Password(thief); // the first of five
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Unauthorized, await Type(thief, ticket, "123456"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Type(thief, ticket, "123456")); // the fifth was looked at, and one has to wait
        Pass(20);
        Assert.Equal(HttpStatusCode.TooManyRequests, await Type(thief, ticket, recovery[0]));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Password(thief)).Status);
        Pass(10);
        Assert.Equal(HttpStatusCode.SeeOther, await Type(thief, ticket, Code(secret)));
        thief.Dispose();
    }

    [Fact]
    public async Task Its_owner_ends_it_with_a_code_and_an_administrator_for_a_reason()
    {
        var (secret, recovery) = await On();
        var ann = site.Anybody();
        Assert.Equal(HttpStatusCode.SeeOther, await Type(ann, (await Password(ann)).Ticket, recovery[0]));
        Assert.Equal(HttpStatusCode.BadRequest, (await ann.Post("/account/code", "/account", ("act", "end"), ("code", ""))).StatusCode);
        Pass(30);
        Assert.Equal(HttpStatusCode.SeeOther, (await ann.Post("/account/code", "/account", ("act", "end"), ("code", Code(secret)))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await Password(site.Anybody())).Status);

        await On();
        var (root, hr) = (await site.As("administrator"), await site.As("hr"));
        Assert.Equal(HttpStatusCode.BadRequest, (await root.Post("/accounts", "/accounts", ("act", "end-code"), ("name", "ann"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await hr.Post("/accounts", "/accounts", ("act", "end-code"), ("name", "ann"), ("reason", "手机丢了"))).StatusCode);
        Assert.Contains(site.Database.Decisions.All, d => d is { What: "account-code-ended", Who: "hr", Subject: "account/ann", Why: "手机丢了" });
        Assert.False(await ann.IsIn());
        Assert.Equal(HttpStatusCode.SeeOther, (await Password(site.Anybody())).Status);
        Assert.Equal("already-so", Ran.Json(site.Folder, "user", "end-code", "ann", "--reason", "x").Refusal);
    }

    [Fact]
    public async Task A_role_that_must_have_it_opens_nothing_else_until_it_has()
    {
        var root = await site.As("administrator");
        var bob = await site.As("bob");
        Assert.Equal(HttpStatusCode.Forbidden, (await bob.Post("/settings", "/account", ("roles", "Agent"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await root.Post("/settings", "/settings", ("roles", "Agent"), ("roles", "Operator"), ("roles", "x"))).StatusCode);
        Assert.Equal(["Agent"], site.Database.SecondFactors.Setting!.CodeRoles);
        using (var led = await bob.Get("/people")) Assert.Equal("/account#code", led.Headers.Location!.OriginalString);
        using (var led = await bob.Post("/notices", "/account", ("to", "1"))) Assert.Equal("/account#code", led.Headers.Location!.OriginalString);
        Assert.True(await root.IsIn());
        var (secret, _) = await On("bob");
        Assert.True(await bob.IsIn());
        Pass(30);
        Assert.Equal(HttpStatusCode.BadRequest, (await bob.Post("/account/code", "/account", ("act", "end"), ("code", Code(secret)))).StatusCode);
        Assert.Contains("客服", await root.Read("/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_lies_closed_in_the_database()
    {
        var (secret, recovery) = await On();
        var kept = site.Database.SecondFactors.Of(site.Database.Users.Find("ann")!.Id)!;
        Assert.DoesNotContain(Base32.Of(secret), kept.Secret, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(secret), kept.Secret, StringComparison.Ordinal);
        Assert.NotEmpty(recovery);
        Assert.DoesNotContain("own-secret", await (await site.As("bob")).Read("/account"), StringComparison.Ordinal);
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Replace(" ", "", StringComparison.Ordinal).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    public void Dispose() => site.Dispose();

    [GeneratedRegex("own-secret\">([A-Z2-7 ]+)<")]
    private static partial Regex SecretText();

    [GeneratedRegex("<li>([A-Z2-7]{5}-[A-Z2-7]{5})</li>")]
    private static partial Regex RecoveryCode();

    [GeneratedRegex("name=\"ticket\" value=\"([^\"]+)\"")]
    private static partial Regex TicketText();
}
