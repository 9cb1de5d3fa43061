using Heng.App.Features.Inspections;
using Heng.App.Features.Receptions;
using Heng.Engine.Quality.Inspection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using static Heng.App.Tests.Consequences.LadderShop;
using static Heng.App.Tests.Quality.InspectedShop;

namespace Heng.App.Tests.Quality;

/// <summary>质一 and 质二 mark the same reception, and see each other's marks once HR opens it.</summary>
public sealed class CalibrationPageTests
{
    [Fact]
    public async Task Marks_are_ones_own_until_it_is_opened_and_then_what_is_agreed_is_written_down()
    {
        using var shop = new InspectedShop();
        var item = shop.Drawn()[0].State.Drawn.Item!;
        AgreementQuery Query(Features.People.Viewer viewer) => new(shop.Database, _ => viewer, new ReceptionQuery(shop.Database, _ => viewer).For, shop.Ladder.Clock);
        var http = new DefaultHttpContext();
        FormCollection Set(params string[] invited) => new(new Dictionary<string, StringValues> { ["name"] = "十月校准", ["form"] = "s7", ["due"] = "2026-11-05", ["items"] = $"/reception/{item}\n", ["invited"] = invited });
        Assert.Equal("nobody-named", (await Query(Hr).Calibrations(Set("质一"), http)).View!.Refused!.Name);
        Assert.Equal("role-may-not", (await Query(Chen).Calibrations(Set("质一", "质二"), http)).View!.Refused!.Name);
        var id = (await Query(Hr).Calibrations(Set("质一", "质二"), http)).View!.Begun!.Value;
        Assert.Contains("calibration-set", shop.Ladder.Told("质一"));
        Assert.Null((await Query(Qas[0]).Calibration(id, null, Marked(("act", "mark"), ("item", item), ("v:hard-tone", "found"), ("c:hard-tone", "凶")), http)).View!.Refused);
        // 质二 is given the form empty.
        Assert.Empty((await Query(Qas[1]).Calibration(id, null, null, http)).View!.Filled);
        Assert.Equal("marks-missing", (await Query(Hr).Calibration(id, null, Form(("act", "open")), http)).View!.Refused!.Name);
        Assert.Null((await Query(Qas[1]).Calibration(id, null, Marked(("act", "mark"), ("item", item)), http)).View!.Refused);
        Assert.Equal("not-invited", (await Query(Qas[2]).Calibration(id, null, Marked(("act", "mark"), ("item", item)), http)).View!.Refused!.Name);
        var opened = (await Query(Hr).Calibration(id, null, Form(("act", "open")), http)).View!;
        Assert.Equal((1, 1), opened.State.Spreads.First(s => s.Criterion.Id == "hard-tone") is var spread ? (spread.Split, spread.Items) : default);
        Assert.Null((await Query(Qas[1]).Calibration(id, null, Form(("act", "agree"), ("criterion", "hard-tone"), ("words", "反问算生硬")), http)).View!.Refused);
        Assert.Equal(404, (await Query(Wang).Calibration(id, null, null, http)).Status);
        Assert.Empty((await Query(Wang).Calibrations(null, http)).View!.Rows);
        Assert.Null((await Query(Wang).Month(October, http)).View!.Inspectors);
    }

    [Fact]
    public async Task Only_who_sees_every_chat_is_asked_and_marks()
    {
        using var shop = new InspectedShop();
        var item = shop.Drawn().First(i => i.State.Agent == "王雨桐").State.Drawn.Item!;
        AgreementQuery Query(Features.People.Viewer viewer) => new(shop.Database, _ => viewer, new ReceptionQuery(shop.Database, _ => viewer).For, shop.Ladder.Clock);
        var http = new DefaultHttpContext();
        async Task<string?> Set(string items, string due, params string[] invited) =>
            (await Query(Hr).Calibrations(new FormCollection(new Dictionary<string, StringValues> { ["name"] = "十月校准", ["form"] = "s7", ["due"] = due, ["items"] = items, ["invited"] = invited }), http)).View!.Refused?.Name;
        // 王雨桐 is of 陈静's group, and 陆明 leads another.
        Assert.Equal("item-unseen", await Set(item, "2026-11-05", "质一", "陆明"));
        Assert.Null(await Set(item, "2026-11-05", "质一", "陈静"));
        Assert.Equal("not-inspector", await Set(item, "2026-11-05", "质一", "王雨桐"));
        Assert.Equal("not-inspector", await Set(item, "2026-11-05", "质一", "没有这个人"));
        Assert.Equal("item-unknown", await Set($"{item} 123456789", "2026-11-05", "质一", "质二"));
        Assert.Equal("item-unknown", await Set("不是编号", "2026-11-05", "质一", "质二"));
        // It is 2 November.
        Assert.Equal("due-past", await Set(item, "2026-11-01", "质一", "质二"));
        Assert.Null(await Set(item, "2026-11-02", "质一", "质二"));
        // A calibration set before anybody asked who sees it: 陆明 is told that they don't see it, and can't mark it.
        var set = new CalibrationHappening(CalibrationEvent.Set, "hr", default, "") { Name = "旧的", Form = InspectionFormFile.Shipped[0], Of = Heng.Engine.Quality.Sampling.Sampled.Receptions, Items = [item], Invited = ["质一", "陆明"], Due = new(2026, 11, 5) };
        var old = shop.Database.Matters(InspectionMatters.Calibrations).Begin(new("", new(2026, 11, 2)), set)!.Id;
        Assert.Null((await Query(Other).Calibration(old, item, null, http)).View!.Reception);
        Assert.Equal("item-unseen", (await Query(Other).Calibration(old, null, Marked(("act", "mark"), ("item", item)), http)).View!.Refused!.Name);
        Assert.Equal("unmarked", (await Query(Qas[0]).Calibration(old, null, Form(("act", "mark"), ("item", item)), http)).View!.Refused!.Name);
    }
}
