using System.Net;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.Store;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.SignIn;

/// <summary>Signing in and out over HTTP, on a server with accounts and a clock of its own.</summary>
public sealed class SignInTests : IDisposable
{
    private const string Password = "balance-2026", Stranger = "127.0.0.2";
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("heng-signin-").FullName, "data");
    private readonly Clock clock = new();
    private readonly WrongTries tries;
    private readonly Database database;
    private readonly WebApplication app;

    public SignInTests()
    {
        tries = new(clock);
        database = Migrated.In(folder);
        var accounts = new Accounts(database, clock);
        foreach (var name in new[] { "ann", "bob" }) accounts.Add(name, Role.Manager, null, null, Password);
        app = Server.Build(database, folder, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            // Tickets keep the real time: a cookie from the future would be no cookie.
            builder.Services.AddSingleton(tries);
        });
        app.Start();
    }

    private Visitor At(string from = "127.0.0.1") => new(app.Urls.First(), from);

    private async Task Guess(string name, string from, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var guesser = At(from);
            await guesser.SignIn(name, "a wrong one");
        }
    }

    [Fact]
    public async Task The_fifth_wrong_password_is_still_looked_at_and_then_one_has_to_wait()
    {
        using var ann = At();
        for (var i = 0; i < 4; i++) Assert.Equal(HttpStatusCode.Unauthorized, await ann.SignIn("ann", "a wrong one"));
        Assert.Equal(HttpStatusCode.SeeOther, await ann.SignIn("ann", Password)); // the fifth, and right
        await Guess("bob", "127.0.0.1", 5);
        using var bob = At();
        Assert.Equal(HttpStatusCode.TooManyRequests, await bob.SignIn("bob", Password));
        clock.Pass(TimeSpan.FromSeconds(29));
        Assert.Equal(HttpStatusCode.TooManyRequests, await bob.SignIn("bob", Password));
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.SeeOther, await bob.SignIn("bob", Password));
    }

    [Fact]
    public async Task A_stranger_who_guesses_holds_up_nobody_at_another_address()
    {
        await Guess("ann", Stranger, 8);
        using (var stranger = At(Stranger)) Assert.Equal(HttpStatusCode.TooManyRequests, await stranger.SignIn("ann", Password));
        using var ann = At();
        Assert.Equal(HttpStatusCode.SeeOther, await ann.SignIn("ann", Password));
    }

    [Fact]
    public async Task Nor_anybody_on_a_device_that_is_known_even_behind_the_same_address()
    {
        using var known = At();
        await known.SignIn("ann", Password);
        await known.Post("/signout", "/people");
        await Guess("ann", "127.0.0.1", 6);
        while (tries.Take(TriesOf.Address(IPAddress.Loopback)) is null) { } // the address itself has to wait as well
        using var fresh = At();
        Assert.Equal(HttpStatusCode.TooManyRequests, await fresh.SignIn("ann", Password));
        Assert.Equal(HttpStatusCode.TooManyRequests, await known.SignIn("bob", Password)); // known for ann, not for bob
        Assert.Equal(HttpStatusCode.SeeOther, await known.SignIn("ann", Password));
    }

    [Fact]
    public async Task A_known_device_that_guesses_has_to_wait_as_well()
    {
        using var known = At();
        await known.SignIn("ann", Password);
        for (var i = 0; i < 5; i++) await known.SignIn("ann", "a wrong one");
        Assert.Equal(HttpStatusCode.TooManyRequests, await known.SignIn("ann", Password));
        clock.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.SeeOther, await known.SignIn("ann", Password));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_answered_as_a_wrong_password_is()
    {
        using var visitor = At();
        for (var i = 0; i < 5; i++)
        {
            var (somebody, nobody) = (await Body("ann"), await Body("nobody"));
            Assert.Equal(somebody, nobody);
        }

        async Task<string> Body(string name)
        {
            var body = await (await visitor.Post("/signin", "/signin", ("name", name), ("password", "a wrong one"))).Content.ReadAsStringAsync();
            return body[body.IndexOf("role=\"alert\"", StringComparison.Ordinal)..body.IndexOf("<form", StringComparison.Ordinal)];
        }
    }

    [Fact]
    public async Task Signing_out_ends_every_session_of_the_account_and_a_copied_cookie()
    {
        using var ann = At();
        using var phone = At(Stranger);
        using var bob = At();
        foreach (var (who, name) in new[] { (ann, "ann"), (phone, "ann"), (bob, "bob") }) await who.SignIn(name, Password);
        using var thief = ann.Copy();
        Assert.True(await thief.IsIn());
        await ann.Post("/signout", "/people");
        Assert.Equal((false, false, false, true), (await ann.IsIn(), await thief.IsIn(), await phone.IsIn(), await bob.IsIn()));
        await ann.SignIn("ann", Password);
        await thief.Post("/signout", "/signin"); // what no longer opens anything ends nothing either
        Assert.Equal((true, false), (await ann.IsIn(), await thief.IsIn()));
    }

    [Fact]
    public async Task The_folder_and_its_keys_are_for_their_owner_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        using var ann = At();
        await ann.SignIn("ann", Password);
        const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(file | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal(file, File.GetUnixFileMode(Path.Combine(folder, "heng.db")));
        var keys = Directory.GetFiles(Path.Combine(folder, "keys"));
        Assert.NotEmpty(keys);
        foreach (var key in keys) Assert.Equal(file, File.GetUnixFileMode(key));
    }

    public void Dispose()
    {
        ((IDisposable)app).Dispose();
        database.Dispose();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }
}
