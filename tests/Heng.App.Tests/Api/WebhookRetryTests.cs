using System.Text;
using System.Text.Json.Nodes;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Features.Webhooks;
using Heng.App.Tests.Pages;
using Heng.App.Tests.Store;
using Heng.App.Tests.SignIn;
using Heng.Engine.Appraisal;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Dapper;

namespace Heng.App.Tests.Api;

/// <summary>What becomes of an event whose receiver is slow, gone or another's, and of which events there are.</summary>
public sealed class WebhookRetryTests : IDisposable
{
    private static readonly Viewer Operator = new("operator", Role.Operator, null, null);
    private readonly ApiSite site = new();
    private readonly Logged log = new();
    private readonly WebhookPost impatient;

    public WebhookRetryTests() => impatient = new(site.Clock, TimeSpan.FromSeconds(1.5));

    private T Of<T>() where T : notnull => site.App.Services.GetRequiredService<T>();
    private WebhookDeeds Deeds => Of<WebhookDeeds>();
    private WebhookDeliveries Deliveries => site.Database.WebhookDeliveries;
    private Instant Now => new(site.Clock.GetUtcNow().ToUnixTimeSeconds());
    private WebhookSending Sending(Database? over = null) => new(over ?? site.Database, new(over ?? site.Database, site.Clock), Of<WebhookSafe>(), impatient, site.Clock, log, TimeSpan.FromMilliseconds(1));
    private Webhook Add(string url) => Deeds.Add(new("a receiver", url, ["warning-raised"], Private: true), Operator).Hook!;
    private void Raise(int number) => site.Database.Decisions.Append(Now, "", "warning-raised", FormattableString.Invariant($"warning/{number}"), "");

    [Fact]
    public async Task What_the_documents_tell_a_receiver_to_copy_takes_what_is_ours_and_nothing_else()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Checkout.Docs, "..", "tests", "Heng.App.Tests", "Api", "SignatureSample.cs"));
        string[] sample = [.. source.Split('\n').SkipWhile(l => !l.Contains("docs/api.md begins", StringComparison.Ordinal)).Skip(1).TakeWhile(l => !l.Contains("docs/api.md ends", StringComparison.Ordinal)).Select(l => l.Length > 4 ? l[4..] : l)];
        Assert.True(sample.Length > 5);
        Assert.Contains("```csharp\n" + string.Join('\n', sample) + "\n```", await File.ReadAllTextAsync(Path.Combine(Checkout.Docs, "api.md")), StringComparison.Ordinal);

        await using var receiver = await Receiver.Start();
        var (_, secret, _) = Deeds.Add(new("x", receiver.Url + "/hook", ["warning-raised"], Private: true), Operator);
        Raise(1);
        await Sending().Round();
        var (signature, body, now) = (receiver.Heard.Single().Signature, receiver.Heard.Single().Body, site.Clock.GetUtcNow());
        bool Takes(string by, string signed, byte[] what, int late = 0) => SignatureSample.Accepts(by, signed, what, now.AddSeconds(late));
        Assert.True(Takes(secret!, signature, body));
        Assert.True(Takes(secret!, signature, body, late: 300));
        Assert.False(Takes(secret!, signature, body, late: 301));
        Assert.False(Takes(secret![..^1] + "x", signature, body));
        Assert.False(Takes(secret, signature, [.. body, (byte)' ']));
        Assert.False(Takes(secret, signature.Replace("t=1", "t=2", StringComparison.Ordinal), body));
        Assert.False(Takes(secret, "", body));
    }

    [Fact]
    public async Task Tries_wait_for_minutes_that_double_to_an_hour_and_after_three_days_the_event_is_given_up_and_logged()
    {
        await using var receiver = await Receiver.Start(503);
        var hook = Add(receiver.Url);
        Raise(1);
        var waits = new List<long>();
        for (var round = 0; round < 9; round++)
        {
            await Sending().Round();
            Assert.Equal(3 * (round + 1), receiver.Heard.Count);
            var waiting = Deliveries.Latest(1).Single();
            Assert.Equal(MessageState.Queued, waiting.State);
            waits.Add(waiting.NextAt.SecondsSince(Now) / 60);
            site.Clock.Pass(TimeSpan.FromMinutes(waits[^1]) - TimeSpan.FromSeconds(1));
            await Sending().Round(); // a second too early
            Assert.Equal(3 * (round + 1), receiver.Heard.Count);
            site.Clock.Pass(TimeSpan.FromSeconds(1));
        }
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
        // 1+2+4+8+16+32+60+60+60 = 243 minutes are over; at three days exactly it is still tried again.
        site.Clock.Pass(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(243));
        await Sending().Round();
        Assert.Equal(MessageState.Queued, Deliveries.Latest(1).Single().State);
        Assert.Empty(log.Lines);
        site.Clock.Pass(TimeSpan.FromHours(1));
        await Sending().Round();
        Assert.Equal(MessageState.Refused, Deliveries.Latest(1).Single().State);
        Assert.Equal([$"event evt-1 is given up for webhook {hook.Id}: HTTP 503"], log.Lines);
        var heard = receiver.Heard.Count;
        site.Clock.Pass(TimeSpan.FromHours(2));
        await Sending().Round();
        Assert.Equal(heard, receiver.Heard.Count);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_for_good_is_asked_once()
    {
        await using var receiver = await Receiver.Start(410);
        Add(receiver.Url);
        Raise(1);
        await Sending().Round();
        site.Clock.Pass(TimeSpan.FromHours(2));
        await Sending().Round();
        Assert.Single(receiver.Heard);
        Assert.Equal((MessageState.Refused, "HTTP 410"), (Deliveries.Latest(1).Single().State, Deliveries.Latest(1).Single().Answer));
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task A_slow_receiver_is_left_and_keeps_no_other_waiting()
    {
        await using var slow = await Receiver.Start(async (_, context) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(60), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return 204;
        });
        await using var quick = await Receiver.Start();
        var (first, second) = (Add(slow.Url), Add(quick.Url));
        Raise(1);
        var round = Sending().Round();
        await Task.WhenAny(round, Arrived(quick, 1));
        Assert.Single(quick.Heard);
        await round.WaitAsync(TimeSpan.FromSeconds(30));
        // Three tries of one and a half seconds each.
        Assert.Equal(["no answer in time", "no answer in time", "no answer in time"], Deliveries.TriesOf(first.Id, 1).Select(t => t.Answer));
        Assert.Equal("HTTP 204", Deliveries.TriesOf(second.Id, 1)[^1].Answer);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_wherever_it_leads()
    {
        await using var elsewhere = await Receiver.Start();
        await using var receiver = await Receiver.Start((_, context) =>
        {
            context.Response.Headers.Location = elsewhere.Url + "/admin";
            return Task.FromResult(307);
        });
        var hook = Add(receiver.Url);
        Raise(1);
        await Sending().Round();
        Assert.Empty(elsewhere.Heard);
        Assert.Equal("HTTP 307", Deliveries.TriesOf(hook.Id, 1)[0].Answer);
    }

    [Fact]
    public async Task A_server_that_ends_between_a_try_and_its_answer_tries_again_when_it_is_back_under_the_same_id()
    {
        await using var receiver = await Receiver.Start();
        var hook = Add(receiver.Url);
        Raise(1);
        Raise(2);
        Of<WebhookEvents>().Gather();
        Deliveries.Queue(hook, Now);
        Assert.True(Deliveries.Try(Deliveries.Due(hook.Id, Now, 10)[0], Now)); // and then nobody heard of it again
        using var back = Database.Open(site.Database.Target);
        await Sending(back).Round();
        Assert.Equal(["evt-2"], receiver.Heard.Select(h => h.Id));
        site.Clock.Pass(WebhookSending.Abandoned);
        await Sending(back).Round();
        Assert.Equal(["evt-2"], receiver.Heard.Select(h => h.Id));
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        await Sending(back).Round();
        Assert.Equal(["evt-2", "evt-1"], receiver.Heard.Select(h => h.Id));
        Assert.Equal([null, "HTTP 204"], back.WebhookDeliveries.TriesOf(hook.Id, 1).Select(t => t.Answer));
    }

    [Theory]
    [InlineData(WebhookState.Paused)]
    [InlineData(WebhookState.Removed)]
    public async Task A_hook_that_is_turned_off_between_two_tries_gets_nothing_more_and_nothing_is_made_up_for(WebhookState to)
    {
        Webhook? hook = null;
        await using var receiver = await Receiver.Start((_, _) =>
        {
            Deeds.Turn(hook!.Id, to, Operator);
            return Task.FromResult(500);
        });
        hook = Add(receiver.Url);
        for (var i = 1; i <= 3; i++) Raise(i);
        await Sending().Round();
        Assert.Equal(["evt-1"], receiver.Heard.Select(h => h.Id));
        Assert.All(Deliveries.Latest(10), d => Assert.Equal(MessageState.Refused, d.State));
        if (to == WebhookState.Paused) Assert.Null(Deeds.Turn(hook.Id, WebhookState.Active, Operator));
        site.Clock.Pass(TimeSpan.FromDays(1));
        await Sending().Round();
        Assert.Single(receiver.Heard);
    }

    [Fact]
    public async Task An_assessment_is_published_once_be_it_by_its_own_stage_or_with_the_cards()
    {
        await using var receiver = await Receiver.Start();
        Deeds.Add(new("x", receiver.Url, ["assessment-published"], Private: true), Operator);
        site.Database.Plans.Publish("s2-office-regulation", TemplateLibrary.Find("s2-office-regulation")!.Yaml, Now, "test");
        var october = new AppraisalOf("s2-office-regulation", Cycle.Month, new(2026, 10));
        Assert.True(site.Database.Appraisals.Append(october, 1, 0, [new(AppraisalEvent.Ended, "collect", null, "manager", Now)], []));
        // The cards of October belong to the assessment, which is published by itself; those of September to none.
        site.Database.Decisions.Append(Now, "hr", "cards-published", "month/2026-10", "x");
        site.Database.Decisions.Append(Now, "hr", "cards-published", "month/2026-09", "x");
        site.Database.Notices.Tell([.. new[] { "manager", "小雨", "小雪" }.Select(to => new Notice(to, NoticeWords.AssessmentPublished, october.Subject + "/publish/#7", new Dictionary<string, string>(), null, Now))]);
        await Sending().Round();
        await Sending().Round();
        Assert.Equal(["appraisal/s2-office-regulation/Month/2026-10", "month/2026-09"], receiver.Heard.Select(h => JsonNode.Parse(h.Body)!["subject"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Findings_of_a_shops_day_are_told_again_whenever_others_count(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var (database, clock) = (fresh.Database, new Clock());
        var shop = database.Shops.GetOrAdd("小店");
        var events = new WebhookEvents(database, clock);
        var last = 0;
        int Told(string sql, long day = 20261031)
        {
            using (var connection = database.Connect())
            {
                connection.Execute(sql, new { shop = shop.Id, day });
            }
            database.Decisions.Append(new(clock.GetUtcNow().ToUnixTimeSeconds()), "x", "import-done", "import/1", "");
            events.Gather();
            var all = database.Webhooks.LastOf("findings-counted", "findings/");
            var seq = all.Count == 0 ? 0 : all.Max(e => e.Seq);
            var told = seq > last;
            last = (int)seq;
            return told ? all.Count : 0;
        }
        string Insert(long id, int flags = 0) => $"INSERT INTO finding (shop_id, day, finding_id, version, reception_id, agent_id, rule_id, severity, category, points, counts_as, flags, spans) VALUES (@shop, @day, {id}, 1, 1, 1, 'r', 1, 'c', 200, 'r', {flags}, {(engine == DatabaseEngine.Sqlite ? "x''" : "''")})";
        Assert.Equal(1, Told(Insert(7)));
        Assert.Equal(0, Told("UPDATE finding SET flags = 0"));
        Assert.Equal(0, Told(Insert(8, flags: 1))); // in shadow: counts as before
        Assert.Equal(1, Told("UPDATE finding SET finding_id = 9 WHERE finding_id = 7")); // as many, but another
        Assert.Equal(1, Told("UPDATE finding SET flags = 2 WHERE finding_id = 9")); // none is left
        Assert.Equal(0, Told("UPDATE finding SET flags = 2 WHERE finding_id = 9"));
        Assert.Equal(1, Told("UPDATE finding SET flags = 0 WHERE finding_id = 9")); // and as it was once before
        Assert.Equal(2, Told(Insert(10), day: 20261101));
        Assert.Equal($"findings/{shop.Id}/2026-11-01", database.Webhooks.LastOf("findings-counted", "findings/")[^1].Subject);
    }

    private static async Task Arrived(Receiver receiver, int many)
    {
        for (var i = 0; i < 500 && receiver.Heard.Count < many; i++) await Task.Delay(20);
    }

    public void Dispose()
    {
        impatient.Dispose();
        site.Dispose();
    }

    /// <summary>What stands in the log of the server.</summary>
    private sealed class Logged : ILogger<WebhookSending>
    {
        public List<string> Lines { get; } = [];
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
