using System.Data.Common;
using Dapper;
using Heng.App.Features.Suggestions;
using Heng.App.Features.Surveys;
using Heng.App.Tests.Store;
using Heng.Engine.Voice;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using static Heng.App.Tests.Voice.VoiceShop;

namespace Heng.App.Tests.Voice;

public sealed class SurveyTests
{
    private static readonly DateOnly First = new(2026, 11, 2), Last = new(2026, 11, 8);

    private static long Open(VoiceShop shop, string form = "monthly", int least = 5, params string[] groups) => shop.Asking.Open(new(form, First, Last, groups, least), Hr).Id!.Value;

    private static SurveyAnswerGiven Given(int fair, int clear = 3, int helped = 3, string? line = null) => new(new Dictionary<string, int> { ["fair"] = fair, ["understandable"] = clear, ["helped"] = helped }, line);

    private static string? Answer(VoiceShop shop, long id, string name, SurveyAnswerGiven? given = null) => shop.Asking.Answer(id, given ?? Given(4), Agent(name))?.Name;

    private static SurveyView View(VoiceShop shop, long id, Features.People.Viewer viewer) => new SurveysQuery(shop.Database, _ => viewer, shop.Clock).One(id, null, new DefaultHttpContext()).Result.View!;

    [Fact]
    public void The_shipped_forms_read_three_taps_a_month_and_fifteen_questions_a_year() =>
        Assert.Equal([("monthly", SurveyRhythm.Monthly, 3), ("yearly", SurveyRhythm.Yearly, 15)], SurveyForms.Shipped.Select(f => (f.Form.Id, f.Form.Rhythm, f.Form.Questions.Count)));

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void That_somebody_answered_and_what_was_answered_are_kept_apart_and_in_no_order(DatabaseEngine engine)
    {
        using VoiceShop shop = new(engine), other = new(engine);
        var (id, same) = (Open(shop), Open(other));
        var decisions = shop.Database.Decisions.All.Count;
        var before = shop.Dump().ToHashSet(StringComparer.Ordinal);
        var given = One.Select((n, i) => (Name: n, Given: Given(1 + i % 5, line: "话" + (9 - i)))).ToArray();
        foreach (var (name, answer) in given) Assert.Null(Answer(shop, id, name, answer));
        foreach (var (name, answer) in given.Reverse()) Assert.Null(Answer(other, same, name, answer));
        // An answer is in no log, and no table but the two has anything new.
        Assert.Equal(decisions, shop.Database.Decisions.All.Count);
        Assert.Equal(["survey_participation", "survey_tally"], shop.Dump().Where(row => !before.Contains(row)).Select(row => row[..row.IndexOf(':', StringComparison.Ordinal)]).Distinct());
        using var connection = shop.Database.Connect();
        using var theirs = other.Database.Connect();
        var row = connection.QuerySingle<(long, string)>("SELECT survey_id, tally FROM survey_tally");
        Assert.Equal(row, theirs.QuerySingle<(long, string)>("SELECT survey_id, tally FROM survey_tally"));
        Assert.All(One, name => Assert.DoesNotContain(name, row.Item2, StringComparison.Ordinal));
        Assert.Equal(["person", "survey_id"], ((IDictionary<string, object>)connection.Query("SELECT * FROM survey_participation").First()).Keys.Order(StringComparer.Ordinal));
        Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute("DELETE FROM survey_participation")).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void Many_answer_at_once_and_twice_and_each_counts_once(DatabaseEngine engine)
    {
        using var shop = new VoiceShop(engine);
        var id = Open(shop);
        var refused = One.Concat(Two).SelectMany(n => new[] { n, n }).AsParallel().Select(n => Answer(shop, id, n)).ToList();
        Assert.Equal(8, refused.Count(r => r is null));
        Assert.Equal(8, refused.Count(r => r == "already-answered"));
        Assert.Equal((8, 8), (shop.Database.SurveyAnswers.Tally(id).All.Answers, shop.Database.SurveyAnswers.Answered(id).Count));
        Assert.Equal([id], shop.Database.SurveyAnswers.AnsweredBy("郑好"));
    }

    [Fact]
    public void Results_come_after_the_end_from_the_threshold_on_and_small_groups_hide_in_the_whole()
    {
        using var shop = new VoiceShop();
        var id = Open(shop);
        foreach (var name in One.Take(5)) Assert.Null(Answer(shop, id, name, Given(5, line: "好")));
        Assert.Null(Answer(shop, id, "郑好", Given(1)));
        // While it is open six answers show nothing, so that a seventh can't be told from the difference.
        Assert.Null(View(shop, id, Boss).Results);
        Assert.Equal((6, 9), (View(shop, id, Boss).Row.Answered, View(shop, id, Boss).Row.Asked));
        shop.Clock.Pass(TimeSpan.FromDays(7));
        var results = View(shop, id, Boss);
        // 5 × 5 + 1 = 26 of 6.
        Assert.Equal(26m / 6m, results.Results!.All!.Questions[0].Mean.Mean);
        // 一组's five would show 郑好's one by the difference.
        Assert.Empty(results.Results.Groups);
        Assert.True(results.HeldBack);
        Assert.Equal(5, results.Results.Lines.Count);
        // Lines are for who leads surveys; the whole is for everybody.
        Assert.Equal((6, 0), (View(shop, id, Wang).Results!.All!.Answers, View(shop, id, Wang).Results!.Lines.Count));
        Assert.Empty(View(shop, id, Wang).Participation);
        Assert.Equal("not-open", Answer(shop, id, "吴桐"));
    }

    [Fact]
    public void A_group_is_shown_to_who_sees_it_and_four_answers_show_nothing()
    {
        using var shop = new VoiceShop();
        var id = Open(shop, least: 5, groups: "一组");
        Assert.Equal("not-asked", Answer(shop, id, "郑好"));
        foreach (var name in One.Take(4)) Answer(shop, id, name);
        shop.Clock.Pass(TimeSpan.FromDays(7));
        Assert.NotNull(View(shop, id, Hr).Results);
        Assert.Null(View(shop, id, Hr).Results!.All);
        shop.Clock.Pass(TimeSpan.FromDays(1));
        var second = shop.Asking.Open(new("monthly", new(2026, 11, 10), new(2026, 11, 12), ["一组"], 5), Hr).Id!.Value;
        foreach (var name in One) Assert.Null(Answer(shop, second, name));
        shop.Clock.Pass(TimeSpan.FromDays(3));
        Assert.Equal(["一组"], View(shop, second, Chen).Results!.Groups.Select(g => g.Group));
        Assert.Empty(View(shop, second, Zheng).Results!.Groups);
        // Of the first too few answered: its place in the trend is empty.
        Assert.Equal([null, 4m], View(shop, second, Hr).Trend!.Questions[0].Means);
        Assert.Equal([new(2026, 11, 8), new(2026, 11, 12)], View(shop, second, Hr).Trend!.Days);
    }

    [Fact]
    public void Opening_tells_who_is_asked_and_reminding_who_has_not_answered_once_a_day()
    {
        using var shop = new VoiceShop();
        var id = Open(shop, least: 5, groups: "一组");
        Assert.Equal((1, 1, 0), (shop.Told("王雨桐").Count, shop.Told("陈静").Count, shop.Told("郑好").Count));
        Assert.Null(Answer(shop, id, "王雨桐"));
        Assert.Equal("role-may-not", shop.Asking.Remind(id, Chen)?.Name);
        Assert.Null(shop.Asking.Remind(id, Hr));
        Assert.Equal("reminded-today", shop.Asking.Remind(id, Boss)?.Name);
        Assert.Equal((1, 2), (shop.Told("王雨桐").Count, shop.Told("李思远").Count));
        shop.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Null(shop.Asking.Remind(id, Hr));
        Assert.Equal(3, shop.Told("李思远").Count);
        Assert.Equal("open-already", shop.Asking.Open(new("monthly", First.AddDays(1), Last, [], 5), Boss).Refused?.Name);
        Assert.Equal("no-such-form", shop.Asking.Open(new("none", First.AddDays(1), Last, [], 5), Boss).Refused?.Name);
        Assert.Null(shop.Asking.Close(id, "开错组了", Hr));
        Assert.Equal("already-closed", shop.Asking.Close(id, "再关", Hr)?.Name);
        Assert.Equal("not-open", Answer(shop, id, "李思远"));
    }

    [Fact]
    public async Task What_is_done_is_told_and_stands_before_the_next_survey()
    {
        using var shop = new VoiceShop();
        var id = Open(shop);
        var act = new SurveyAct("write") { Heard = "看不懂转化率", Doing = "开说明会", By = "陈静", Due = Last };
        Assert.Equal("role-may-not", shop.Asking.Write(id, act, Chen)?.Name);
        Assert.Null(shop.Asking.Write(id, act, Hr));
        Assert.Null(shop.Asking.Write(id, act, Hr));
        Assert.Equal(["survey-open", "survey-action"], shop.Told("王雨桐"));
        Assert.Equal("survey-unknown", shop.Asking.Step(99, 1, ActionEvent.Done, "开了", Hr)?.Name);
        Assert.Null(shop.Asking.Step(id, 1, ActionEvent.Done, "开了两场", Boss));
        var yearly = Open(shop, "yearly");
        var before = Assert.Single((await new SurveysQuery(shop.Database, _ => Wang, shop.Clock).Answer(yearly, null, new DefaultHttpContext())).Seen.View!.Before);
        Assert.Equal(("开说明会", ActionEvent.Done), (before.State.Written.Doing, before.State.Latest.What));
        Assert.Equal([id, yearly], (await new SurveysQuery(shop.Database, _ => Wang, shop.Clock).First(new DefaultHttpContext())).View!.Open.Select(r => r.Id));
    }

    [Fact]
    public void A_shop_keeps_its_own_form_in_versions_and_an_open_survey_keeps_the_one_it_was_opened_with()
    {
        using var shop = new VoiceShop();
        var id = Open(shop);
        var shipped = new SurveyForms(shop.Database).Find("monthly")!;
        var own = shipped.Text.Replace("这个月对我的考核是公平的", "这个月的考核公平", StringComparison.Ordinal);
        Assert.Equal("role-may-not", shop.Asking.Keep("monthly", own, Chen).Refused?.Name);
        Assert.Equal("no-change", shop.Asking.Keep("monthly", shipped.Text, Hr).Refused?.Name);
        Assert.Equal("other-form", shop.Asking.Keep("yearly", own, Hr).Refused?.Name);
        var (refused, errors) = shop.Asking.Keep("monthly", own.Replace("rhythm: monthly", "rhythm: daily", StringComparison.Ordinal), Hr);
        Assert.Equal("form-faulty", refused?.Name);
        Assert.StartsWith("line 3: ", Assert.Single(errors).En, StringComparison.Ordinal);
        Assert.Null(shop.Asking.Keep("monthly", own, Hr).Refused);
        Assert.Null(shop.Asking.Keep("monthly", own + "\n", Boss).Refused);
        var kept = new SurveyForms(shop.Database).Find("monthly")!;
        Assert.Equal((2, "这个月的考核公平"), (kept.Version, kept.Form.Questions[0].Words.Zh));
        Assert.Equal("这个月对我的考核是公平的", View(shop, id, Hr).Form.Questions[0].Words.Zh);
        Assert.Equal(["form-faulty"], new[] { "", "x: [", new string('x', 100_000), "form: a" }.Select(t => shop.Asking.Keep("monthly", t, Hr).Refused?.Name).Distinct());
    }
}
