using Heng.App.Features.Facts;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.Engine;
using Heng.Engine.Facts;
using Heng.Engine.Live;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Live;

/// <summary>
/// All that a shop's day is folded and checked by, loaded once and asked many times: the same people, rules, corrections and quality rules that an import of the day would ask
/// (<see cref="Folding"/>). Phrase uses and the remarks of cases are for the import.
/// </summary>
internal sealed class LiveFolding
{
    private readonly LiveMessages messages;
    private readonly Roster roster;
    private readonly Corrections corrections;
    private readonly IReadOnlyList<Correction> corrected;
    private readonly RulesOfDay inForce;
    private readonly Func<string, Seats?> seatsAt;
    private readonly HashSet<string> struck;
    private readonly string shop;
    private readonly DateOnly day;

    public LiveFolding(Database database, Shop shop, RuleSet rules, DateOnly day, LiveMessages messages)
    {
        (this.messages, this.shop, this.day, Rules, roster) = (messages, shop.Name, day, rules, database.People.Roster);
        corrected = [.. database.Records(RecordKinds.Corrections).Between(shop.Id, day, day)];
        corrections = new(corrected);
        struck = corrections.OfKind(CorrectedFact.Finding).Select(c => c.Fact).ToHashSet(StringComparer.Ordinal);
        Book = new(database);
        inForce = Book.On(shop.Name, day);
        var seating = new Seating(database, roster);
        seatsAt = account => roster.SharedBy(account, day).Count > 1 ? seating.Of(account, day, rules.Clock) : null;
    }

    public RuleSet Rules { get; }
    public Roster Roster => roster;
    public QualityBook Book { get; }
    public bool Looks => inForce.Any;

    /// <summary>What the messages of these buyers come to.</summary>
    public FoldedDay Of(IReadOnlyCollection<int> buyers)
    {
        var records = messages.Of(buyers);
        var rows = Folding.RowsOf(records, Rules, corrected: corrections.Messages(day), keyed: true);
        var names = Names(records);
        if (!inForce.Any || records.Count == 0) return new(Pipeline.Facts(day, rows, names, Rules), DayQuality.None(day));
        var characters = new Utf8Characters();
        var asked = new DayTexts(row => characters.Of(records.Text![row]), records.Key!, agent => roster.On(agent, day) is { } job ? (job.Group, job.Position) : (null, null), (_, _) => null, struck);
        var (facts, quality) = Pipeline.Checked(day, rows, names, Rules, new DayCheck(day, inForce, asked));
        return new(facts, quality);
    }

    /// <summary>Whether the messages so far come to the same by the other.</summary>
    public bool Agrees(LiveFolding other) => Rules.Version == other.Rules.Version && inForce.Stamp == other.inForce.Stamp && corrected.SequenceEqual(other.corrected)
        && messages.Accounts.Names.All(a => Said(a).SequenceEqual(other.Said(a)));

    /// <summary>Who an account's chats are of, and what is known of them that a rule may ask for.</summary>
    private IEnumerable<object?> Said(string account)
    {
        var shared = roster.SharedBy(account, day);
        foreach (var agent in shared.Prepend(roster.AgentOf(account, day))) yield return (agent, roster.NameOf(agent), roster.On(agent, day) is { } job ? (job.Group, job.Position) : default);
        if (shared.Count > 1 && seatsAt(account) is { } seats)
            foreach (var seat in seats.All) yield return seat;
    }

    /// <summary>The same without what quality rules find.</summary>
    public DayFacts FactsOf(IReadOnlyCollection<int> buyers)
    {
        var records = messages.Of(buyers);
        return Pipeline.Facts(day, Folding.RowsOf(records, Rules, corrected: corrections.Messages(day), keyed: true), Names(records), Rules);
    }

    private DayNames Names(DayRecords records)
    {
        string Account(int number) => messages.Accounts.Names[number - 1];
        return new(shop, number => messages.Buyers.Names[number - 1], Account, number => roster.AgentOf(Account(number), day), agent => roster.NameOf(agent) ?? "")
        {
            SeatsAt = records.Account.Concat(records.Target.Where(t => t != 0)).Distinct().Any(a => roster.SharedBy(Account(a), day).Count > 1) ? number => seatsAt(Account(number)) : null,
        };
    }
}
