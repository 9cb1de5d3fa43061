using Heng.App.Features.Closing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;

namespace Heng.App.Features.Pay;

/// <summary>Fills a payslip. A closed month's is the sealed one, to the fen; what the records say today stands beside it as a note.</summary>
public sealed class PayslipQuery(BookCache books, ViewerFor viewers)
{
    public Task<Seen<PayslipView>> For(Month month, string agent, HttpContext context) =>
        Task.FromResult(View(month, agent, viewers(context), Preferences.Language(context)));

    private Seen<PayslipView> View(Month month, string agent, Viewer? viewer, Language language)
    {
        if (viewer is null || !Rights.SeesPay(viewer, agent)) return Seen<PayslipView>.Forbidden;
        var kept = books.Of(month);
        if (kept.Find(agent) is not { } person) return Seen<PayslipView>.NotFound;
        var (result, live) = (kept.ResultOf(person), person.Live?.Pay);
        var closed = kept.Sealed is not null;
        var scheme = closed ? person.SealedSlip?.Scheme : live?.Scheme;
        IReadOnlyList<PayslipLine> lines = closed
            ? [.. person.SealedSlip?.Lines.Select(l => Of(month, agent, l, live?.Lines.FirstOrDefault(n => n.Id == l.Line))) ?? []]
            : [.. live?.Lines.Select(l => Of(month, agent, l)) ?? []];
        // The seal holds amounts, not days; days are shown where they still lead to those amounts.
        var days = !closed || live?.Net == result.Net ? Attendance(month, agent) : null;
        return new PayslipView(
            month, agent, person.Group, TitleOf(kept, scheme, language), result.Net ?? 0m, lines, [.. Notes(kept, person, viewer)], closed, Links.Agent(month, agent))
        { Score = result.Score, Grade = result.Grade, PaidDays = days?.PaidDays, DueDays = days?.DueDays };
    }

    private Attendance? Attendance(Month month, string agent) => books.Database.Attendances.Of(month).FirstOrDefault(a => a.Agent == agent);

    private static PayslipLine Of(Month month, string agent, PayLine line) => new(
        line.Id, line.Label, PayWords.Of(line.Explanation), line.Amount, line.Explanation.State, Links.ExplainLine(month, agent, line.Id), line.Notes);

    private static PayslipLine Of(Month month, string agent, SealedLine closed, PayLine? now)
    {
        var same = now?.Amount == closed.Amount;
        var formula = same ? PayWords.Of(now!.Explanation) : new("结账时的金额", "the amount as closed");
        List<Wording> notes = [.. same ? now!.Notes : closed.Notes.Select(n => new Wording(n, n))];
        if (!same) notes.Add(now is null
            ? new("按现有数据已没有这一项", "the records as they are no longer make this line")
            : new($"按现有数据为 {Show.Yuan(now.Amount)}", $"the records as they are make {Show.Yuan(now.Amount)}"));
        return new(closed.Line, now?.Label ?? new(closed.Label, closed.Label), formula, closed.Amount, ValueState.Final, now is null ? null : Links.ExplainLine(month, agent, closed.Line), notes);
    }

    private static IEnumerable<Wording> Notes(KeptMonth kept, MonthPerson person, Viewer viewer)
    {
        foreach (var note in MonthNotes.Of(kept, viewer)) yield return note;
        var (closed, live) = (person.SealedSlip?.Net, person.Live?.Pay?.Net);
        if (kept.Sealed is not null && closed != live)
            yield return closed is null
                ? new($"结账时此人没有工资；按现有数据为 {Show.Yuan(live!.Value)}。", $"At the closing this person had no pay; the records as they are make {Show.Yuan(live!.Value)}.")
                : new($"按现有数据实发为 {(live is { } now ? Show.Yuan(now) : Show.None)}，与结账相差 {Show.Signed((live ?? 0m) - closed.Value, 2)} 元；封存的工资不变。",
                    $"The records as they are make a net pay of {(live is { } then ? Show.Yuan(then) : Show.None)}, {Show.Signed((live ?? 0m) - closed.Value, 2)} CNY against the closing; the sealed pay stays.");
        yield return new("实发合计为各项四舍五入到分后之和；税和社保不在此处计算。", "Net pay is the sum of the lines, each rounded to the fen; tax and social insurance are not worked out here.");
    }

    private static string TitleOf(KeptMonth kept, string? scheme, Language language) =>
        kept.Book.Files.FirstOrDefault(f => f.Scheme == scheme) is { } file ? language.T(file.Title) : scheme ?? Show.None;
}
