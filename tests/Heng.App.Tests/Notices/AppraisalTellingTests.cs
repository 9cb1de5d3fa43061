using Heng.App.Features.Appraisals;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.Queries;
using Heng.App.Tests.SignIn;
using Heng.Engine.Appraisal;
using Heng.Store;

namespace Heng.App.Tests.Notices;

/// <summary>October of the small shop under S2: who is told what as it goes on, and what the daily round adds.</summary>
[Collection(QueryShopGroup.Name)]
public sealed class AppraisalTellingTests : IDisposable
{
    private const string Secret = "买家小雨说那一单是我的";
    private static readonly Viewer Hr = new("hr", Role.Hr, null, null);
    private readonly QueryShop shop;
    private readonly LaterShop later;
    private readonly Clock clock = new(); // 2 November 2026, 17:00 in the shop

    public AppraisalTellingTests(QueryShop shop)
    {
        (this.shop, later) = (shop, new(shop));
        var accounts = new Accounts(later.Database, TimeProvider.System);
        accounts.Add("hr", Role.Hr, null, null, "balance-2026");
        accounts.Add("manager", Role.Manager, null, null, "balance-2026");
    }

    private void Do(Viewer viewer, AppraisalAsk ask) => Assert.Null(new AppraisalDoing(later.Database).Do(Now, ask, viewer));
    private Assessment Now => Assessment.All(later.Database, later.Books.Of(QueryShop.October), new(clock.GetUtcNow().ToUnixTimeSeconds())).Single(a => a.Of.Scheme == "s2-office-regulation");
    private IEnumerable<Notice> Of(string to) => later.Database.Notices.Of(to, 50).Select(n => n.Notice).Where(n => n.Link!.Contains("s2-office", StringComparison.Ordinal));
    private string[] Kinds(string to) => [.. Of(to).Select(n => n.Kind).Reverse()];
    private int Daily() => new DailyNotices(later.Books, clock).Run().Count;

    private void To(string stage)
    {
        while (Now.State.Now!.Id != stage) Do(Hr, new(AppraisalAct.End) { Why = "赶在 3 日前" });
    }

    [Fact]
    public void Whose_part_begins_hears_it_when_the_stage_before_ends_with_its_last_day()
    {
        To("confirm");
        var told = Of(shop.Agent).First();
        Assert.Equal((NoticeWords.PartBegins, "/month/2026-10/appraisal?scheme=s2-office-regulation&cycle=month"), (told.Kind, told.Link));
        // Three working days after Monday 2 November: Thursday the 5th is the last.
        Assert.EndsWith("有 1 项等您做，最后一天 11 月 5 日", NoticeWords.Of(told).Zh, StringComparison.Ordinal);
        Assert.EndsWith("1 part waits for you, due 5 Nov", NoticeWords.Of(told).En, StringComparison.Ordinal);
        Assert.DoesNotContain(NoticeWords.PartBegins, Kinds("manager"));
    }

    [Fact]
    public void An_objection_goes_to_leader_and_hr_its_answer_back_and_its_reason_nowhere()
    {
        To("confirm");
        Do(shop.AsAgent, new(AppraisalAct.Object) { Why = Secret });
        Assert.Equal(NoticeWords.ObjectionRaised, Kinds(shop.Leader)[^1]);
        Assert.Equal(NoticeWords.ObjectionRaised, Kinds("hr")[^1]);
        Assert.Contains(shop.Agent, NoticeWords.Of(Of("hr").First()).Zh, StringComparison.Ordinal);
        Do(shop.AsLeader, new(AppraisalAct.Answer) { About = shop.Agent, Why = Secret });
        Assert.Equal(NoticeWords.ObjectionAnswered, Kinds(shop.Agent)[^1]);
        foreach (var name in new[] { shop.Agent, shop.Leader, "hr" }) Assert.DoesNotContain(Of(name), n => n.Words.Values.Any(w => w.Contains("小雨", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_daily_round_reminds_before_on_and_after_the_last_day_once_a_day()
    {
        To("confirm"); // on Monday the 2nd, due on Thursday the 5th
        Assert.DoesNotContain(NoticeWords.PartReminded, Kinds(shop.Agent));
        var late = new List<string>();
        for (var day = 2; day <= 7; day++)
        {
            Daily();
            Assert.Equal(0, Daily());
            late.AddRange(Of(shop.Agent).Where(n => n.Kind == NoticeWords.PartReminded).Select(n => n.Words["late"]).Except(late).ToList());
            clock.Pass(TimeSpan.FromDays(1));
        }
        Assert.Equal(["-2", "0", "1", "2"], late); // the 3rd, 5th, 6th and 7th
        Do(shop.AsAgent, new(AppraisalAct.Confirm));
        var before = Kinds(shop.Agent).Length;
        Daily();
        Assert.Equal(before, Kinds(shop.Agent).Length);
    }

    [Fact]
    public void What_happened_while_nobody_told_it_is_told_by_the_round_and_what_is_old_is_not()
    {
        To("confirm");
        var one = Now;
        var at = new Engine.Records.Instant(clock.GetUtcNow().ToUnixTimeSeconds());
        // As if the server had ended between the event and its notice.
        Assert.True(later.Database.Appraisals.Append(one.Of, one.File.Version, one.Log.Happened.Count, [new(AppraisalEvent.Objected, "confirm", new("confirm", shop.Colleague, Filler.Self, shop.Colleague), shop.Colleague, at, "x")], []));
        Assert.DoesNotContain(NoticeWords.ObjectionRaised, Kinds("hr"));
        Daily();
        Assert.Equal(NoticeWords.ObjectionRaised, Kinds("hr").Single(k => k == NoticeWords.ObjectionRaised));
        Assert.True(later.Database.Appraisals.Append(one.Of, one.File.Version, one.Log.Happened.Count + 1, [new(AppraisalEvent.Objected, "confirm", new("confirm", shop.Agent, Filler.Self, shop.Agent), shop.Agent, at.Plus(-3 * 86_400 - 1), "x")], []));
        Daily();
        Assert.Single(Kinds("hr"), k => k == NoticeWords.ObjectionRaised);
    }

    [Fact]
    public async Task Two_rounds_at_once_tell_nothing_twice()
    {
        To("confirm");
        clock.Pass(TimeSpan.FromDays(1));
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Daily)));
        var reminded = later.Database.People.All.Select(p => p.Name).Sum(n => Of(n).Count(x => x.Kind == NoticeWords.PartReminded));
        Assert.True(reminded > 2);
        Assert.Equal(0, Daily());
        Assert.True(told.Sum() >= reminded);
    }

    [Fact]
    public void A_reopened_stage_and_published_results_are_heard_by_those_concerned()
    {
        To("confirm");
        Do(Hr, new(AppraisalAct.Reopen) { Stage = "leader", About = shop.Agent, Why = Secret });
        Assert.Contains(NoticeWords.AssessmentReopened, Kinds(shop.Agent));
        Assert.DoesNotContain(NoticeWords.AssessmentReopened, Kinds(shop.Colleague));
        To("review");
        Do(Hr, new(AppraisalAct.Approve));
        Do(shop.Manager, new(AppraisalAct.Approve));
        Do(Hr, new(AppraisalAct.Approve));
        Assert.Contains(NoticeWords.AssessmentPublished, Kinds(shop.Agent));
        Assert.Contains(NoticeWords.AssessmentPublished, Kinds(shop.Stranger));
    }

    [Fact]
    public void A_closed_month_is_told_to_everybody_in_it_at_their_payslip_and_to_who_answers_for_pay_at_the_run()
    {
        // September was closed before these accounts were made; its decision is not three days old by the real clock.
        MonthTold.Tell(later.Database, QueryShop.September, new(1));
        string? Link(string name) => later.Database.Notices.Of(name, 50).Select(n => n.Notice).SingleOrDefault(n => n.Kind == NoticeWords.MonthClosed)?.Link;
        Assert.Equal(($"/month/2026-09/agent/{Uri.EscapeDataString(shop.Agent)}/pay", "/month/2026-09/run"), (Link(shop.Agent), Link("hr")));
        Assert.Empty(MonthTold.Tell(later.Database, QueryShop.September, new(2)));
        Assert.Empty(MonthTold.Tell(later.Database, QueryShop.October, new(2))); // not closed
    }

    public void Dispose() => later.Dispose();
}
