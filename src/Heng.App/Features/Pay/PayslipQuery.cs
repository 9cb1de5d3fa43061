using Heng.App.Features.Closing;
using Heng.App.Features.Guard;
using Heng.App.Features.Months;
using Heng.App.Features.Pay.Papers;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Pay;

/// <summary>Fills a payslip. A closed month's is read wholly from its seal; what the records say today stands beside it as a note.</summary>
public sealed class PayslipQuery(BookCache books, ViewerFor viewers)
{
    public Task<Seen<PayslipView>> For(Month month, string agent, HttpContext context) =>
        Task.FromResult(View(month, agent, viewers(context), Preferences.Language(context)));

    private Seen<PayslipView> View(Month month, string agent, Viewer? viewer, Language language)
    {
        if (viewer is null || !Rights.SeesPay(viewer, agent)) return Seen<PayslipView>.Forbidden;
        var kept = books.Of(month);
        if (kept.Find(agent) is not { } person) return Seen<PayslipView>.NotFound;
        var (slip, prints) = (Sheet(books.Database, kept, person, viewer, language), Chromium.Find() is not null);
        var (any, all) = (slip.Lines.Count > 0, slip.Lines.Count > 0 && Rights.Exports(viewer, pay: true));
        return slip with
        {
            DifferencesHref = slip.Lines.Any(l => LateLine.Is(l.Id)) ? Links.Differences(month) : null,
            WorkbookHref = any ? Links.PayWorkbook(month, agent) : null, ArchiveHref = all ? Links.Payslips(month) : null,
            PdfHref = any && prints ? Links.PayPaper(month, agent) : null, PdfArchiveHref = all && prints ? Links.Papers(month) : null,
            Guard = Rights.SeesGuard(viewer) ? [.. new GuardBook(books.Database, kept).Of(agent)] : [], GuardHref = Rights.SeesGuard(viewer) ? Links.Guard(month) : null,
            Held = PersonMonths.Of(agent, viewer, kept.Book.Facts.Roster, books.Database),
        };
    }

    /// <summary>The payslips that a viewer may take away on paper: one person's, or without a person everybody's; never none.</summary>
    public Seen<IReadOnlyList<PayslipView>> Papers(Month month, string? agent, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !(agent is null ? Rights.Exports(viewer, pay: true) : Rights.SeesPay(viewer, agent))) return Seen<IReadOnlyList<PayslipView>>.Forbidden;
        PayslipView[] slips = [.. Sheets(books.Database, books.Of(month), Preferences.Language(context), name => agent is null || name == agent)];
        return slips.Length == 0 ? Seen<IReadOnlyList<PayslipView>>.NotFound : new(slips, StatusCodes.Status200OK);
    }

    /// <summary>Everybody's payslips of a month that are asked for and have lines, by name. Paper is handed to the person, so it says what they may know, whoever prints it.</summary>
    internal static IEnumerable<PayslipView> Sheets(Database database, KeptMonth kept, Language language, Func<string, bool> wanted) => kept.People.Where(p => wanted(p.Name))
        .Select(p => Sheet(database, kept, p, new(p.Name, Role.Agent, p.Name, p.Group), language)).Where(s => s.Lines.Count > 0);

    /// <summary>What stands on the payslip itself.</summary>
    private static PayslipView Sheet(Database database, KeptMonth kept, MonthPerson person, Viewer viewer, Language language)
    {
        var (month, agent, result, live, closed) = (kept.Month, person.Name, kept.ResultOf(person), person.Live?.Pay, kept.PayIsSealed(person));
        var scheme = closed ? person.SealedSlip?.Scheme : live?.Scheme;
        IReadOnlyList<PayslipLine> lines = closed
            ? [.. person.SealedSlip?.Lines.Select(l => Of(month, agent, l, live?.Lines.FirstOrDefault(n => n.Id == l.Line))) ?? []]
            : [.. live?.Lines.Select(l => Of(month, agent, l)) ?? []];
        var (paid, due) = closed ? (person.SealedSlip?.PaidDays, person.SealedSlip?.DueDays) : (person.Live?.Attendance?.PaidDays, person.Live?.Attendance?.DueDays);
        return new PayslipView(
            month, agent, person.SealedSlip?.Group ?? person.Group, TitleOf(kept, scheme, language), result.Net ?? 0m, lines, [.. Notes(database, kept, person, viewer)], closed, Links.Agent(month, agent))
        { Alone = kept.Book.Alone.ContainsKey(agent), Score = result.Score, Grade = result.Grade, PaidDays = paid, DueDays = due };
    }

    private static PayslipLine Of(Month month, string agent, PayLine line) => new(
        line.Id, line.Label, PayWords.Of(line.Explanation), line.Amount, line.Explanation.State, Links.ExplainLine(month, agent, line.Id), line.Notes);

    private static PayslipLine Of(Month month, string agent, SealedLine closed, PayLine? now)
    {
        var same = now?.Amount == closed.Amount;
        List<Wording> notes = [.. closed.Notes];
        if (!same) notes.Add(now is null
            ? new("按现在的数据与规则已没有这一项", "today's records and rules no longer make this line")
            : new($"按现在的数据与规则为 {Show.Yuan(now.Amount)}", $"today's records and rules make {Show.Yuan(now.Amount)}"));
        // A month closed before words were sealed has those of today, as long as they lead to its amount.
        var (label, formula) = closed.Formula is { } kept ? (closed.Label, kept)
            : same ? (now!.Label, PayWords.Of(now.Explanation)) : (closed.Label, new("结账时的金额", "the amount as closed"));
        return new(
            closed.Line, label, formula, closed.Amount, ValueState.Final,
            now is null ? null : Links.ExplainLine(month, agent, closed.Line), notes);
    }

    private static IEnumerable<Wording> Notes(Database database, KeptMonth kept, MonthPerson person, Viewer viewer)
    {
        // On one person's payslip stands what concerns them, whoever looks: it is printed and handed over.
        foreach (var note in MonthNotes.Of(kept, viewer with { Role = Role.Agent, Person = person.Name, Groups = [] })) yield return note;
        if (kept.ResultOf(person).Net < 0m) yield return new("实发为负：这个月不发工资；差额怎样结转，由人事决定。", "Net pay is below zero: nothing is paid out this month. How the rest is carried is for HR to settle.");
        var (closed, live) = (person.SealedSlip?.Net, person.Live?.Pay?.Net);
        if (kept.Book.Alone.ContainsKey(person.Name)) yield return LeaverWords.Told(new LeaverRun(database, TimeProvider.System).Of(kept, person.Name)!);
        if (kept.PayIsSealed(person) && closed != live)
            yield return closed is null
                ? new($"结账时此人没有工资；按现在的数据与规则为 {Show.Yuan(live!.Value)}。", $"At the closing this person had no pay; today's records and rules make {Show.Yuan(live!.Value)}.")
                : new($"按现在的数据与规则实发为 {(live is { } now ? Show.Yuan(now) : Show.None)}，与结账相差 {Show.Signed((live ?? 0m) - closed.Value, 2)} 元；封存的工资不变，差额列入其后第一个未结账的月份。",
                    $"Today's records and rules make a net pay of {(live is { } then ? Show.Yuan(then) : Show.None)}, {Show.Signed((live ?? 0m) - closed.Value, 2)} CNY against the closing; the sealed pay stays, the difference stands in the first open month after it.");
        yield return TakesOff(kept, person)
            ? new("实发合计为各项四舍五入到分后之和。", "Net pay is the sum of the lines, each rounded to the fen.")
            : new("实发合计为各项四舍五入到分后之和；税和社保不在此处计算。", "Net pay is the sum of the lines, each rounded to the fen; tax and social insurance are not worked out here.");
    }

    private static bool TakesOff(KeptMonth kept, MonthPerson person) =>
        (!kept.PayIsSealed(person) ? person.Live?.Pay?.Lines.Select(l => l.Kind) : person.SealedSlip?.Lines.Select(l => l.Kind ?? PayKind.Work))?.Any(k => k is PayKind.Tax or PayKind.TaxUnknown or PayKind.Insurance) == true;

    private static string TitleOf(KeptMonth kept, string? scheme, Language language) =>
        kept.Book.Files.FirstOrDefault(f => f.Scheme == scheme) is { } file ? language.T(file.Title) : scheme ?? Show.None;
}
