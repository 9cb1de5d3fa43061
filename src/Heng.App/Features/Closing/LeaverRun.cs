using System.Text.Json.Nodes;
using Heng.App.Features.Months;
using Heng.App.Features.Pay;
using Heng.App.Features.People;
using Heng.Engine.Closing;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Closing;

/// <summary>Somebody who left in a month (离职人员) and where their own pay run stands. Slip is what was sealed alone, else what would be; null where no scheme pays them.</summary>
/// <param name="Moved">Whether what was drafted is no longer what the records come to.</param>
public sealed record Leaver(string Agent, DateOnly? LastDay, MonthState State, IReadOnlyList<(MonthEvent Event, Decision Decision)> Steps, JsonObject? Slip, bool Moved)
{
    /// <summary>Whether the records reach the end of their last day.</summary>
    public bool Gone { get; init; }
    public decimal? Net => Slip?["net"]!.GetValue<decimal>();
}

/// <summary>
/// The pay run of one person who left, before their month is sealed: load, decide, seal what was approved, note who and why. What is sealed here the month's own seal takes as it is.
/// </summary>
public sealed class LeaverRun(Database database, TimeProvider time)
{
    public const string InputsKept = "leaver-inputs-kept";

    private static readonly Dictionary<string, MonthEvent> Kept = new(StringComparer.Ordinal)
    {
        ["leaver-prepared"] = MonthEvent.Prepared, ["leaver-approved"] = MonthEvent.Approved, ["leaver-paid"] = MonthEvent.Paid,
    };

    public static bool Seals(string what) => Kept.GetValueOrDefault(what) == MonthEvent.Approved;
    public static string Subject(Month month, string agent) => $"leaver/{month}/{agent}";

    public MonthState StateOf(Month month, string agent) => StateOf(month, agent, Steps(month, agent));

    public LeaverStep Do(Month month, string agent, LeaverAct act, Instant? asOf, Viewer viewer, string? how = null)
    {
        var known = database.Decisions.About(Subject(month, agent)).Count;
        var (state, mayDo) = (StateOf(month, agent), act == LeaverAct.Approve ? Rights.Closes(viewer) : Rights.Prepares(viewer));
        var (situation, book, text) = Situation(month, agent, asOf, viewer, state);
        var step = LeaverCycle.Decide(state, act, Close.PersonOf(viewer), mayDo, situation);
        if (step.Event is not { } what) return step;
        if (what == MonthEvent.Approved && database.ClosedSlips.Close(SealedMonth.Company, month, agent, text!, Now(), viewer.Name, (situation.AsOf, book!.RestsOn)) is null)
            return database.ClosedSlips.Find(SealedMonth.Company, month, agent) is null ? LeaverRefusal.MonthSealed : LeaverRefusal.AlreadyApproved;
        var (name, why) = (Kept.First(k => k.Value == what).Key, how ?? situation.ResultsHash!);
        if (what == MonthEvent.Approved) Note(name, why);
        else if (database.Decisions.AppendAfter(known, Now(), viewer.Name, name, Subject(month, agent), why) is null) return Do(month, agent, act, asOf, viewer, how);
        if (what == MonthEvent.Approved) Note(InputsKept, database.ClosedSlips.Inputs(SealedMonth.Company, month, agent)!.Hash);
        database.Witness.Take(Now(), viewer.Name);
        return step;

        void Note(string name, string why) => database.Decisions.Append(Now(), viewer.Name, name, Subject(month, agent), why);
    }

    /// <summary>Everybody who left in the month, and whoever was paid alone in it, by name.</summary>
    public IReadOnlyList<Leaver> All(KeptMonth kept) =>
        [.. kept.Book.Facts.Roster.People.Where(p => LastDay(kept.Book, p.Name) is not null).Select(p => p.Name).Union(kept.Book.Alone.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => Of(kept, name))];

    public Leaver Of(KeptMonth kept, string agent)
    {
        var (steps, day) = (Steps(kept.Month, agent), LastDay(kept.Book, agent));
        var state = StateOf(kept.Month, agent, steps);
        var gone = day is { } last && kept.Book.Facts.AsOf >= kept.Book.Facts.Rules.Clock.EndOf(last);
        if (kept.Book.Alone.TryGetValue(agent, out var alone)) return new(agent, day, state, steps, alone.Of("pay", agent), false) { Gone = gone };
        // With the month sealed it is the month's payslip, and no run of their own is left to do.
        if (kept.Sealed is not null) return new(agent, day, state, steps, SealedMonth.Of(kept.Sealed.Closed).Of("pay", agent), false) { Gone = gone };
        var slip = kept.Book.PaidAlone(agent) is { } person ? PayJson.Of(person, person.Pay!) : null;
        return new(agent, day, state, steps, slip, state.PreparedHash is { } seen && seen != HashOf(SealedMonth.SlipTextOf(kept.Book, agent))) { Gone = gone };
    }

    private (LeaverSituation Now, MonthBook? Book, string? Text) Situation(Month month, string agent, Instant? asOf, Viewer viewer, MonthState state)
    {
        var (own, closed) = (viewer.Person == agent, database.ClosedMonths.Find(SealedMonth.Company, month) is not null);
        // Of what is sealed nothing is worked out again.
        if (state.Sealed || closed) return (new(default, null, closed, own, state.PreparedHash), null, null);
        var book = MonthBook.Load(database, month, database.Shops.All, asOf);
        var text = SealedMonth.SlipTextOf(book, agent);
        Instant? left = LastDay(book, agent) is { } day ? book.Facts.Rules.Clock.EndOf(day) : null;
        return (new(book.Facts.AsOf, left, closed, own, HashOf(text)), book, text);
    }

    private MonthState StateOf(Month month, string agent, IReadOnlyList<(MonthEvent Event, Decision Decision)> steps)
    {
        var state = steps.Aggregate(MonthState.Open, (s, step) => s.After(step.Event, step.Decision.Who, step.Decision.Why));
        if (database.ClosedSlips.Find(SealedMonth.Company, month, agent)?.Closed is not { } closed) return state;
        // The seal is written before the decision that tells of it; what was cut off in between is approved all the same.
        return (state.Sealed ? state : state.After(MonthEvent.Approved, closed.By, closed.Hash)) with { PreparedHash = closed.Hash };
    }

    private List<(MonthEvent Event, Decision Decision)> Steps(Month month, string agent) =>
        [.. database.Decisions.About(Subject(month, agent)).Where(d => Kept.ContainsKey(d.What)).Select(d => (Kept[d.What], d))];

    private static DateOnly? LastDay(MonthBook book, string agent) =>
        book.Facts.Roster.Find(agent) is { } person ? LeaverCycle.LastDayIn(book.Month, book.Facts.Roster.HistoryOf(person.Id)) : null;

    private static string? HashOf(string? text) => text is null ? null : ClosedMonth.HashOf(text);
    private Instant Now() => new(time.GetUtcNow().ToUnixTimeSeconds());
}
