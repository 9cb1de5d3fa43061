using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Store;

/// <summary>Settings, robots and the queue of what leaves, on both databases.</summary>
public sealed class NoticeSendingTests
{
    private static NoticeRobot Robot(string name) => new(0, name, "wecom", "售前一组", ["part-begins", "month-closed"], true, RobotState.Active, "closed", 0, new(100), "hr");

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void The_last_setting_is_in_force_and_the_defaults_before_any(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var settings = fresh.Database.NoticeSettings;
        Assert.Equal((NoticeSetting.Default, null), (settings.Setting, settings.Last));
        settings.Set(new(new(3, 2), 8, "https://heng.example"), new(5), "hr");
        settings.Set(new(new(0, 0), 23, null), new(6), "manager");
        Assert.Equal(new NoticeSettingStep(new(new(0, 0), 23, null), new(6), "manager"), settings.Last);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_robot_begins_after_what_was_told_and_is_kept_as_it_was_added(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        fresh.Database.Notices.Tell([new("a", "k", "1", new Dictionary<string, string>(), null, new(1))]);
        var added = fresh.Database.NoticeRobots.Add(Robot("一"));
        var kept = Assert.Single(fresh.Database.NoticeRobots.All);
        Assert.Equal((1L, 1L, "一", "售前一组", true, "closed"), (kept.Id, kept.After, kept.Name, kept.Group, kept.English, kept.Secrets));
        Assert.Equal(added.Kinds, kept.Kinds);
        fresh.Database.NoticeRobots.Past(1, 7);
        fresh.Database.NoticeRobots.Past(1, 3);
        Assert.Equal(7, fresh.Database.NoticeRobots.All[0].After);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_message_is_queued_once_and_a_try_is_had_by_one(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var messages = fresh.Database.NoticeMessages;
        Assert.True(messages.Queue("robot/1", 0, 5, 2, new(100)));
        Assert.False(messages.Queue("robot/1", 0, 5, 2, new(100)));
        Assert.False(messages.Queue("robot/1", 5, 6, 1, new(100))); // the first still waits
        Assert.True(messages.Queue("robot/2", 0, 5, 2, new(100)));
        var message = Assert.Single(messages.Waiting("robot/1"));
        Assert.Single(Enumerable.Range(0, 8).AsParallel().Select(_ => messages.Try(message, new(101), 20)), had => had);
        messages.Answered(message, MessageState.Queued, "HTTP 503", new(200));
        Assert.False(messages.Try(message, new(199), 20));
        Assert.True(messages.Try(message, new(200), 20));
        Assert.True(messages.Try(message, new(201), 20, again: true));
        messages.Answered(message, MessageState.Sent, "0 ok", new(201));
        Assert.Equal((MessageState.Sent, 3, new Instant(201), "0 ok"), messages.Latest(9).Where(m => m.Outlet == "robot/1").Select(m => (m.State, m.Tries, m.TriedAt!.Value, m.Answer)).Single());
        Assert.True(messages.Queue("robot/1", 5, 6, 1, new(300)));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void A_try_that_nobody_answered_is_abandoned_and_budgets_count_each_outlet_by_itself(DatabaseEngine engine)
    {
        using var fresh = engine.Fresh();
        var messages = fresh.Database.NoticeMessages;
        foreach (var outlet in new[] { "robot/1", "robot/2" }) Assert.True(messages.Queue(outlet, 0, 5, 2, new(100)));
        var (one, two) = (messages.Waiting("robot/1")[0], messages.Waiting("robot/2")[0]);
        Assert.True(messages.Try(one, new(100), 1));
        Assert.False(messages.Try(one, new(160), 1, again: true));
        Assert.True(messages.Try(two, new(160), 1));
        Assert.Equal(1, messages.Abandon(new(101)));
        Assert.Equal([MessageState.Unknown, MessageState.Begun], messages.Latest(9).OrderBy(m => m.Outlet).Select(m => m.State));
        messages.Answered(one, MessageState.Queued, "late", new(900)); // nobody sends it again for that
        Assert.Equal(MessageState.Unknown, messages.Latest(9).Single(m => m.Outlet == "robot/1").State);
    }
}
