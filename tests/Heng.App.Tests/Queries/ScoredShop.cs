using Dapper;
using Heng.App.Features.Appraisals;
using Heng.App.Features.People;
using Heng.App.Features.ScoringPages;

namespace Heng.App.Tests.Queries;

/// <summary>October of the small shop under S2 with nobody's points yet, brought to the stage of leader scoring.</summary>
internal sealed class ScoredShop : IDisposable
{
    public static readonly Viewer Hr = new("hr", Role.Hr, null, null);
    private readonly LaterShop later;

    public ScoredShop(QueryShop shop, string until = "leader")
    {
        (Shop, later) = (shop, new(shop));
        using (var connection = later.Database.Connect()) connection.Execute("DELETE FROM entry");
        while (Stage != until) Assert.Null(Appraisal(Hr, new(AppraisalAct.End) { Why = "赶在 3 日前" }).Refused);
    }

    public QueryShop Shop { get; }
    public LaterShop Later => later;
    public string? Stage => Appraisal(Hr, null).Steps.FirstOrDefault(s => s.Now)?.Id;

    public AppraisalView Appraisal(Viewer viewer, AppraisalAsk? ask) =>
        new AppraisalQuery(later.Books, QueryShop.By(viewer), TimeProvider.System).For(QueryShop.October, "s2-office-regulation", "month", ask, QueryShop.Request).Result.View!;

    public ScoringView Look(Viewer viewer, string? at = null, bool? byPerson = null, ScoringForm? form = null) =>
        new ScoringQuery(later.Books, QueryShop.By(viewer), TimeProvider.System, later.Folder).For(new(QueryShop.October) { At = at, ByPerson = byPerson }, form, QueryShop.Request).Result.View!;

    /// <summary>The form as the page filled it, with this typed into every row.</summary>
    public static ScoringForm Typed(ScoringView view, ScoringAct act, string points, string comment = "") =>
        new(act, view.From, [.. view.Rows.Select(r => new CellForm(r.Key, points, comment, r.Seen))]);

    /// <summary>Types into every step, and hands all of it in.</summary>
    public ScoringView HandIn(Viewer viewer, string points, string comment = "")
    {
        foreach (var step in Look(viewer).Steps) Assert.Null(Look(viewer, step.Id, form: Typed(Look(viewer, step.Id), ScoringAct.Save, points, comment)).Refused);
        return Look(viewer, form: Typed(Look(viewer, Look(viewer).Steps[0].Id), ScoringAct.Submit, points, comment));
    }

    public void Dispose() => later.Dispose();
}
