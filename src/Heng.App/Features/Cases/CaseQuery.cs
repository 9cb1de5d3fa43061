using Heng.App.CommandLine;
using Heng.App.Features.Floor;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Daily;
using Heng.Engine.Records;

namespace Heng.App.Features.Cases;

/// <summary>Fills the pages of cases, and does what their forms ask.</summary>
public sealed class CaseQuery(FloorDesk desk)
{
    private const int Most = 100;
    public const string Mine = "mine", Group = "group", All = "all", Open = "open", Late = "late", Untold = "untold", Closed = "closed";

    public Seen<CasesView> List(CasesAsk ask, HttpContext context) => desk.Viewers(context) is { } viewer ? ListOf(ask, viewer, null) : Seen<CasesView>.Forbidden;

    public Seen<CasesView> New(NewCase asked, HttpContext context)
    {
        if (desk.Viewers(context) is not { } viewer || !FloorRights.TakesPart(viewer)) return Seen<CasesView>.Forbidden;
        var (opened, refused) = new CaseDoing(desk).Open(asked, viewer);
        var view = ListOf(new(Mine, Open, asked.Reception), viewer, refused);
        return opened is null ? view : view with { OpenedAt = Links.Case(opened.Case.Shop, opened.Case.Id) };
    }

    public Seen<CaseView> One(string shop, string id, Func<Viewer, Refusal?>? act, HttpContext context)
    {
        if (desk.Viewers(context) is not { } viewer || act is not null && !FloorRights.TakesPart(viewer)) return Seen<CaseView>.Forbidden;
        var book = new CaseBook(desk.Database);
        if (book.Find(shop, id) is not { } before || !CaseDoing.MaySee(viewer, before)) return Seen<CaseView>.NotFound;
        var refused = act?.Invoke(viewer);
        var entry = book.Find(shop, id)!;
        return new CaseView(entry, Buyer(entry), book.Steps(shop, id)?.Happened ?? [], CaseDoing.MayAct(viewer, entry), People(), desk.Now) { Refused = refused };
    }

    private CasesView ListOf(CasesAsk ask, Viewer viewer, Refusal? refused)
    {
        var seen = new CaseBook(desk.Database).All.Where(c => CaseDoing.MaySee(viewer, c)).Where(c => ask.List switch
        {
            Group => viewer.Groups.Contains(c.Group ?? "", StringComparer.Ordinal),
            All => true,
            _ => viewer.Person is { } me && (c.Holder == me || c.Case.Agent == me && c.Stage != CaseStage.Closed),
        }).ToList();
        var chosen = seen.Where(c => Is(c, ask.State)).OrderBy(c => c.Case.DueAt is null).ThenBy(c => c.Case.DueAt).ThenByDescending(c => c.Case.OpenedAt).ToList();
        var doing = new CaseDoing(desk);
        return new(ask, [.. chosen.Take(Most).Select(c => new CaseRow(c, Buyer(c)))], Math.Max(0, chosen.Count - Most), desk.Now, viewer.Person, Rights.SeesEveryone(viewer))
        {
            Counts = new[] { Open, Late, Untold, Closed }.ToDictionary(s => s, s => seen.Count(c => Is(c, s)), StringComparer.Ordinal), People = People(), Refused = refused,
            Categories = [.. seen.Select(c => c.Case.Category).OfType<string>().Concat(["售后", "补发", "退款", "物流"]).Distinct(StringComparer.Ordinal).Take(30)],
            Buyer = ask.Reception is { } of && doing.FindReception(of, viewer) is { } found ? Masked.Name(found.Buyer) : null,
        };
    }

    private bool Is(CaseEntry of, string state) => state switch
    {
        Late => CaseCourse.IsLate(of.Case, desk.Now),
        Untold => of.Stage == CaseStage.Untold,
        Closed => of.Stage == CaseStage.Closed,
        _ => of.Stage == CaseStage.Open,
    };

    private IReadOnlyList<string> People()
    {
        var roster = desk.Database.People.Roster;
        return [.. roster.People.Where(p => roster.On(p.Id, desk.Today) is not null).Select(p => p.Name)];
    }

    private static string Buyer(CaseEntry of) => of.Case.Buyer is { Length: > 0 } buyer ? Masked.Name(buyer) : Show.None;
}
