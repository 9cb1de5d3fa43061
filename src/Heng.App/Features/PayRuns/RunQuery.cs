using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Closing;
using Heng.App.Features.Guard;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Closing;
using Heng.Engine.Records;

namespace Heng.App.Features.PayRuns;

/// <summary>Fills the page of a month's pay run, and does what its buttons ask. For who sees everybody's pay.</summary>
public sealed class RunQuery(BookCache books, ViewerFor viewers, TimeProvider time)
{
    public Task<Seen<RunView>> For(Month month, string? share, RunAsk? ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.SeesEverybodysPay(viewer)) return Task.FromResult(Seen<RunView>.Forbidden);
        var refused = ask is null ? null : new RunDoing(books.Database, time).Do(month, books.Database.Shops.All, null, viewer, ask);
        return Task.FromResult<Seen<RunView>>(View(month, ShareOf(share), viewer) with { Refused = refused, Behind = RunBehind.Find(books.Of(month), books.Of(month.Plus(-1)), RunOpened.In(context.Request.Query)) });
    }

    private RunView View(Month month, decimal share, Viewer viewer)
    {
        var (kept, close) = (books.Of(month), new Close(books.Database, time));
        var (state, budget) = (close.StateOf(month), new RunBudget(books.Database).Of(month));
        var clock = kept.Book.Facts.Rules.Clock;
        var done = close.Steps(month).Select(s => new RunStep(s.Event, s.Decision.Who, ShowDates.Minute(clock.ToLocal(s.Decision.At)), s.Event == MonthEvent.Paid ? s.Decision.Why : null)).ToList();
        var ahead = Enum.GetValues<MonthEvent>().Where(e => !Passed(state, e)).Select(e => new RunStep(e, null, null, null));
        return new(month, state.Stage, [.. done, .. ahead], PayRunTotals.Of(kept, books.Of(month.Plus(-1)), budget?.Yuan, share, books.Database))
        {
            Share = share, BudgetSince = budget?.Since, Offered = [.. OfferedTo(viewer, state)], Leavers = [.. new LeaverRun(books.Database, time).All(kept).Select(l => LeaverRows.Of(l, kept.Sealed is not null, viewer))], Notes = [.. MonthNotes.Of(kept, viewer)],
            GuardOpen = kept.People.Any(p => kept.ResultOf(p).Net is not null) ? new GuardBook(books.Database, kept).Open : 0, Pools = kept.Book.Pools.Count > 0,
            Provisional = !state.Sealed && kept.Book.Facts.AsOf < kept.Book.MaturesAt, Outlook = Outlook.Of(books.Database, kept),
            Seen = state.PreparedHash ?? "",
            Moved = state is { Sealed: false, PreparedHash: { } seen } && seen != Heng.Store.ClosedMonth.HashOf(SealedMonth.TextOf(kept.Book)),
        };
    }

    private static bool Passed(MonthState state, MonthEvent step) => step switch
    {
        MonthEvent.CardsPublished => state.CardsHash is not null || state.Stage > MonthStage.Published,
        MonthEvent.Prepared => state.Stage >= MonthStage.Prepared,
        MonthEvent.Checked => state.Stage >= MonthStage.Checked,
        MonthEvent.Approved => state.Sealed,
        MonthEvent.Paid => state.Paid,
        _ => state.Stage == MonthStage.Closed,
    };

    private static IEnumerable<RunAct> OfferedTo(Viewer viewer, MonthState state)
    {
        var (prepares, other) = (Rights.Prepares(viewer), state.PreparedBy != viewer.Name);
        if (prepares && !state.Sealed) yield return RunAct.Publish;
        if (prepares && !state.Sealed) yield return RunAct.Draft;
        if (prepares && other && state.Stage == MonthStage.Prepared) yield return RunAct.Check;
        if (Rights.Closes(viewer) && other && state.Stage is (MonthStage.Prepared or MonthStage.Checked)) yield return RunAct.Approve;
        if (prepares && state is { Sealed: true, Paid: false }) yield return RunAct.Pay;
        if (Rights.Closes(viewer) && other && state.Stage is (MonthStage.Approved or MonthStage.Paid)) yield return RunAct.Close;
        if (Rights.Closes(viewer)) yield return RunAct.Budget;
    }

    /// <summary>A share in percent, as the page asks for it; what is none is the usual one.</summary>
    private static decimal ShareOf(string? percent) =>
        decimal.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var of) && of is >= 0m and <= 1000m ? of / 100m : PayRunTotals.UsualShare;
}
