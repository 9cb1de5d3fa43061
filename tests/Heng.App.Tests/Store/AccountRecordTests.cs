using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class AccountRecordTests
{
    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_link_is_used_once_and_until_it_expires(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var links = fresh.Database.Invitations;
        links.Add(new("a", 1, new(100), "root", new(200), null));
        Assert.Equal((true, false), (links.Find("a")!.OpenAt(new(199)), links.Find("a")!.OpenAt(new(200))));
        Assert.False(links.Use("a", new(200)));
        Assert.True(links.Use("a", new(199)));
        Assert.False(links.Use("a", new(199)));
        links.Add(new("b", 1, new(300), "root", new(400), null));
        links.Add(new("c", 1, new(301), "root", new(401), null)); // ends the one before it
        links.Add(new("d", 2, new(301), "root", new(401), null));
        Assert.Equal(["c", "d"], links.OpenAt(new(310)).Select(i => i.TokenHash).Order(StringComparer.Ordinal));
        links.EndOf(1, new(320));
        Assert.False(links.Use("c", new(321)));
        Assert.True(links.Use("d", new(321)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_session_ends_once_alone_or_with_all_of_its_account(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var sessions = fresh.Database.SignInSessions;
        foreach (var (id, user) in new[] { ("a", 1L), ("b", 1L), ("c", 2L) }) sessions.Add(new(id, user, "Chrome · Windows", new(100), new(100), null));
        sessions.Seen("b", new(150));
        Assert.Equal(["b", "a", "c"], sessions.Open(new(100)).Select(s => s.Id));
        Assert.Equal(["b"], sessions.Open(new(101)).Select(s => s.Id));
        Assert.Equal((true, false), (sessions.End("a", new(160)), sessions.End("a", new(161))));
        Assert.Equal(new(160), sessions.Find("a")!.EndedAt);
        sessions.EndOf(1, new(170));
        Assert.Equal(["c"], sessions.Open(new(0)).Select(s => s.Id));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Two_who_decide_at_once_decide_one_after_the_other(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var users = fresh.Database.Users;
        foreach (var name in new[] { "one", "two" }) users.Add(new(0, name, "hash", "Administrator", null, null, null, "", null, new(0), false));
        // Each may be disabled while another is left: of two at once, one is told no.
        var done = new bool[2];
        Parallel.For(0, 2, i => done[i] = users.Decide(all => all.Count(u => !u.Disabled) > 1 ? (all[i] with { Disabled = true }, true) : (null, false)));
        Assert.Single(done, d => d);
        Assert.Single(users.All, u => u.Disabled);
    }
}
