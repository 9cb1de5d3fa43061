using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.Engine.Closing;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Closing;

/// <summary>A month's pay run: load, decide, seal what was approved, note who and why. Every step is a decision, kept and chained.</summary>
public sealed class Close(Database database, TimeProvider time)
{
    public const string InputsKept = "month-inputs-kept", Approved = "month-approved", Closed = "month-closed";

    /// <summary>The steps as they are kept among the decisions.</summary>
    private static readonly Dictionary<string, MonthEvent> Kept = new(StringComparer.Ordinal)
    {
        ["cards-published"] = MonthEvent.CardsPublished, ["month-prepared"] = MonthEvent.Prepared, ["month-checked"] = MonthEvent.Checked,
        [Approved] = MonthEvent.Approved, ["month-paid"] = MonthEvent.Paid, [Closed] = MonthEvent.Closed,
    };

    /// <summary>Whether a decision of this name carries the hash of what was sealed.</summary>
    public static bool Seals(string what) => what is Approved or Closed;

    /// <summary>What was done in the month's run, in order.</summary>
    public IReadOnlyList<(MonthEvent Event, Decision Decision)> Steps(Month month) =>
        [.. database.Decisions.About(Subject(month)).Where(d => Kept.ContainsKey(d.What)).Select(d => (Kept[d.What], d))];

    public MonthState StateOf(Month month)
    {
        var state = Steps(month).Aggregate(MonthState.Open, (s, step) => s.After(step.Event, step.Decision.Who, step.Decision.Why));
        if (database.ClosedMonths.Find(SealedMonth.Company, month) is not { } closed) return state;
        // The seal is written before the decision that tells of it; what was cut off in between is approved all the same.
        return (state.Sealed ? state : state.After(MonthEvent.Approved, closed.By, closed.Hash)) with { PreparedHash = closed.Hash };
    }

    public MonthStep Publish(Month month, IReadOnlyList<Shop> shops, Instant? asOf, Viewer viewer) => Do(month, shops, asOf, new PublishCards(PersonOf(viewer), Rights.Prepares(viewer)), viewer);
    public MonthStep Prepare(Month month, IReadOnlyList<Shop> shops, Instant? asOf, Viewer viewer) => Do(month, shops, asOf, new PrepareMonth(PersonOf(viewer), Rights.Prepares(viewer)), viewer);
    public MonthStep Check(Month month, IReadOnlyList<Shop> shops, Instant? asOf, Viewer viewer) => Do(month, shops, asOf, new CheckMonth(PersonOf(viewer), Rights.Prepares(viewer)), viewer);

    public MonthStep Approve(Month month, IReadOnlyList<Shop> shops, Instant? asOf, Viewer viewer, bool provisionally) =>
        Do(month, shops, asOf, new ApproveMonth(PersonOf(viewer), Rights.Closes(viewer), provisionally), viewer);

    /// <param name="how">The day it was paid and the bank's reference, as they were given.</param>
    public MonthStep Pay(Month month, IReadOnlyList<Shop> shops, Instant? asOf, Viewer viewer, string how) => Do(month, shops, asOf, new PayMonth(PersonOf(viewer), Rights.Prepares(viewer)), viewer, how);

    public MonthStep Finish(Month month, IReadOnlyList<Shop> shops, Instant? asOf, Viewer viewer, bool provisionally) =>
        Do(month, shops, asOf, new CloseMonth(PersonOf(viewer), Rights.Closes(viewer), provisionally), viewer);

    private MonthStep Do(Month month, IReadOnlyList<Shop> shops, Instant? asOf, MonthCommand command, Viewer viewer, string? how = null)
    {
        // Of two at once the second sees what the first did, and decides again.
        var known = database.Decisions.About(Subject(month)).Count;
        var state = StateOf(month);
        // Of a sealed month nothing is worked out again: what is left to do asks for nothing but its stage.
        var (situation, text, from, slips) = state.Sealed ? (new(default, default, default, 0, state.PreparedHash!), null, default, 0) : Situation(month, shops, asOf);
        var step = MonthCycle.Decide(state, command, situation);
        if (step.Next is null) return database.Decisions.About(Subject(month)).Count == known ? step : Do(month, shops, asOf, command, viewer, how);
        if (step.Events.Contains(MonthEvent.Approved))
        {
            var final = situation.AsOf < situation.MaturesAt ? "provisional" : "final";
            if (database.ClosedMonths.Close(SealedMonth.Company, month, final, text!, Now(), viewer.Name, (situation.AsOf, from), slips) is null)
                return database.ClosedMonths.Find(SealedMonth.Company, month) is null ? MonthRefusal.ResultsMoved : MonthRefusal.AlreadyApproved;
        }
        foreach (var what in step.Events)
        {
            var (name, why) = (Kept.First(k => k.Value == what).Key, how ?? (what == MonthEvent.CardsPublished ? situation.CardsHash : situation.ResultsHash));
            // Whoever sealed the month has come first already.
            if (step.Events.Contains(MonthEvent.Approved)) database.Decisions.Append(Now(), viewer.Name, name, Subject(month), why);
            else if (database.Decisions.AppendAfter(known, Now(), viewer.Name, name, Subject(month), why) is null) return Do(month, shops, asOf, command, viewer, how);
        }
        if (step.Events.Contains(MonthEvent.Approved) && database.ClosedInputs.Find(SealedMonth.Company, month) is { } inputs) database.Decisions.Append(Now(), viewer.Name, InputsKept, Subject(month), inputs.Hash);
        database.Witness.Take(Now(), viewer.Name);
        if (step.Events.Contains(MonthEvent.Closed)) MonthTold.Tell(database, month, Now());
        return step;
    }

    internal static string? PersonOf(Viewer viewer) => viewer.Role == Role.Operator ? null : viewer.Name;

    /// <summary>With it, the first day whose numbers the results rest on: that of the longest cycle that ends with the month; and how many payslips are sealed already.</summary>
    private (MonthSituation Situation, string Text, DateOnly From, int Slips) Situation(Month month, IReadOnlyList<Shop> shops, Instant? asOf)
    {
        var book = MonthBook.Load(database, month, shops, asOf);
        var text = SealedMonth.TextOf(book);
        var cards = JsonNode.Parse(text)!["score"]!.ToJsonString();
        var ends = book.Facts.Rules.Clock.EndOf(month.Last);
        // Pay that rests on nothing but missing values is no result: some chat or order day of the month must be there, in a shop that has such.
        var covered = Covering.Of(database, shops).Any(source => book.Facts.Coverage.LastDay(source, month.First, month.Last) is not null);
        var measured = !covered ? 0 : book.People.Count(p => p.Card?.Score is not null || p.Pay is not null);
        return (new(book.Facts.AsOf, ends, book.MaturesAt, measured, ClosedMonth.HashOf(text)) { LedgerBalances = LedgerBalance.Holds(database, shops, month), CardsHash = ClosedMonth.HashOf(cards) }, text,
            book.RestsOn, book.Alone.Count);
    }

    public static string Subject(Month month) => $"month/{month}";
    private Instant Now() => new(time.GetUtcNow().ToUnixTimeSeconds());
}
