using System.Net;
using Heng.App.Features.Inspections;
using Heng.App.Features.People;
using Heng.App.Tests.SignIn;
using Heng.App.Ui;
using Heng.Engine.Filing;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Microsoft.AspNetCore.Hosting;
using static Heng.App.Tests.Consequences.LadderShop;
using static Heng.App.Tests.Quality.InspectedShop;

namespace Heng.App.Tests.Quality;

/// <summary>The second inspector learns nothing of the first's marks until both are in, from no address and no command.</summary>
public sealed class BlindTests
{
    private const string Secret = "绝密的说明", Word = "绝密的总评";
    private static readonly CriterionMark Marked = new("hard-tone", Verdict.Found, 1, null, Secret);

    [Fact]
    public async Task Nothing_of_the_first_marks_is_told_before_both_are_in()
    {
        using var shop = new InspectedShop();
        var one = shop.Drawn(p => p with { SecondShare = 1m }).First(i => i.State.Agent == "王雨桐");
        foreach (var qa in Qas[..2]) Assert.Null(shop.Act(one.Id, InspectionEvent.Taken, qa));
        await using var app = Server.Build(shop.Database, shop.Folder, builder => builder.WebHost.UseUrls("http://127.0.0.1:0"));
        await app.StartAsync();
        async Task<string> All(Viewer viewer)
        {
            using var visitor = new Visitor(app.Urls.First());
            Assert.Equal(HttpStatusCode.SeeOther, await visitor.SignIn(viewer.Name, Password));
            string[] addresses = [Links.Inspection(one.Id), .. new[] { "mine", "open", "settle", "told", "done", "all" }.Select(s => $"{Links.Inspections}?show={s}"), Links.SamplingPlan(one.State.Drawn.Plan!.Value), Links.SamplingPlans, $"{Links.InspectionAgreement}?month=2026-10",
                Links.Calibrations, "/notices", "/audit", $"/reception/{one.State.Drawn.Item}", "/"];
            var read = new List<string>();
            foreach (var address in addresses) read.Add(await (await visitor.Get(address)).Content.ReadAsStringAsync());
            return string.Concat(read);
        }
        string Told() => shop.Ladder.Shop.Json("qa", "inspections", "--month", "2026-10") + shop.Ladder.Shop.Json("audit", "list") + shop.Ladder.Shop.Json("export", "qa-cards", "--month", "2026-10");
        var before = await All(Qas[1]);
        Assert.Null(shop.Act(one.Id, InspectionEvent.Inspected, Qas[0], Word, Marked));
        // The first sees what they said themself.
        Assert.Contains(Secret, await All(Qas[0]), StringComparison.Ordinal);
        foreach (var viewer in new[] { Qas[1], Qas[2], Hr, Boss, Chen, Wang })
        {
            var read = await All(viewer);
            foreach (var told in new[] { Secret, Word, "96 / 100", "96<span" }) Assert.DoesNotContain(told, WebUtility.HtmlDecode(read), StringComparison.Ordinal);
        }
        Assert.DoesNotContain("\"earned\": 96", Told(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Told(), StringComparison.Ordinal);
        Assert.NotEmpty(before);
        // Both are in, and differ: the third sees both; 王雨桐 still sees none of it.
        Assert.Null(shop.Act(one.Id, InspectionEvent.Inspected, Qas[1]));
        Assert.Contains(Secret, await All(Qas[2]), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, await All(Wang), StringComparison.Ordinal);
        Assert.Null(shop.Act(one.Id, InspectionEvent.Settled, Qas[2], "", Marked));
        Assert.Contains(Secret, await All(Wang), StringComparison.Ordinal);
        // Only a colleague of no business of theirs finds nothing there.
        Assert.DoesNotContain(Secret, await All(Li), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_the_page_marks_points_at_messages_and_keeps_what_was_typed_where_it_is_refused()
    {
        using var shop = new InspectedShop();
        var id = shop.Drawn().First(i => i.State.Agent == "王雨桐").Id;
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        Assert.Null(shop.Act(id, InspectionEvent.Taken, Qas[0]));
        var refused = (await shop.Query(Qas[0]).One(id, Form(("act", "inspect"), ("v:hard-tone", "found"), ("m:hard-tone", "9"), ("c:hard-tone", "凶")), http)).View!;
        Assert.Equal(("message-unknown", "凶"), (refused.Refused!.Name, Assert.Single(refused.Filled).Comment));
        Assert.Equal("comment-missing", (await shop.Query(Qas[0]).One(id, Marked(("act", "inspect"), ("v:hard-tone", "found")), http)).View!.Refused!.Name);
        Assert.Equal("times-unclear", (await shop.Query(Qas[0]).One(id, Marked(("act", "inspect"), ("v:hard-tone", "found"), ("t:hard-tone", "很多"), ("c:hard-tone", "凶")), http)).View!.Refused!.Name);
        Assert.Equal("too-long", (await shop.Query(Qas[0]).One(id, Marked(("act", "inspect"), ("words", new string('长', 100_000))), http)).View!.Refused!.Name);
        Assert.Equal("act-unknown", (await shop.Query(Qas[0]).One(id, Form(("act", "none")), http)).View!.Refused!.Name);
        var done = (await shop.Query(Qas[0]).One(id, Marked(("act", "inspect"), ("v:hard-tone", "found"), ("m:hard-tone", "2"), ("c:hard-tone", "凶"), ("v:no-opening", "na")), http)).View!;
        Assert.Null(done.Refused);
        Assert.Equal(done.Reception!.Lines[1].Fact, done.State.Result!.Single(m => m.Criterion == "hard-tone").Message);
        // The buyer's telephone is masked as on the reception's own page.
        Assert.DoesNotContain("13800138000", string.Concat(done.Reception.Lines.Select(l => l.Text)), StringComparison.Ordinal);
        Assert.Equal(404, (await shop.Query(Li).One(id, null, http)).Status);
        Assert.Equal(404, (await shop.Query(Qas[0]).One(99, null, http)).Status);
    }

    [Fact]
    public void Two_at_once_are_told_and_lose_nothing()
    {
        using var shop = new InspectedShop();
        var id = shop.Drawn()[0].Id;
        var seen = InspectionBook.Find(shop.Database, id)!.Kept;
        Assert.Null(shop.Doing.Act(seen, new(InspectionEvent.Taken, null, [], "", new HashSet<string>()), shop.Of(Qas[0])));
        Assert.Equal("changed-meanwhile", shop.Doing.Act(seen, new(InspectionEvent.Taken, null, [], "", new HashSet<string>()), shop.Of(Qas[1]))?.Name);
        Assert.Equal("needs-named-person", shop.Act(id, InspectionEvent.Released, new("operator", Role.Operator, null, null)));
    }

    [Fact]
    public void A_form_says_what_is_wrong_with_it_and_the_shipped_ones_are_the_schemes()
    {
        Assert.Equal(["s7", "calls"], InspectionFormFile.Shipped.Select(f => f.Id));
        Assert.Equal([10m, 20m, 20m, 20m, 30m], InspectionFormFile.Shipped[0].Categories.Select(c => c.Points));
        Assert.Equal(100m, InspectionFormFile.Shipped[1].Categories.Sum(c => c.Points));
        var wrong = InspectionFormFile.Of("""
            form: x
            name: { zh: 表, en: form }
            categories:
              - id: a
                name: { zh: 甲, en: a }
                points: 10
                criteria:
                  - { id: one, name: { zh: 一, en: one }, severity: fatal, points: 2 }
                  - { id: one, name: { zh: 二, en: two }, severity: non-fatal, points: 0 }
            """, "x.yaml");
        Assert.Null(wrong.Form);
        // The fatal one has points, the other none above 0, and both one id.
        Assert.Equal(3, wrong.Errors.Count);
    }

    [Fact]
    public async Task A_recording_is_a_link_of_https_or_a_sound_by_its_bytes()
    {
        using var shop = new InspectedShop();
        shop.Ladder.Import("calls", "id,agent,at,answered,resolved\n7,王雨桐,2026-10-05 09:00,是,否\n");
        var id = shop.Drawn(p => p with { Of = Sampled.Calls })[0].Id;
        Assert.Null(shop.Act(id, InspectionEvent.Taken, Qas[0]));
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        Assert.Equal("role-may-not", shop.Query(Li).Record(id, Form(("link", "https://x.example/7")), http)?.Name);
        Assert.Equal("recording-unclear", shop.Query(Qas[0]).Record(id, Form(("link", "http://x.example/7")), http)?.Name);
        Assert.Equal("recording-unclear", shop.Query(Qas[0]).Record(id, Form(("link", "javascript:alert(1)")), http)?.Name);
        Assert.Null(shop.Query(Qas[0]).Record(id, Form(("link", "https://x.example/7")), http));
        Assert.Equal(("https://x.example/7", false), (await shop.Query(Qas[0]).One(id, null, http)).View!.Call is var call ? (call!.Link, call.HasFile) : default);
        Assert.Null(shop.Query(Qas[0]).Recording(id, http));
        Assert.Equal((EvidenceType.Mp3, EvidenceType.Wav, EvidenceType.Ogg, EvidenceType.M4a, null), (Evidences.SoundOf("ID3x"u8), Evidences.SoundOf("RIFF0000WAVEx"u8), Evidences.SoundOf("OggSx"u8), Evidences.SoundOf("0000ftypM4A x"u8), Evidences.SoundOf("<script>"u8)));
        // A sound is no evidence of an incident.
        Assert.Null(Evidences.TypeOf("ID3x"u8));
    }
}
