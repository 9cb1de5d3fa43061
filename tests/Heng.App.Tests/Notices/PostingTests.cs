using Heng.App.Features.Notices;
using Heng.App.Features.Notices.Robots;
using Heng.App.Features.Notices.Sending;
using Heng.App.Tests.Connectors;
using Heng.App.Tests.Store;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Notices;

/// <summary>The queue of what leaves, against a stand-in on this machine and a clock on which nobody waits.</summary>
public sealed class PostingTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("heng-posting-").FullName, "data");
    private readonly HurriedTime time = new(new(2026, 11, 3, 1, 0, 0, TimeSpan.Zero));
    private readonly Database database;
    private readonly List<RobotClient> clients = [];
    private StandInRobot robot = null!;
    private int occasion;

    public PostingTests()
    {
        database = Migrated.In(folder);
        database.People.Import([new("陈佳怡", ["a"], "售前一组", "front-line", 0m, new(2026, 1, 1), null), new("李思远", ["b"], "售前二组", "front-line", 0m, new(2026, 1, 1), null)], null, 0);
    }

    public async Task InitializeAsync() => robot = await StandInRobot.Start();

    private NoticeRobot Add(string? group = null, params string[] kinds) => database.NoticeRobots.Add(new(0, "群", "dingtalk", group, kinds.Length > 0 ? kinds : [NoticeWords.PartReminded, NoticeWords.MonthClosed], false, RobotState.Active,
        new RobotSafe(folder).Close(new(robot.Address, "SECtest")), 0, Now, "hr"));

    private void Tell(string to = "陈佳怡", string kind = NoticeWords.PartReminded) =>
        database.Notices.Tell([new(to, kind, $"{++occasion}", new Dictionary<string, string> { ["late"] = "1", ["stage-zh"] = $"环节{occasion}", ["stage-en"] = "s" }, "/x", Now)]);

    /// <summary>As a server that was just started.</summary>
    private Posting Server(TimeSpan? patience = null)
    {
        var client = new RobotClient(time, patience);
        clients.Add(client);
        return new(database, new RobotOutlets(database, new(folder), robot.Places, client).All, time);
    }

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
    private NoticeMessage Last => database.NoticeMessages.Latest(1)[0];

    [Fact]
    public async Task A_burst_becomes_one_signed_message_and_is_sent_once()
    {
        Tell(); // before the robot was added
        Add();
        for (var i = 0; i < 30; i++) Tell();
        await Server().Round();
        await Server().Round();
        var (query, _) = Assert.Single(robot.Posted);
        Assert.Contains("&timestamp=1793667600000&sign=" + Uri.EscapeDataString(RobotSignature.DingTalk(1_793_667_600_000, "SECtest")), query, StringComparison.Ordinal);
        Assert.StartsWith("【衡】30 条提醒\n· ", robot.Texts[0], StringComparison.Ordinal);
        Assert.Equal((MessageState.Sent, 30, "0 ok"), (Last.State, Last.Told, Last.Answer));
        Tell();
        await Server().Round();
        Assert.StartsWith("【衡】1 条提醒", robot.Texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_robot_hears_its_kinds_and_its_group_alone()
    {
        Add("售前一组", NoticeWords.PartReminded);
        Tell("李思远");
        Tell("hr");
        Tell("陈佳怡", NoticeWords.MonthClosed);
        Tell("陈佳怡", NoticeWords.ObjectionRaised);
        await Server().Round();
        Assert.Empty(robot.Posted);
        Tell("陈佳怡");
        await Server().Round();
        Assert.StartsWith("【衡】1 条提醒", Assert.Single(robot.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_twenty_first_of_a_minute_waits_for_the_next_one()
    {
        var added = Add();
        var server = Server();
        for (var i = 0; i < 20; i++) Assert.Equal(MessageState.Sent, (await server.Trial(RobotOutlets.KeyOf(added.Id)))!.State);
        Tell();
        await server.Round();
        Assert.Equal((20, MessageState.Queued), (robot.Posted.Count, Last.State));
        time.Pass(TimeSpan.FromSeconds(60));
        await server.Round();
        Assert.Equal(20, robot.Posted.Count); // a minute ago is still within the minute
        time.Pass(TimeSpan.FromSeconds(1));
        await Server().Round();
        Assert.Equal((21, MessageState.Sent), (robot.Posted.Count, Last.State));
    }

    [Fact]
    public async Task What_fails_by_itself_is_tried_again_and_what_is_refused_is_not()
    {
        Add();
        Tell();
        robot.Answer = n => Task.FromResult(n <= 2 ? Results.StatusCode(503) : StandInRobot.Ok);
        await Server().Round();
        Assert.Equal((3, MessageState.Sent, 3), (robot.Posted.Count, Last.State, Last.Tries));
        Tell();
        robot.Answer = _ => Task.FromResult(Results.Text("""{"errcode":310000,"errmsg":"sign not match, token-nobody-may-see"}"""));
        await Server().Round();
        time.Pass(TimeSpan.FromHours(1));
        await Server().Round();
        Assert.Equal((4, MessageState.Refused, "310000 sign not match, …"), (robot.Posted.Count, Last.State, Last.Answer));
    }

    [Fact]
    public async Task A_limit_waits_ten_minutes_and_takes_nothing_before_it()
    {
        Add();
        Tell();
        robot.Answer = n => Task.FromResult(n == 1 ? Results.Text("""{"errcode":130101,"errmsg":"send too fast"}""") : StandInRobot.Ok);
        await Server().Round();
        Tell();
        time.Pass(TimeSpan.FromSeconds(599));
        await Server().Round();
        Assert.Single(robot.Posted);
        time.Pass(TimeSpan.FromSeconds(1));
        await Server().Round();
        await Server().Round();
        // The first message again, then what came meanwhile.
        Assert.Equal(3, robot.Posted.Count);
        Assert.Equal(robot.Texts[0], robot.Texts[1]);
        Assert.Contains("环节2", robot.Texts[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_gone_or_silent_holds_up_nobody_and_is_given_up_after_a_day()
    {
        Add();
        Tell();
        robot.Answer = async _ => { await Task.Delay(TimeSpan.FromSeconds(5)); return StandInRobot.Ok; };
        var silent = Server(TimeSpan.FromMilliseconds(100));
        await silent.Round();
        Assert.Equal((MessageState.Queued, 3, "no answer in time"), (Last.State, Last.Tries, Last.Answer));
        time.Pass(TimeSpan.FromHours(25));
        await silent.Round();
        Assert.Equal(MessageState.Refused, Last.State);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        Add();
        Tell();
        robot.Answer = _ => Task.FromResult(Results.Redirect("/elsewhere", preserveMethod: true));
        await Server().Round();
        Assert.Single(robot.Posted);
        Assert.Equal((MessageState.Refused, "HTTP 307"), (Last.State, Last.Answer));
    }

    [Fact]
    public async Task What_was_queued_when_the_server_ended_is_sent_later_once()
    {
        var added = Add();
        Tell();
        database.NoticeMessages.Queue(RobotOutlets.KeyOf(added.Id), added.After, database.Notices.Of("陈佳怡", 1)[0].Number, 1, Now); // and it ended here
        await Server().Round();
        await Server().Round();
        Assert.Single(robot.Posted);
    }

    [Fact]
    public async Task What_was_being_sent_when_the_server_ended_is_not_sent_again_and_the_log_says_so()
    {
        var added = Add();
        Tell();
        var dies = new Posting(database, () => [.. new RobotOutlets(database, new(folder), robot.Places, new(time)).All().Select(o => o with { Deliver = async (text, cancel) => { await o.Deliver(text, cancel); throw new InvalidOperationException("killed"); } })], time);
        await Assert.ThrowsAsync<InvalidOperationException>(() => dies.Round()); // it arrived; nobody was left to note it
        Tell();
        time.Pass(TimeSpan.FromSeconds(599));
        await Server().Round();
        Assert.Single(robot.Posted);
        time.Pass(TimeSpan.FromSeconds(2));
        await Server().Round();
        Assert.Equal(2, robot.Posted.Count);
        Assert.DoesNotContain("环节1", robot.Texts[1], StringComparison.Ordinal);
        Assert.Equal([MessageState.Sent, MessageState.Unknown], database.NoticeMessages.Latest(9).Select(m => m.State));
        Assert.Equal(RobotOutlets.KeyOf(added.Id), Last.Outlet);
    }

    [Fact]
    public async Task Two_servers_at_once_send_it_once()
    {
        Add();
        for (var i = 0; i < 5; i++)
        {
            Tell();
            await Task.WhenAll(Server().Round(), Server().Round(), Server().Round());
        }
        Assert.Equal(5, robot.Posted.Count);
    }

    [Fact]
    public async Task A_pause_drops_what_was_told_meanwhile_and_removing_forgets_the_keys()
    {
        var added = Add();
        Assert.True(database.NoticeRobots.Turn(added.Id, RobotState.Paused));
        Tell();
        await Server().Round();
        Assert.True(database.NoticeRobots.Turn(added.Id, RobotState.Active));
        await Server().Round();
        Assert.Empty(robot.Posted);
        Assert.True(database.NoticeRobots.Turn(added.Id, RobotState.Removed));
        Assert.Null(database.NoticeRobots.All[0].Secrets);
        Assert.False(database.NoticeRobots.Turn(added.Id, RobotState.Active));
    }

    [Fact]
    public async Task A_kept_address_that_is_not_allowed_is_not_asked()
    {
        Add();
        Tell();
        var client = new RobotClient(time);
        clients.Add(client);
        await new Posting(database, new RobotOutlets(database, new(folder), new(), client).All, time).Round();
        Assert.Empty(robot.Posted);
        Assert.Equal((MessageState.Refused, "address not allowed"), (Last.State, Last.Answer));
    }

    public async Task DisposeAsync()
    {
        foreach (var client in clients) client.Dispose();
        await robot.DisposeAsync();
        database.Dispose();
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }
}
