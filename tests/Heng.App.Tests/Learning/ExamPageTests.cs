using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Heng.App.Features.Exams;
using Heng.App.Features.People;
using Heng.App.Features.Training;
using Heng.App.Tests.SignIn;
using Heng.App.Tests.Store;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Learning;

/// <summary>Exams over HTTP: 售后月考 asks 王雨桐 and 李思远 one question of each kind within the next hour, 20 minutes, set by 陈静.</summary>
public sealed partial class ExamPageTests
{
    private const string List = "/growth/exams", One = "/growth/exams/1", Sit = One + "/sit", Words = One + "/words";
    private static readonly ExamBank Bank = new("after-sales", "售后题库",
    [
        new("s1", ExamAsk.Single, "从哪天算起？", 4m, ["签收次日", "下单日", "付款日"], [0], ["售后"], "密讲解一"),
        new("m1", ExamAsk.Multiple, "哪些要核对？", 5m, ["改地址", "催发货", "问天气"], [0, 1], ["售后"], "密讲解二"),
        new("w1", ExamAsk.Text, "您怎么回？", 10m, [], [], ["话术"], "密讲解三"),
    ]);
    private static readonly Viewer Chen = new("chen", Role.Leader, "陈静", "一组");

    private static void Bring(LearningSite site, ExamBank? bank = null) => Assert.Null(new ExamDoing(site.Database, site.Folder, site.Clock).Bring(bank ?? Bank, Chen).Refused);

    private static (string, string)[] Exam(LearningSite site, params (string, string)[] more) =>
        [.. more, ("name", "售后月考"), ("bank", "after-sales"), ("ids", "s1 m1 w1"), ("minutes", "20"), ("opens", site.In(0)), ("closes", site.In(60)), ("pass", "60"), ("tries", "1")];

    private static async Task<Visitor> Set(LearningSite site)
    {
        Bring(site);
        var chen = await site.As("chen");
        Assert.Null(await chen.Post(List, List, Exam(site, ("person", "王雨桐"), ("person", "李思远"))).Refused());
        return chen;
    }

    private static KeptMatter<SittingHappening> Kept(LearningSite site, string who) => site.Database.Matters(LearningKinds.Sittings).About(who)[^1];
    private static SittingState Sitting(LearningSite site, string who) => new(Kept(site, who).Happened);
    private static string Answers(LearningSite site, string who) => string.Join(' ', Sitting(site, who).Answers.OrderBy(a => a.Question, StringComparer.Ordinal).Select(a => $"{a.Question}:{string.Concat(a.Chosen.Order())}{a.Text}"));
    private static IEnumerable<string> Records(LearningSite site) => site.Database.Records(RecordKinds.Exams).All(Shops.Company.Id).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Agent} {e.Name} {e.Score}/{e.Full} {e.Day:MM-dd} {e.IsDialogue}")).Order(StringComparer.Ordinal);

    /// <summary>The fields of a sheet in which one answers as the bank writes it, with what the page says stands there.</summary>
    private static async Task<(string, string)[]> Sheet(LearningSite site, Visitor by, string who, params SittingAnswer[] answers)
    {
        var from = From().Matches(await by.Read(Sit)).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value, StringComparer.Ordinal);
        var paper = ExamBook.Find(site.Database, 1)!.Paper(Sitting(site, who));
        return
        [
            .. from.Select(f => ("from:" + f.Key, f.Value)),
            .. answers.SelectMany(a => paper.ToList().FindIndex(p => p.Question.Id == a.Question) is var n && a.Text.Length > 0 ? [($"t:{n}", a.Text)] : a.Chosen.Select(c => ($"a:{n}", paper[n].Order.ToList().IndexOf(c).ToString(CultureInfo.InvariantCulture)))),
        ];
    }

    private static SittingAnswer Chose(string question, params int[] places) => new(question, places, "");

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_sheet_goes_from_its_beginning_over_scoring_without_names_to_a_record(DatabaseEngine engine)
    {
        using var site = new LearningSite(engine);
        var chen = await Set(site);
        Assert.Equal(["exam-set"], site.Told("王雨桐"));
        var wang = await site.As("wang");
        Assert.Null(await wang.Post(One, One, ("act", "begin")).Refused());
        var sheet = await Sheet(site, wang, "王雨桐", Chose("s1", 0), Chose("m1", 1), new("w1", [], "亲，抱歉"));
        Assert.Null(await wang.Post(Sit, Sit, [("act", "hand-in"), .. sheet]).Refused());
        // Words wait for a person: no record yet, and who set it is told.
        Assert.Empty(Records(site));
        Assert.Equal(["exam-to-score"], site.Told("陈静"));
        Assert.Equal(["exam-to-score"], site.Told("qa"));

        var page = await chen.Read(Words);
        Assert.Contains("亲，抱歉", page, StringComparison.Ordinal);
        Assert.DoesNotContain("王雨桐", page, StringComparison.Ordinal);
        var token = Token().Match(page).Groups[1].Value;
        Assert.Equal("mark-out-of-range", await chen.Post(Words, Words, ($"mark:{token}", "10.5"), ($"comment:{token}", "好")).Refused());
        Assert.Equal("mark-out-of-range", await chen.Post(Words, Words, ($"mark:{token}", "十"), ($"comment:{token}", "好")).Refused());
        Assert.Equal("not-scored", await chen.Post(Words, Words, ($"mark:{token}", ""), ($"comment:{token}", "好")).Refused());
        Assert.Null(await chen.Post(Words, Words, ($"mark:{token}", "7.5"), ($"comment:{token}", "再给个时间")).Refused());
        // 4 + half of 5 + 7.5 = 14 of 19
        Assert.Equal(["王雨桐 售后月考 14/19 11-02 False"], Records(site));
        Assert.Equal(["exam-set", "exam-final"], site.Told("王雨桐"));
        // Once and not again.
        new ExamDoing(site.Database, site.Folder, site.Clock).SettleAll();
        Assert.Single(Records(site));
        Assert.Equal(["exam-sitting-begun", "exam-sitting-answered", "exam-sitting-handed-in", "exam-sitting-scored", "exam-sitting-recorded"], site.Database.Decisions.About("exam-sitting/1").Select(d => d.What));
        Assert.Null(site.Database.Decisions.FirstBroken());

        // Answers and explanations once the exam has closed, and not before.
        Assert.DoesNotContain("密讲解", await wang.Read(One), StringComparison.Ordinal);
        site.Clock.Pass(TimeSpan.FromMinutes(61));
        var after = await wang.Read(One);
        foreach (var text in new[] { "密讲解一", "密讲解二", "再给个时间", "14 / 19" }) Assert.Contains(text, after, StringComparison.Ordinal);
        Assert.Contains("最难的题", await chen.Read(One), StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_many_to_draw_stands_beside_each_tag_of_the_bank_that_is_chosen()
    {
        using var site = new LearningSite();
        Bring(site);
        Bring(site, Bank with { Id = "rules", Name = "红线题库" });
        var chen = await site.As("chen");
        (string, string)[] Asks(params (string, string)[] draws) => [.. Exam(site, ("person", "王雨桐")).Where(f => f.Item1 != "ids"), .. draws];
        Assert.Equal("draws-elsewhere", await chen.Post(List, List, Asks(("draw:rules:售后", "2"), ("draw:after-sales:", "1"))).Refused());
        Assert.Equal("nothing-drawn", await chen.Post(List, List, Asks(("draw:after-sales:售后", "二"))).Refused());
        Assert.Equal("nothing-drawn", await chen.Post(List, List, Asks(("draw:after-sales:售后", "0"))).Refused());
        Assert.Null(await chen.Post(List, List, Asks(("draw:after-sales:售后", "2"), ("draw:after-sales:话术", ""), ("draw:after-sales:", "1"))).Refused());
        Assert.Equal([new ExamDraw("售后", 2), new ExamDraw("", 1)], new ExamState(site.Database.Matters(LearningKinds.Exams).Find(1)!.Happened).Setting.Draws);
        // Two of the three questions have the tag; what was asked stands there again.
        var page = WebUtility.HtmlDecode(await chen.Read(One));
        Assert.Contains("name=\"draw:after-sales:售后\" min=\"0\" max=\"2\" value=\"2\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"draw:rules:售后\" min=\"0\" max=\"2\" />", page.Replace("max=\"2\">", "max=\"2\" />", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_of_questions_stands_right_under_the_refusal()
    {
        using var site = new LearningSite();
        Bring(site);
        var chen = await site.As("chen");
        using var sent = await chen.Upload("bad.yaml", "bank: bad\nname: 坏\nquestions:\n- id: a\n  kind: essay\n  question: 问\n  points: 1\n", List, List + "/banks", "file");
        var page = WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync());
        Assert.True(page.IndexOf("bank-unreadable", StringComparison.Ordinal) < page.IndexOf("题型“essay”", StringComparison.Ordinal) && page.IndexOf("题型“essay”", StringComparison.Ordinal) < page.IndexOf("还没有考试", StringComparison.Ordinal), page);
    }

    [Theory]
    [InlineData("要点：先致歉", "先致歉")]
    [InlineData("先说要点：致歉", "先说要点：致歉")]
    public void The_page_that_names_the_key_names_it_once(string explanation, string shown) => Assert.Equal(shown, ExamWords.KeyOf(explanation));

    [Fact]
    public async Task What_the_page_of_a_sheet_holds_is_the_same_whatever_is_right()
    {
        using var site = new LearningSite();
        await Set(site);
        var wang = await site.As("wang");
        Assert.Null(await wang.Post(One, One, ("act", "begin")).Refused());
        var seed = Sitting(site, "王雨桐").Seed;
        string Clean(string html) => AntiForgery().Replace(html, "");
        var page = Clean(await wang.Read(Sit));
        Assert.DoesNotContain("密讲解", page, StringComparison.Ordinal);

        // Another shop, whose bank has other keys and explanations, the same person, the same seed: the same page.
        using var other = new LearningSite();
        Bring(other, Bank with { Questions = [.. Bank.Questions.Select(q => q with { Right = q.Ask switch { ExamAsk.Single => [2], ExamAsk.Multiple => [1, 2], _ => [] }, Explanation = "别的" })] });
        var chen = await other.As("chen");
        Assert.Null(await chen.Post(List, List, Exam(other, ("person", "王雨桐"), ("person", "李思远"))).Refused());
        Assert.NotNull(other.Database.Matters(LearningKinds.Sittings).Begin(new("王雨桐", new(2026, 11, 2)), Kept(site, "王雨桐").Happened[0] with { Seed = seed }));
        Assert.Equal(page, Clean(await (await other.As("wang")).Read(Sit)));
    }

    [Fact]
    public async Task Answers_are_kept_as_they_are_given_over_reloads_and_a_second_device_and_none_is_lost_by_a_stale_page()
    {
        using var site = new LearningSite();
        await Set(site);
        var (phone, desk) = (await site.As("wang"), await site.As("wang"));
        Assert.Null(await phone.Post(One, One, ("act", "begin")).Refused());
        var stale = await Sheet(site, phone, "王雨桐");
        using (var saved = await phone.Post(Sit, Sit, [("act", "auto"), .. await Sheet(site, phone, "王雨桐", Chose("s1", 1))]))
            Assert.Contains("已答 1 / 3", await saved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // The desk shows it, changes it and adds one.
        Assert.Null(await desk.Post(Sit, Sit, [("act", "save"), .. await Sheet(site, desk, "王雨桐", Chose("s1", 0), Chose("m1", 0, 1))]).Refused());
        // A page of before either, on which nothing was changed, changes nothing; a word on it is added.
        var paper = ExamBook.Find(site.Database, 1)!.Paper(Sitting(site, "王雨桐"));
        var words = paper.ToList().FindIndex(p => p.Question.Ask == ExamAsk.Text);
        Assert.Null(await phone.Post(Sit, Sit, [("act", "save"), .. stale, ($"t:{words}", "亲")]).Refused());
        Assert.Equal("m1:01 s1:0 w1:亲", Answers(site, "王雨桐"));
        // Asked again before what is not answered is handed in.
        Assert.Null(await desk.Post(Sit, Sit, [("act", "save"), .. await Sheet(site, desk, "王雨桐", Chose("m1", 0, 1), new SittingAnswer("w1", [], "亲"))]).Refused());
        Assert.Equal("m1:01 s1: w1:亲", Answers(site, "王雨桐"));
        Assert.Equal("some-unanswered", await desk.Post(Sit, Sit, [("act", "hand-in"), .. await Sheet(site, desk, "王雨桐", Chose("m1", 0, 1), new SittingAnswer("w1", [], "亲"))]).Refused());
        Assert.False(Sitting(site, "王雨桐").IsHandedIn);
        Assert.Null(await desk.Post(Sit, Sit, [("act", "hand-in-sure"), .. await Sheet(site, desk, "王雨桐", Chose("m1", 0, 1), new SittingAnswer("w1", [], "亲"))]).Refused());
        Assert.Equal("already-handed-in", await phone.Post(Sit, One, [("act", "save"), .. stale, ($"t:{words}", "晚了")]).Refused());
    }

    [Fact]
    public async Task Time_ends_by_the_servers_clock_late_answers_are_refused_by_name_and_what_was_kept_counts()
    {
        using var site = new LearningSite();
        await Set(site);
        var wang = await site.As("wang");
        Assert.Null(await wang.Post(One, One, ("act", "begin")).Refused());
        Assert.Null(await wang.Post(Sit, Sit, [("act", "save"), .. await Sheet(site, wang, "王雨桐", Chose("s1", 0))]).Refused());
        var late = await Sheet(site, wang, "王雨桐", Chose("s1", 1), Chose("m1", 0, 1));
        // 20 minutes: the last second counts, the next does not.
        site.Clock.Pass(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.OK, (await wang.Get(Sit)).StatusCode);
        site.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal("time-over", await wang.Post(Sit, One, [("act", "auto"), .. late]).Refused());
        Assert.Equal("time-over", await wang.Post(Sit, One, [("act", "hand-in"), .. late]).Refused());
        Assert.Equal(HttpStatusCode.SeeOther, (await wang.Get(Sit)).StatusCode);
        // Nobody handed it in: the next round puts it on record, 4 of 19, for no answer in words is 0 by itself.
        new ExamDoing(site.Database, site.Folder, site.Clock).SettleAll();
        Assert.Equal(["王雨桐 售后月考 4/19 11-02 False"], Records(site));
        // Who never sat has no record, also after the window.
        site.Clock.Pass(TimeSpan.FromHours(2));
        new ExamDoing(site.Database, site.Folder, site.Clock).SettleAll();
        Assert.Single(Records(site));
    }

    [Fact]
    public async Task Who_may_not_is_refused_and_what_one_may_not_see_is_not_there()
    {
        using var site = new LearningSite();
        var chen = await Set(site);
        var (zhao, lu, li, auditor, qa) = (await site.As("zhao"), await site.As("lu"), await site.As("li"), await site.As("auditor"), await site.As("qa"));
        foreach (var (visitor, sees) in new[] { (zhao, false), (lu, false), (li, true), (auditor, true), (qa, true) })
        {
            using var answer = await visitor.Get(One);
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        }
        Assert.Equal("404", await zhao.Post(One, List, ("act", "begin")).Refused());
        Assert.Equal("not-asked", await qa.Post(One, List, ("act", "begin")).Refused());
        Assert.Equal("403", await li.Post(List, List, Exam(site, ("person", "李思远"))).Refused());
        Assert.Equal("not-your-group", await chen.Post(List, List, Exam(site, ("person", "赵磊"))).Refused());
        Assert.Equal("bank-unknown", await chen.Post(List, List, ("name", "x"), ("bank", "none")).Refused());
        foreach (var visitor in new[] { li, lu, auditor }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(Words)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await li.Get(Sit)).StatusCode);
        // Changed while nobody has begun, with those asked and the page's own fields.
        Assert.Equal("minutes-out-of-range", await chen.Post(One, One, [("act", "change"), ("minutes", "0"), .. Exam(site, ("person", "李思远"))]).Refused());
        Assert.Null(await chen.Post(One, One, [("act", "change"), ("minutes", "25"), .. Exam(site, ("person", "李思远"))]).Refused());
        Assert.Equal((25, 1), new ExamState(site.Database.Matters(LearningKinds.Exams).Find(1)!.Happened).Setting is var changed ? (changed.Minutes, changed.Asked.Count) : default);
        Assert.Equal(["exam-set", "exam-changed"], site.Told("李思远"));
        // Two beginnings at once are one sitting.
        Assert.Null(await li.Post(One, One, ("act", "begin")).Refused());
        Assert.Equal("sitting-runs", await li.Post(One, One, ("act", "begin")).Refused());
        Assert.Single(site.Database.Matters(LearningKinds.Sittings).About("李思远"));
        Assert.Equal("has-begun", await chen.Post(One, One, ("act", "call-off"), ("why", "x")).Refused());
    }

    [Fact]
    public async Task A_bank_that_is_imported_again_is_its_next_version_and_sheets_keep_theirs()
    {
        using var site = new LearningSite();
        await Set(site);
        var li = await site.As("li");
        Assert.Null(await li.Post(One, One, ("act", "begin")).Refused());
        Bring(site, Bank with { Questions = [.. Bank.Questions.Select(q => q with { Text = "新版" + q.Text })] });
        Assert.Equal((2, 1), (site.Database.Matters(LearningKinds.Banks).Find("after-sales")!.Happened.Count, Sitting(site, "李思远").Version));
        Assert.DoesNotContain("新版", await li.Read(Sit), StringComparison.Ordinal);
    }

    [GeneratedRegex("name=\"from:(\\d+)\" value=\"([^\"]*)\"")]
    private static partial Regex From();
    [GeneratedRegex("name=\"mark:([0-9a-f]+)\"")]
    private static partial Regex Token();
    [GeneratedRegex("<input[^>]*__RequestVerificationToken[^>]*>")]
    private static partial Regex AntiForgery();
}
