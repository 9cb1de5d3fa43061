using System.Collections.Concurrent;
using Heng.App.Features.Floor;
using Heng.App.Features.Live;
using Heng.Engine.Explanation;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Warnings;

/// <summary>
/// The warnings that are open, of every shop whose day goes on: looks at what holds and what happened, and keeps what somebody must act on. What is kept is what counts: after a restart the open
/// ones are read back, and go on.
/// </summary>
public sealed class WarningBook(Database database, LiveBook book, TimeProvider time)
{
    private static readonly TimeSpan PlanHolds = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly ConcurrentQueue<(string Shop, string Fact, Raised Of)> happened = [];
    private readonly Dictionary<string, OpenWarnings> shops = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WarnedDay> days = new(StringComparer.Ordinal);
    private readonly Drifts drifts = new(database);
    private readonly SortedDictionary<long, KeptMatter<WarningHappening>> open = [];
    private IReadOnlyList<KeptMatter<WarningHappening>> shown = [];
    private IReadOnlyDictionary<long, Raised> present = new Dictionary<long, Raised>();
    private readonly Dictionary<long, int> counted = [];
    private (DateTimeOffset At, FloorPlan Plan, WarningTurns Turns, HomeShops Homes)? plan;
    private NotesNow? notes;
    private bool loaded;

    private Matters<WarningHappening> Matters => database.Matters(WarningMatters.Kind);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>The thresholds as they were last looked at.</summary>
    public WarningRules Rules { get; private set; } = WarningRules.Usual;

    /// <summary>The open ones as they were last looked at.</summary>
    public IReadOnlyList<KeptMatter<WarningHappening>> Open => Volatile.Read(ref shown);

    /// <summary>Knows what is open and the thresholds, and looks at nothing: for who only reads.</summary>
    public void Read()
    {
        lock (gate)
        {
            Load();
            Rules = WarningMatters.RulesOf(database);
            Volatile.Write(ref shown, [.. open.Values]);
            Volatile.Write(ref present, WarningMatters.Standing(database));
        }
    }

    /// <summary>What an open one was last seen to come to: its figure now, how many there are and who; null where nobody has looked.</summary>
    public Raised? Present(long id) => Volatile.Read(ref present).GetValueOrDefault(id);

    /// <summary>What a warning has come to: of what happened, as it was last looked at; of what holds the most that did.</summary>
    public Raised CameTo(KeptMatter<WarningHappening> kept) => CameTo(kept, Present(kept.Id));

    internal static Raised CameTo(KeptMatter<WarningHappening> kept, Raised? now) =>
        WarningMatters.StateOf(kept) is var state && state.Over is null && now is { IsEvent: true } && now.Count > state.Count ? now : state.Kept;

    /// <summary>Private notes to somebody that wait to be seen, as of this second.</summary>
    public int NotesTo(string person)
    {
        if (Volatile.Read(ref notes) is not { } known || time.GetElapsedTime(known.At) >= TimeSpan.FromSeconds(1)) Volatile.Write(ref notes, known = Notes());
        return known.Counts.GetValueOrDefault(person);
    }

    private NotesNow Notes()
    {
        var today = ShopClock.Shanghai.DayOf(Now);
        return new(time.GetTimestamp(), database.Matters(WarningMatters.Notes).Between(today.AddDays(-1), today).Select(WarningMatters.StateOf).Where(n => !n.IsSeen).CountBy(n => n.To, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
    }

    private sealed record NotesNow(long At, IReadOnlyDictionary<string, int> Counts);

    /// <summary>How many of each kind ended today before anybody was told.</summary>
    public IReadOnlyDictionary<WarningKind, int> Passed(string shop)
    {
        lock (gate) return book.Of(shop) is { } of ? new Dictionary<WarningKind, int>(DayOf(of).Passed) : [];
    }

    /// <summary>Taken note of at once, and looked at in the next round: this is called where messages are folded.</summary>
    public void Found(LiveShop shop, IReadOnlyList<FoundNow> found)
    {
        foreach (var one in found)
            if (Of(shop, one.Finding, one.At) is { } of) happened.Enqueue((shop.Shop.Name, FactOf(one.Finding), of));
    }

    private static string FactOf(KeptFinding finding) => FormattableString.Invariant($"finding/{finding.Id}/{finding.Version}");

    /// <summary>Null where a finding is none to act on now.</summary>
    private static Raised? Of(LiveShop shop, KeptFinding finding, Instant at)
    {
        var (name, group) = shop.Ask((_, _, roster, _) => (roster.NameOf(finding.Agent), roster.On(finding.Agent, shop.Day)?.Group));
        return Raised.From(shop.Shop.Name, finding, shop.RuleOf(finding)?.Urgency ?? Urgency.Usual, name, group, at) is { } of ? of with { What = shop.NameOf(finding) } : null;
    }

    private static IEnumerable<(string, Raised)> Standing(LiveShop shop) => shop.Ask((day, messages, _, _) => day.Findings.Where(f => f.Counts).Select(f => (Finding: f, At: messages.SaidAt(f.Spans[0]))).ToList())
        .Where(f => f.At is not null).Select(f => (FactOf(f.Finding), Of: Of(shop, f.Finding, f.At!.Value))).Where(f => f.Of is not null).Select(f => (f.Item1, f.Of!));

    private WarnedDay DayOf(LiveShop shop)
    {
        if (!days.TryGetValue(shop.Shop.Name, out var of) || of.Day != shop.Day) days[shop.Shop.Name] = of = new(database, shop);
        return of;
    }

    /// <summary>Whether there is something that waits for no round.</summary>
    public bool IsPressed => !happened.IsEmpty;

    /// <summary>One round over all shops; what changed, as it is kept now.</summary>
    public IReadOnlyList<KeptMatter<WarningHappening>> Look()
    {
        lock (gate)
        {
            Load();
            var (rules, now, changed) = (Rules = WarningMatters.RulesOf(database), Now, new List<KeptMatter<WarningHappening>>());
            var fresh = new List<(string Shop, string Fact, Raised Of)>();
            while (happened.TryDequeue(out var one)) fresh.Add(one);
            Homes();
            foreach (var name in book.Open.Select(s => s.Shop.Name).Union(open.Values.Select(k => k.Happened[0].Raised!.Of.Shop), StringComparer.Ordinal).ToList())
                if (book.Of(name) is { } shop) Look(shop, [.. fresh.Where(f => f.Shop == name).Select(f => (f.Fact, f.Of))], rules, now, changed);
            foreach (var kept in open.Values.ToList())
                if (WarningCourse.Escalate(WarningMatters.StateOf(kept), rules, now, () => FloorNow().Turns.Held(kept.Happened[0].Raised!.Of)) is { } goesOn) Append(kept, goesOn, changed);
            Volatile.Write(ref shown, [.. open.Values]);
            Volatile.Write(ref present, open.Values.Select(k => (k.Id, Of: k.Happened[0].Raised!)).Where(k => shops.ContainsKey(k.Of.Of.Shop)).Select(k => (k.Id, Now: shops[k.Of.Of.Shop].Now(k.Of.Key)))
                .Where(k => k.Now is not null).ToDictionary(k => k.Id, k => k.Now!));
            return changed;
        }
    }

    /// <summary>The shops of those of whom a status log tells are looked at too, though nothing else came there today.</summary>
    private void Homes()
    {
        var shops = book.Open;
        if (!FloorNow().Homes.Knows(shops.Select(s => s.Shop.Name))) plan = null;
        var homes = FloorNow().Homes;
        if (homes.IsOneShop) return;
        foreach (var name in shops.SelectMany(s => s.Ask((_, _, roster, _) => s.Status.Keys.Select(agent => homes.Of(agent, roster)).ToList())).Distinct(StringComparer.Ordinal).ToList()) book.Of(name);
    }

    /// <summary>Somebody's step: kept, and known here.</summary>
    public bool Keep(KeptMatter<WarningHappening> kept, WarningHappening step)
    {
        lock (gate)
        {
            Load();
            var of = kept.Happened[0].Raised!;
            // What it had come to when somebody took or solved it stands in the step.
            if (of.IsEvent && step.What is WarningEvent.Taken or WarningEvent.Solved && shops.TryGetValue(of.Of.Shop, out var its) && its.Now(of.Key) is { } now) step = step with { Count = now.Count, Parts = now.Parts };
            if (!Matters.Append(kept, step)) return false;
            if (shops.TryGetValue(of.Of.Shop, out var standing))
            {
                if (step.What == WarningEvent.Taken) standing.Take(of.Key);
                if (step.What == WarningEvent.Solved) standing.Solve(of.Key);
            }
            Known(Matters.Find(kept.Id)!);
            Volatile.Write(ref shown, [.. open.Values]);
            return true;
        }
    }

    private void Look(LiveShop shop, IReadOnlyList<(string, Raised)> found, WarningRules rules, Instant now, List<KeptMatter<WarningHappening>> changed)
    {
        var (floor, homes, minute) = (FloorNow().Plan, FloorNow().Homes, ShopClock.Shanghai.ToLocal(now) is var local ? local.Hour * 60 + local.Minute : 0);
        var moment = WarningMoments.Of(shop, floor, homes, now, minute, rules.Answers);
        var day = DayOf(shop);
        var events = WarningWatch.Asked(day.Of(found.Concat(Complaints(shop)), () => Standing(shop)), moment, rules);
        var drifted = drifts.Of(shop, rules, now);
        var holds = WarningWatch.Look(moment, rules).Concat(WarningWatch.Loud(drifted, minute, rules)).ToList();
        bool HoldsStill(Raised of) => of.Kind == WarningKind.Drift ? drifts.HoldsStill(of, shop.Shop.Name, rules) : WarningWatch.HoldsStill(of, moment, rules);
        if (!shops.TryGetValue(shop.Shop.Name, out var standing)) shops[shop.Shop.Name] = standing = new();
        var before = new Dictionary<WarningKind, int>(standing.Passed);
        foreach (var news in standing.Look(holds, events, rules, now, HoldsStill))
        {
            if (news.What == NewsKind.Opened) Raise(standing, news, shop.Day, changed);
            else if (ids.TryGetValue(news.Of.Key, out var id) && Matters.Find(id) is { } kept && WarningCourse.Tell(WarningMatters.StateOf(kept), news) is { } step) Append(kept, step, changed);
        }
        day.Keep(before, standing.Passed, CameTo(shop.Shop.Name, standing));
    }

    /// <summary>What those of things that happened have come to, where it is more than was kept.</summary>
    private Dictionary<long, string> CameTo(string shop, OpenWarnings standing)
    {
        var cameTo = new Dictionary<long, string>();
        foreach (var (id, kept) in open)
        {
            if (kept.Happened[0].Raised is not { IsEvent: true } of || of.Of.Shop != shop || standing.Now(of.Key) is not { } now || now.Count == counted.GetValueOrDefault(id, of.Count)) continue;
            counted[id] = now.Count;
            cameTo[id] = WarningMatters.TextOf(now);
        }
        return cameTo;
    }

    /// <summary>Two servers, or one that began anew, raise it once.</summary>
    private void Raise(OpenWarnings standing, WarningNews news, DateOnly day, List<KeptMatter<WarningHappening>> changed, Instant? again = null)
    {
        var key = FormattableString.Invariant($"{news.Of.Key}\u001E{news.Of.Since.UnixSeconds}{(again is { } ended ? FormattableString.Invariant($"\u001E{ended.UnixSeconds}") : "")}");
        if (Matters.Begin(new(news.Of.Of.Person ?? "", day, day, key), WarningCourse.Raise(news.Of, news.At)) is { } begun)
        {
            Known(begun);
            changed.Add(begun);
        }
        else if (Matters.Find(key) is { } there)
        {
            Known(there);
            var state = WarningMatters.StateOf(there);
            // Limits or quiet hours that ended it are others now, and it holds still.
            if (state.Stage == WarningStage.Ended && state.At != again)
            {
                Raise(standing, news, day, changed, state.At);
                return;
            }
            if (state.Stage == WarningStage.Taken) standing.Take(news.Of.Key);
            else if (state.Over is not null) standing.Solve(news.Of.Key);
        }
    }

    private void Append(KeptMatter<WarningHappening> kept, WarningHappening step, List<KeptMatter<WarningHappening>> changed)
    {
        if (!Matters.Append(kept, step)) return;
        var then = Matters.Find(kept.Id)!;
        Known(then);
        changed.Add(then);
    }

    private void Known(KeptMatter<WarningHappening> kept)
    {
        if (WarningMatters.StateOf(kept).Over is null)
        {
            open[kept.Id] = kept;
            ids[kept.Happened[0].Raised!.Key] = kept.Id;
        }
        else open.Remove(kept.Id);
    }

    /// <summary>What was open, what was solved today and may hold still, and how many were raised lately. The shops that have anything of today are opened, for some of it may not have been looked at.</summary>
    private void Load()
    {
        if (loaded) return;
        var (now, cameTo) = (Now, WarningMatters.Standing(database));
        foreach (var kept in Matters.All)
        {
            var state = WarningMatters.StateOf(kept);
            var of = state.Raised;
            if (state.Over is not null && now.SecondsSince(state.At) >= 86_400) continue;
            if (!shops.TryGetValue(of.Of.Shop, out var standing)) shops[of.Of.Shop] = standing = new();
            standing.Lately(of, state.At);
            if (state.Stage == WarningStage.Solved && !of.IsEvent) standing.Known(of, taken: true, solved: true);
            if (state.Over is not null) continue;
            var stands = cameTo.GetValueOrDefault(kept.Id) is { } more && more.Count >= state.Count ? more : state.Kept;
            counted[kept.Id] = stands.Count;
            standing.Known(stands, state.Take is not null);
            Known(kept);
        }
        database.Warned.Forget([.. cameTo.Keys.Where(id => !open.ContainsKey(id))]);
        var today = ShopClock.Shanghai.DayOf(now);
        foreach (var shop in database.Shops.All)
            if (database.Ingest.Last > 0 || database.Days.Between(shop.Id, today, today).Count > 0) book.Of(shop);
        loaded = true;
    }

    private static IEnumerable<(string, Raised)> Complaints(LiveShop shop)
    {
        foreach (var one in shop.Complaints)
        {
            var group = shop.Ask((_, _, roster, _) => roster.Find(one.Agent) is { } person ? roster.On(person.Id, shop.Day)?.Group : null);
            yield return ($"complaint/{one.Id}", Raised.From(one, group));
        }
    }

    private (DateTimeOffset At, FloorPlan Plan, WarningTurns Turns, HomeShops Homes) FloorNow()
    {
        if (plan is { } known && time.GetUtcNow() - known.At < PlanHolds) return known;
        var today = ShopClock.Shanghai.DayOf(Now);
        return (plan = (time.GetUtcNow(), new(database, today, today), new(database), new(database, today))).Value;
    }
}
