using System.Globalization;
using System.Net;
using Heng.App.Features.Training;
using Heng.App.Tests.Store;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Tests.Learning;

/// <summary>Trainings over HTTP, each as who is signed in.</summary>
public sealed class TrainingPageTests
{
    private const string List = "/growth/training", One = "/growth/training/1";

    private static (string, string)[] Plan(LearningSite site, params (string, string)[] more) =>
        [("name", "退换货话术"), ("from", site.In(10)), ("to", site.In(70)), ("where", "三楼"), .. more, ("trainer", "林师傅")];

    private static TrainingState State(LearningSite site) => new(site.Database.Matters(LearningKinds.Trainings).Find(1)!.Happened);
    private static IEnumerable<string> Seats(LearningSite site) => site.Database.Records(RecordKinds.Training).All(Shops.Company.Id).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Day:yyyy-MM-dd} {s.Course} {s.Agent} {s.Attended}")).Order(StringComparer.Ordinal);

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_training_goes_from_its_plan_over_a_code_and_marks_to_records(DatabaseEngine engine)
    {
        using var site = new LearningSite(engine);
        var (chen, wang, li) = (await site.As("chen"), await site.As("wang"), await site.As("li"));
        Assert.Null(await chen.Post(List, List, Plan(site, ("trainer", "陈静"), ("group", "一组"))).Refused());
        // The trainer of the group is not one of those asked by their group.
        Assert.Equal(["李思远", "王雨桐"], State(site).Plan.Asked.Order(StringComparer.Ordinal));
        Assert.Equal(["training-asked"], site.Told("王雨桐"));
        Assert.Equal([], site.Told("赵磊"));

        Assert.Null(await li.Post(One, One, ("act", "decline"), ("why", "晚班")).Refused());
        Assert.Equal(["training-declined"], site.Told("陈静"));
        site.Clock.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal("role-may-not", await wang.Post(One, One, ("act", "show-code"), ("minutes", "5")).Refused());
        Assert.Null(await chen.Post(One, One, ("act", "show-code"), ("minutes", "5")).Refused());
        var code = State(site).Code!.Code!;
        // The code stands on the trainer's page alone.
        Assert.Contains($"{code[..3]} {code[3..]}", await chen.Read(One), StringComparison.Ordinal);
        Assert.DoesNotContain($"{code[..3]} {code[3..]}", await wang.Read(One), StringComparison.Ordinal);
        Assert.Equal("code-wrong", await wang.Post(One, One, ("act", "enter-code"), ("code", code == "000000" ? "000001" : "000000")).Refused());
        Assert.Equal(1, State(site).WrongTries("王雨桐"));
        Assert.Null(await wang.Post(One, One, ("act", "enter-code"), ("code", $"{code[..3]} {code[3..]}")).Refused());

        Assert.Equal("not-all-marked", await chen.Post(One, One, ("act", "end")).Refused());
        Assert.Null(await chen.Post(One, One, ("act", "mark"), ("mark:李思远", "absent")).Refused());
        Assert.Empty(Seats(site));
        Assert.Null(await chen.Post(One, One, ("act", "end")).Refused());
        Assert.Equal(["2026-11-02 退换货话术 李思远 False", "2026-11-02 退换货话术 王雨桐 True"], Seats(site));
        Assert.Equal("already-ended", await chen.Post(One, One, ("act", "end")).Refused());

        // What was marked wrongly is corrected, and the later record stands.
        site.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("needs-reason", await chen.Post(One, One, ("act", "mark"), ("mark:李思远", "late")).Refused());
        Assert.Null(await chen.Post(One, One, ("act", "mark"), ("mark:李思远", "late"), ("why", "签到表漏了")).Refused());
        Assert.Equal(["2026-11-02 退换货话术 李思远 True", "2026-11-02 退换货话术 王雨桐 True"], Seats(site));
        Assert.Equal(["training-planned", "training-declined", "training-code-shown", "training-wrong-code", "training-checked-in", "training-marked", "training-ended", "training-corrected"], site.Database.Decisions.About("training/1").Select(d => d.What));
        Assert.Null(site.Database.Decisions.FirstBroken());
        Assert.Contains("100.00%", await chen.Read(List + "?month=2026-11"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leader_asks_the_own_group_alone_and_nobody_else_sees_it()
    {
        using var site = new LearningSite();
        var (chen, lu, wang, zhao, hr, auditor) = (await site.As("chen"), await site.As("lu"), await site.As("wang"), await site.As("zhao"), await site.As("hr"), await site.As("auditor"));
        Assert.Equal("not-your-group", await chen.Post(List, List, Plan(site, ("person", "王雨桐"), ("person", "赵磊"))).Refused());
        Assert.Equal("nobody-asked", await chen.Post(List, List, Plan(site, ("group", "二组"))).Refused());
        Assert.Equal("403", await wang.Post(List, List, Plan(site, ("person", "王雨桐"))).Refused());
        Assert.Equal("403", await auditor.Post(List, List, Plan(site, ("person", "王雨桐"))).Refused());
        Assert.Null(await chen.Post(List, List, Plan(site, ("person", "王雨桐"))).Refused());
        foreach (var (visitor, sees) in new[] { (chen, true), (wang, true), (hr, true), (auditor, true), (lu, false), (zhao, false) })
        {
            using var answer = await visitor.Get(One);
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        }
        // HR answers for every training, another leader for none but their own.
        Assert.Equal("404", await lu.Post(One, List, ("act", "call-off"), ("why", "x")).Refused());
        Assert.Equal("role-may-not", await auditor.Post(One, List, ("act", "call-off"), ("why", "x")).Refused());
        Assert.Null(await hr.Post(One, One, ("act", "call-off"), ("why", "讲师生病")).Refused());
        Assert.Equal(["training-asked", "training-called-off"], site.Told("王雨桐"));
    }

    [Fact]
    public async Task Bad_input_gets_a_clear_answer_and_what_was_typed_comes_back()
    {
        using var site = new LearningSite();
        var chen = await site.As("chen");
        using (var answer = await chen.Post(List, List, ("name", "新品培训"), ("from", "昨天"), ("to", ""), ("person", "王雨桐"), ("person", "没有这个人")))
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("data-refusal=\"times-unclear\"", text, StringComparison.Ordinal);
            Assert.Contains("value=\"新品培训\"", text, StringComparison.Ordinal);
        }
        Assert.Equal("name-missing", await chen.Post(List, List).Refused());
        Assert.Equal("text-too-long", await chen.Post(List, List, ("name", new('长', 100_000))).Refused());
        Assert.Equal("time-too-far", await chen.Post(List, List, ("name", "x"), ("from", "2099-01-01T10:00"), ("to", "2099-01-01T11:00"), ("person", "王雨桐")).Refused());
        Assert.Null(await chen.Post(List, List, Plan(site, ("person", "王雨桐"))).Refused());
        Assert.Equal("reason-too-long", await chen.Post(One, One, ("act", "call-off"), ("why", new('长', 501))).Refused());
        Assert.Equal("code-unclear", await chen.Post(One, One, ("act", "show-code"), ("minutes", "九")).Refused());
        Assert.Equal("404", await chen.Post(One, One, ("act", "dance")).Refused());
        Assert.Equal("404", await chen.Post("/growth/training/99", List, ("act", "end")).Refused());
        Assert.Equal(TrainingStage.Planned, State(site).Stage);
        // The month of 2099 is empty, and so is none that can be read.
        foreach (var month in new[] { "2099-01", "x" }) Assert.Contains("出席", await chen.Read($"{List}?month={month}"), StringComparison.Ordinal);
    }
}
