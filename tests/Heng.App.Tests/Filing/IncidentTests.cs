using System.Data.Common;
using Dapper;
using Heng.App.Features.Filing;
using Heng.App.Features.Incidents;
using Heng.App.Features.People;
using Heng.App.Tests.Consequences;
using Heng.App.Tests.Store;
using Heng.Engine.Filing;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using static Heng.App.Tests.Consequences.LadderShop;

namespace Heng.App.Tests.Filing;

/// <summary>Incidents and errors in the shop of the ladder on the 2nd of November: recorded by 陈静 of 王雨桐, confirmed by HR.</summary>
public sealed class IncidentTests
{
    private static readonly DateOnly Day = new(2026, 11, 1);
    private static readonly Viewer Qa = new("qa", Role.Qa, null, null), Auditor = new("audit", Role.Auditor, null, null), Li = new("li", Role.Agent, "李思远", "一组"), Admin = new("admin", Role.Administrator, null, null);
    private static readonly OccurrenceText OffPost = new(OccurrenceKind.Conduct, "脱岗", Day, null, null, "/reception/1", "离开 40 分钟", null),
        WrongAddress = new(OccurrenceKind.Error, "地址修改差错", Day, "4001", 12.5m, null, "改错门牌", null);
    private static readonly EvidenceUpload Picture = new("屏幕.png", EvidenceType.Png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    private static OccurrenceDoing Doing(LadderShop shop) => new(shop.Database, shop.Shop.Data, shop.Clock);
    private static Filer Of(LadderShop shop, Viewer viewer) => new(shop.Database, viewer, new(shop.Clock.GetUtcNow().ToUnixTimeSeconds()));
    private static (long? Id, string? Refused) Record(LadderShop shop, OccurrenceText text, Viewer? by = null, string? agent = "王雨桐", EvidenceUpload? upload = null) =>
        Doing(shop).Record(agent, text, upload, Of(shop, by ?? Chen)) is var (id, refused) ? (id, refused?.Name) : default;
    private static string? Act(LadderShop shop, long id, OccurrenceEvent what, Viewer by, string why = "")
    {
        var filer = Of(shop, by);
        return Doing(shop).Act(shop.Database.Matters(Occurrences.Kind).Find(id)!, new(what, OccurrenceDoing.ActorFor(filer, "王雨桐"), why), null, filer)?.Name;
    }
    private static decimal? Metric(LadderShop shop, string metric, string agent = "王雨桐")
    {
        var facts = shop.Month(new(2026, 11)).Book.Facts;
        return facts.Value(metric, facts.TotalsOf(shop.Database.People.Roster.Find(agent)!.Id)).Value;
    }

    [Theory, InlineData("abc", "value-unreadable"), InlineData("12.5", null), InlineData("", null)]
    public async Task A_loss_that_nobody_can_read_is_refused_and_not_taken_for_none(string cost, string? refused)
    {
        using var shop = new LadderShop();
        FormCollection form = new(new Dictionary<string, StringValues> { ["agent"] = "王雨桐", ["of"] = "error/地址修改差错", ["day"] = "2026-11-01", ["order"] = "4001", ["cost"] = cost, ["words"] = "改错门牌" });
        var view = (await new IncidentsQuery(shop.Database, _ => Chen, shop.Shop.Data, shop.Clock).List(form, new DefaultHttpContext())).View!;
        Assert.Equal((refused, refused is null ? 1 : 0), (view.Refused?.Name, shop.Database.Matters(Occurrences.Kind).All.Count));
    }

    [Theory, MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public void An_incident_counts_once_another_confirmed_it_and_not_any_more_once_it_is_withdrawn(DatabaseEngine engine)
    {
        using var shop = new LadderShop(engine);
        Assert.Equal((1L, null), Record(shop, OffPost, upload: Picture));
        Assert.Equal(["occurrence-recorded"], shop.Told("王雨桐"));
        Assert.Null(Metric(shop, "conduct-incidents"));
        Assert.Equal("still-to-answer", Act(shop, 1, OccurrenceEvent.Confirmed, Hr));
        Assert.Null(Act(shop, 1, OccurrenceEvent.Objected, Wang, "去仓库"));
        Assert.Equal(["occurrence-answered"], shop.Told("陈静"));
        Assert.Equal("same-person", Act(shop, 1, OccurrenceEvent.Confirmed, Chen));
        Assert.Null(Act(shop, 1, OccurrenceEvent.Confirmed, Hr));
        // One of the person's; the day is known now, so the other has none.
        Assert.Equal((1m, 0m), (Metric(shop, "conduct-incidents"), Metric(shop, "conduct-incidents", "李思远")));
        var record = Assert.Single(shop.Database.Records(RecordKinds.Incidents).All(Shops.Company.Id));
        Assert.Equal(new Incident("", Day, "王雨桐", "脱岗", 1, "离开 40 分钟"), record);
        // A second of the day bears the next number.
        Assert.Equal("already-recorded", Record(shop, OffPost).Refused);
        Assert.Equal((2L, null), Record(shop, OffPost with { Words = "又离开 20 分钟" }));
        Assert.Null(Act(shop, 2, OccurrenceEvent.Acknowledged, Wang));
        Assert.Equal(2m, Metric(shop, "conduct-incidents"));
        shop.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(Act(shop, 1, OccurrenceEvent.Withdrawn, Chen, "有交接"));
        Assert.Equal(1m, Metric(shop, "conduct-incidents"));
        Assert.Equal([("有交接", 1), (null, 2)], shop.Database.Records(RecordKinds.Incidents).All(Shops.Company.Id).OrderBy(i => i.Number).Select(i => (i.Withdrawn, i.Number)));
        Assert.Null(shop.Database.Decisions.FirstBroken());
        using var connection = shop.Database.Connect();
        Assert.Contains("append-only", Assert.ThrowsAny<DbException>(() => connection.Execute("UPDATE evidence SET name = ''")).Message, StringComparison.Ordinal);
        Assert.Equal(Picture.Content, shop.Database.Evidence.Content(1));
    }

    [Fact]
    public void An_error_brings_its_cost_and_two_alike_are_told_apart_by_their_order()
    {
        using var shop = new LadderShop();
        Record(shop, WrongAddress);
        Assert.Equal("already-recorded", Record(shop, WrongAddress).Refused);
        Assert.Null(Record(shop, WrongAddress with { Order = "4002", Cost = 3m }).Refused);
        Assert.Null(Act(shop, 1, OccurrenceEvent.Acknowledged, Wang));
        Assert.Null(Act(shop, 2, OccurrenceEvent.Acknowledged, Wang));
        // 12.5 + 3.
        Assert.Equal((2m, 15.5m), (Metric(shop, "operation-errors"), Metric(shop, "operation-error-cost")));
        shop.Clock.Pass(TimeSpan.FromMinutes(1));
        Act(shop, 1, OccurrenceEvent.Withdrawn, Hr, "买家自己填错");
        Assert.Equal((1m, 3m), (Metric(shop, "operation-errors"), Metric(shop, "operation-error-cost")));
        Assert.Null(Record(shop, WrongAddress).Refused);
    }

    [Fact]
    public void A_plan_that_names_the_kind_takes_its_points_while_it_stands()
    {
        using var shop = new LadderShop();
        shop.Database.Plans.Publish("s94-ladder", """
            scheme: s94-ladder
            version: 2
            title: { zh: 守则, en: Conduct }
            plans:
              - id: month
                title: { zh: 月, en: Month }
                positions: [front-line]
                grades: [{ grade: A, when: "x ≥ 60" }, { grade: E, when: "x < 60" }]
                dimensions:
                  - id: all
                    name: { zh: 全部, en: All }
                    items:
                      - id: conduct
                        name: { zh: 守则, en: Conduct }
                        weight: 100
                        source: { causes: [{ incident: 脱岗, name: { zh: 脱岗, en: off post }, points: 30 }, { error: 地址修改差错, name: { zh: 改错地址, en: wrong address }, points: 5 }] }
                        method: { deduct: {} }
            """, new(2), "boss");
        decimal? Score(string agent = "王雨桐") => shop.Month(new(2026, 11)).Find(agent)!.Live?.Card?.Score;
        Assert.Null(Score());
        Assert.Null(Doing(shop).Complete(new(2026, 11), Of(shop, Hr)));
        Assert.Equal(100m, Score());
        Record(shop, OffPost);
        Record(shop, WrongAddress);
        Assert.Equal(100m, Score());
        Act(shop, 1, OccurrenceEvent.Acknowledged, Wang);
        Act(shop, 2, OccurrenceEvent.Acknowledged, Wang);
        // 100 − 30 − 5; then the error is withdrawn, then the incident.
        Assert.Equal((65m, 100m), (Score(), Score("李思远")));
        shop.Clock.Pass(TimeSpan.FromMinutes(1));
        Act(shop, 2, OccurrenceEvent.Withdrawn, Chen, "买家写错");
        Assert.Equal(70m, Score());
        Act(shop, 1, OccurrenceEvent.Withdrawn, Chen, "有交接");
        Assert.Equal(100m, Score());
    }

    [Fact]
    public void What_counts_at_once_and_which_months_are_complete_HR_sets()
    {
        using var shop = new LadderShop();
        Assert.Equal("role-may-not", Doing(shop).SetType(OccurrenceTypes.Set(Of(shop, Chen).ActorOfGroup("一组"), OccurrenceKind.Conduct, "脱岗", null, true, 5, new(1)))?.Name);
        Assert.Null(Doing(shop).SetType(OccurrenceTypes.Set(Of(shop, Hr).ActorOfGroup(null), OccurrenceKind.Conduct, "脱岗", null, true, 5, new(1))));
        Assert.Equal("role-may-not", Doing(shop).Complete(new(2026, 11), Of(shop, Chen))?.Name);
        Assert.Equal("day-ahead", Doing(shop).Complete(new(2099, 1), Of(shop, Hr))?.Name);
        Assert.Null(Doing(shop).Complete(new(2026, 11), Of(shop, Hr)));
        Assert.Equal((0m, 0m), (Metric(shop, "conduct-incidents"), Metric(shop, "operation-errors")));
        Record(shop, OffPost);
        Assert.Equal(1m, Metric(shop, "conduct-incidents"));
        Assert.Equal(new DateOnly(2026, 11, 7), shop.Database.Matters(Occurrences.Kind).Find(1)!.Happened[0].AnswerBy);
    }

    [Fact]
    public void Who_may_not_record_is_told_and_an_unknown_person_or_kind_is_named()
    {
        using var shop = new LadderShop();
        foreach (var viewer in new[] { Other, Li, Auditor, Admin }) Assert.Equal("role-may-not", Record(shop, OffPost, viewer).Refused);
        Assert.Equal("needs-named-person", Record(shop, OffPost, new("operator", Role.Operator, null, null)).Refused);
        Assert.Equal("own-checked", Record(shop, OffPost, agent: "陈静").Refused);
        Assert.Equal("person-missing", Record(shop, OffPost, agent: "没有").Refused);
        Assert.Equal("person-missing", Record(shop, OffPost with { Day = new(2026, 1, 1) }).Refused);
        Assert.Equal("kind-missing", Record(shop, OffPost with { Name = "自造" }).Refused);
        Assert.Null(Record(shop, OffPost, Qa).Refused);
    }

    [Fact]
    public async Task The_person_their_leader_QA_and_HR_see_it_and_nobody_else()
    {
        using var shop = new LadderShop();
        Record(shop, OffPost, upload: Picture);
        async Task<IncidentView?> One(Viewer viewer, params (string, string)[] form) => (await new IncidentsQuery(shop.Database, _ => viewer, shop.Shop.Data, shop.Clock)
            .One(1, form.Length == 0 ? null : new FormCollection(form.ToDictionary(f => f.Item1, f => new StringValues(f.Item2))), new DefaultHttpContext())).View;
        foreach (var viewer in new[] { Other, Li, Admin }) Assert.Null(await One(viewer));
        foreach (var viewer in new[] { Wang, Chen, Qa, Hr, Boss, Auditor }) Assert.NotNull(await One(viewer));
        Assert.Equal((true, false), ((await One(Wang))!.MayAnswer, (await One(Wang))!.MayJudge));
        Assert.Equal((false, false, false), ((await One(Auditor))!.MayAnswer, (await One(Auditor))!.MayJudge, (await One(Auditor))!.MayWithdraw));
        Assert.Equal("not-yours", (await One(Hr, ("act", "object"), ("why", "x")))!.Refused?.Name);
        Assert.Null((await One(Wang, ("act", "object"), ("why", "去仓库")))!.Refused);
        Assert.True((await One(Hr))!.MayJudge);
    }
}
