using Heng.Store;

namespace Heng.App.Tests.Store;

public sealed class WebhookRecordTests
{
    private static Webhook Hook(string name, params string[] kinds) => new(0, name, "https://example.com/", false, kinds, WebhookState.Active, "closed", 0, null, new(100), "manager");
    private static WebhookEvent Event(string kind, string occasion) => new(0, kind, occasion, "import/1", new(50));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_hook_is_told_of_its_kinds_from_now_on_and_an_occasion_once(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var (hooks, posted) = (fresh.Database.Webhooks, fresh.Database.WebhookDeliveries);
        Assert.Equal(1, hooks.Raise([Event("import-done", "before")]));
        var hook = hooks.Add(Hook("a", "import-done"));
        Assert.Equal(2, hooks.Raise([Event("import-done", "before"), Event("import-done", "one"), Event("month-closed", "one")]));
        posted.Queue(hook, new(200));
        posted.Queue(hook, new(201)); // the same again queues nothing
        Assert.Equal(["one"], posted.Due(hook.Id, new(200), 10).Select(d => d.Event.Occasion));
        Assert.Equal("webhook-added", fresh.Database.Decisions.All.Single().What);
        Assert.DoesNotContain("closed", fresh.Database.Decisions.All.Single().Why, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Each_try_is_kept_and_one_that_nobody_answered_comes_again(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var (hooks, posted) = (fresh.Database.Webhooks, fresh.Database.WebhookDeliveries);
        var hook = hooks.Add(Hook("a", "import-done"));
        hooks.Raise([Event("import-done", "one")]);
        posted.Queue(hook, new(200));
        var one = posted.Due(hook.Id, new(200), 10).Single();
        Assert.Equal((true, false), (posted.Try(one, new(200)), posted.Try(one, new(201)))); // two servers: one has it
        posted.Answered(one, MessageState.Queued, "HTTP 503", new(300));
        Assert.Empty(posted.Due(hook.Id, new(299), 10));
        Assert.True(posted.Try(posted.Due(hook.Id, new(300), 10).Single(), new(300)));
        Assert.Equal((0, 1), (posted.Again(new(300), new(600)), posted.Again(new(301), new(600)))); // begun at 300: before 301, not before 300
        var again = posted.Due(hook.Id, new(600), 10).Single();
        posted.Try(again, new(600));
        posted.Answered(again, MessageState.Sent, "HTTP 204", new(600));
        Assert.Equal([(1, "HTTP 503"), (2, null), (3, "HTTP 204")], posted.TriesOf(hook.Id, one.Event.Seq).Select(t => (t.Nth, t.Answer)));
        Assert.True(posted.Redeliver(hook.Id, one.Event.Seq, new(700)));
        Assert.Single(posted.Due(hook.Id, new(700), 10));
        Assert.False(posted.Redeliver(hook.Id, 99, new(700)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_hook_that_rested_goes_on_with_what_comes_and_a_removed_one_keeps_no_secret(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var (hooks, posted) = (fresh.Database.Webhooks, fresh.Database.WebhookDeliveries);
        var hook = hooks.Add(Hook("a", "import-done"));
        hooks.Failing(hook.Id, new(110));
        hooks.Failing(hook.Id, new(120));
        Assert.Equal(new(110), hooks.All.Single().FailingSince); // since when, not how often
        Assert.True(hooks.Turn(hook, WebhookState.Disabled, new(130), "Heng", "a"));
        hooks.Raise([Event("import-done", "meanwhile")]);
        Assert.True(hooks.Turn(hook, WebhookState.Active, new(140), "manager", "a"));
        posted.Queue(hook, new(150));
        Assert.Empty(posted.Due(hook.Id, new(150), 10));
        Assert.Null(hooks.All.Single().FailingSince);
        Assert.Equal((true, false), (hooks.Turn(hook, WebhookState.Removed, new(160), "manager", "a"), hooks.Turn(hook, WebhookState.Removed, new(161), "manager", "a")));
        Assert.Equal((WebhookState.Removed, null), (hooks.All.Single().State, hooks.All.Single().Secret));
        Assert.Equal(["webhook-added", "webhook-disabled", "webhook-resumed", "webhook-removed"], fresh.Database.Decisions.All.Select(d => d.What));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_new_calendar_address_ends_the_one_before_it_and_nobody_elses(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var links = fresh.Database.CalendarLinks;
        links.Add("a", 1, new(100));
        links.Add("b", 2, new(100));
        links.Add("c", 1, new(200));
        Assert.Equal((null, 2L, 1L), (links.UserOf("a"), links.UserOf("b"), links.UserOf("c")));
        Assert.Equal(new(200), links.Since(1));
        links.EndOf(1, new(300));
        Assert.Equal((null, null, 2L), (links.UserOf("c"), links.Since(1), links.UserOf("b")));
    }
}
