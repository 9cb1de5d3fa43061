using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Features.Months;
using Heng.Engine.Pay.Late;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Closing;

/// <summary>Why a closed month does not hold. Worded at the edge in both languages.</summary>
public enum SealFault { SealChanged, DecisionDiffers, InputsMissing, InputsChanged, ResultsDiffer, DifferenceDiffers, SlipDiffers, MessagesDiffer }

/// <summary>A closed month verified (核验): Place is the first that differs: part, person, field.</summary>
public sealed record Verified(Month Month, string Hash, SealFault? Fault, string? Place)
{
    public string? Sealed { get; init; }
    public string? Recomputed { get; init; }
    /// <summary>Whose payslip it is where one was sealed alone; null is the month.</summary>
    public string? Agent { get; init; }
    /// <summary>Null where the messages were not looked at.</summary>
    public MessagesChecked? Messages { get; init; }
}

/// <summary>
/// Recomputes a closed month in a database of its own, from what it was made of at the closing, under its rules and plan versions, and compares every number with the seal.
/// The lines that settle earlier months are checked against the seals they rest on, and the agent-days among those inputs against the messages.
/// </summary>
public sealed class Verification(Database database)
{
    /// <param name="messages">Whether its agent-days are folded again from the messages as well.</param>
    public Verified Of(Month month, bool messages = true)
    {
        var seal = SealedMonth.Find(database, month) ?? throw new InvalidOperationException($"{month} is not closed");
        var alone = SealedMonth.Alone(database, month);
        // What was sealed alone stands in the month's seal as it is.
        if (seal.Closed.Intact && alone.FirstOrDefault(a => !JsonNode.DeepEquals(a.Value.Of("pay", a.Key), seal.Of("pay", a.Key))).Key is { } differs) return new(month, seal.Closed.Hash, SealFault.SlipDiffers, $"pay/{differs}");
        return Of(seal, database.Decisions.About(Close.Subject(month)), Close.Seals, Close.InputsKept, database.ClosedInputs.Find(SealedMonth.Company, month), book => SealedMonth.TextOf(book, alone), messages);
    }

    /// <summary>A payslip that was sealed alone, before its month.</summary>
    public Verified Of(Month month, string agent) => Of(
        SealedMonth.Alone(database, month)[agent], database.Decisions.About(LeaverRun.Subject(month, agent)), LeaverRun.Seals, LeaverRun.InputsKept, database.ClosedSlips.Inputs(SealedMonth.Company, month, agent),
        book => SealedMonth.SlipTextOf(book, agent), messages: false) with { Agent = agent };

    private Verified Of(SealedMonth seal, IReadOnlyList<Decision> decisions, Func<string, bool> seals, string inputsKept, ClosedInput? kept, Func<MonthBook, string?> text, bool messages)
    {
        Verified Says(SealFault? fault, string? place = null) => new(seal.Closed.Month, seal.Closed.Hash, fault, place);
        if (!seal.Closed.Intact) return Says(SealFault.SealChanged);
        if (decisions.LastOrDefault(d => seals(d.What))?.Why != seal.Closed.Hash) return Says(SealFault.DecisionDiffers);
        if (kept is not { } inputs) return Says(SealFault.InputsMissing);
        if (decisions.LastOrDefault(d => d.What == inputsKept)?.Why != inputs.Hash) return Says(SealFault.InputsChanged);
        if (Settled(new(seal), seal) is { } late) return Says(SealFault.DifferenceDiffers, late);
        var (differs, chats) = Recomputed(seal, inputs, text, messages);
        return (differs is var (place, was, now) ? Says(SealFault.ResultsDiffer, place) with { Sealed = was, Recomputed = now }
            : chats?.Differs is var (day, held, folded) ? Says(SealFault.MessagesDiffer, day) with { Sealed = Written(held), Recomputed = Written(folded) } : Says(null)) with { Messages = chats };
    }

    private static string Written(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private ((string Place, string? Sealed, string? Now)? Differs, MessagesChecked? Messages) Recomputed(SealedMonth seal, ClosedInput inputs, Func<MonthBook, string?> text, bool messages)
    {
        var folder = Directory.CreateTempSubdirectory("heng-verify-").FullName;
        try
        {
            using var scratch = Database.Open(DatabaseTarget.InFolder(folder));
            scratch.Migrate();
            database.ClosedInputs.Restore(inputs, seal.Closed.ClosedAt, scratch);
            var files = Plans.PublishedPlans.Of(scratch, PeriodFacts.Load(scratch, scratch.Shops.All, inputs.Month.First, inputs.Month.Last, inputs.AsOf).Metrics, seal.Plans);
            var book = MonthBook.Load(scratch, inputs.Month, scratch.Shops.All, inputs.AsOf, files);
            var differs = FirstDifference.Between(WithoutLate(JsonNode.Parse(seal.Closed.Sealed)!), text(book) is { } now ? WithoutLate(JsonNode.Parse(now)!) : null);
            return (differs, messages ? new MessageCheck(database, scratch, seal.Closed).Of() : null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the month itself made: the lines that settle earlier months rest on those, and are checked by themselves.</summary>
    private static JsonNode WithoutLate(JsonNode text)
    {
        text.AsObject().Remove(LatePools.Part);
        var pay = text["pay"]!.AsArray();
        foreach (var slip in pay.ToArray())
        {
            var lines = slip!["lines"]!.AsArray();
            foreach (var late in lines.Where(l => LateLine.Is(l!["line"]!.GetValue<string>())).ToArray())
            {
                lines.Remove(late);
                slip["net"] = Json.Number(slip["net"]!.GetValue<decimal>() - late!["amount"]!.GetValue<decimal>());
            }
            // Who is paid for earlier months alone is nobody's of this one.
            if (lines.Count == 0) pay.Remove(slip);
        }
        return text;
    }

    /// <summary>Each difference is what was known at this closing − what the earlier month sealed − what months closed in between had settled, and each net the sum of its lines.</summary>
    private string? Settled(SealedResults own, SealedMonth seal)
    {
        var before = database.ClosedMonths.All(SealedMonth.Company).Where(c => c.Month < own.Closed.Month && Earlier(c, own.Closed)).ToDictionary(c => c.Month, c => new SealedResults(SealedMonth.Find(database, c.Month)!));
        foreach (var agent in own.Agents.Order(StringComparer.Ordinal))
        {
            if (own.Slip(agent) is not { } slip) continue;
            if (slip.Net != slip.Lines.Sum(l => l.Amount)) return $"pay/{agent}/net";
            foreach (var line in slip.Lines)
                if (LateLine.Parse(line.Line) is { } late && !Holds(seal, agent, line, late, before)) return $"pay/{agent}/{line.Line}";
        }
        return LatePools.FirstFalse(seal, [.. before.Values.Select(b => SealedMonth.Of(b.Closed))]);
    }

    private static bool Earlier(ClosedMonth a, ClosedMonth b) => a.ClosedAt.UnixSeconds <= b.ClosedAt.UnixSeconds;

    private static bool Holds(SealedMonth seal, string agent, SealedLine line, LateLine late, Dictionary<Month, SealedResults> before)
    {
        if (!before.TryGetValue(late.Month, out var closed)) return false;
        var told = seal.Of("pay", agent)!["lines"]!.AsArray().First(l => l!["line"]!.GetValue<string>() == line.Line)!["settles"];
        var then = closed.Slip(agent)?.Lines.FirstOrDefault(l => l.Line == late.Line)?.Amount ?? 0m;
        var settled = before.Where(b => b.Key > late.Month).Sum(b => b.Value.Slip(agent)?.Lines.FirstOrDefault(l => l.Line == line.Line)?.Amount ?? 0m);
        return told is not null && told["sealed"]!.GetValue<decimal>() == then && told["settled"]!.GetValue<decimal>() == settled
            && told["now"]!.GetValue<decimal>() - then - settled == line.Amount;
    }
}
