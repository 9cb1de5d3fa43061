using System.Collections.Concurrent;
using Heng.App.Features.Floor;
using Heng.App.Features.Live;
using Heng.App.Features.Webhooks;
using Heng.Engine.Explanation;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Quality;
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
    private readonly ConcurrentQueue<(string Shop, Raised Of)> happened = [];
    private readonly Dictionary<string, OpenWarnings> shops = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> complained = new(StringComparer.Ordinal);
    private readonly Drifts drifts = new(database);
    private readonly SortedDictionary<long, KeptMatter<WarningHappening>> open = [];
    private IReadOnlyList<KeptMatter<WarningHappening>> shown = [];
    private (DateTimeOffset At, FloorPlan Plan)? plan;
    private NotesNow? notes;
    private bool loaded;

    private Matters<WarningHappening> Matters => database.Matters(WarningMatters.Kind);
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>The open ones as they were last looked at.</summary>
    public IReadOnlyList<KeptMatter<WarningHappening>> Open => Volatile.Read(ref shown);

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

    /// <summary>How many of each kind ended today before anybody was told; since the server began.</summary>
    public IReadOnlyDictionary<WarningKind, int> Passed(string shop)
    {
        lock (gate) return shops.TryGetValue(shop, out var of) ? new Dictionary<WarningKind, int>(of.Passed) : [];
    }

    /// <summary>Taken note of at once, and looked at in the next round: this is called where messages are folded.</summary>
    public void Found(LiveShop shop, IReadOnlyList<FoundNow> found)
    {
        foreach (var one in found)
        {
            WarningKind? kind = one.Finding.Severity switch { Severity.Fatal => WarningKind.ForbiddenWords, Severity.Attention => WarningKind.RiskWords, _ => null };
            if (kind is not { } of) continue;
            var (name, group) = shop.Ask((_, _, roster, _) => (roster.NameOf(one.Finding.Agent), roster.On(one.Finding.Agent, shop.Day)?.Group));
            var fact = of == WarningKind.RiskWords ? one.Finding.Reception.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
            happened.Enqueue((shop.Shop.Name, new(of, new(shop.Shop.Name, group, name, fact), one.At, of == WarningKind.ForbiddenWords ? Gravity.Grave : Gravity.Serious)
            {
                Reception = one.Finding.Reception, What = shop.NameOf(one.Finding),
            }));
        }
    }

    /// <summary>Whether there is something that waits for no round.</summary>
    public bool IsPressed => !happened.IsEmpty;

    /// <summary>One round over all shops; what changed, as it is kept now.</summary>
    public IReadOnlyList<KeptMatter<WarningHappening>> Look()
    {
        lock (gate)
        {
            Load();
            var (rules, now, changed) = (WarningMatters.RulesOf(database), Now, new List<KeptMatter<WarningHappening>>());
            var fresh = new List<(string Shop, Raised Of)>();
            while (happened.TryDequeue(out var one)) fresh.Add(one);
            foreach (var name in book.Open.Select(s => s.Shop.Name).Union(open.Values.Select(k => k.Happened[0].Raised!.Of.Shop), StringComparer.Ordinal).ToList())
                if (book.Of(name) is { } shop) Look(shop, [.. fresh.Where(f => f.Shop == name).Select(f => f.Of)], rules, now, changed);
            foreach (var kept in open.Values.ToList())
                if (WarningCourse.Escalate(WarningMatters.StateOf(kept), rules, now) is { } goesOn) Append(kept, goesOn, changed);
            Volatile.Write(ref shown, [.. open.Values]);
            return changed;
        }
    }

    /// <summary>Somebody's step: kept, and known here.</summary>
    public bool Keep(KeptMatter<WarningHappening> kept, WarningHappening step)
    {
        lock (gate)
        {
            Load();
            if (!Matters.Append(kept, step)) return false;
            var of = kept.Happened[0].Raised!;
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

    private void Look(LiveShop shop, IReadOnlyList<Raised> found, WarningRules rules, Instant now, List<KeptMatter<WarningHappening>> changed)
    {
        var (floor, minute) = (Plan(), ShopClock.Shanghai.ToLocal(now) is var local ? local.Hour * 60 + local.Minute : 0);
        var moment = WarningMoments.Of(shop, floor, now, minute);
        var shifts = moment.Agents.ToDictionary(a => (a.Person, a.Group), a => a.Shift);
        bool Asked(Raised r) => rules.For(r.Of.Group, shifts.GetValueOrDefault((r.Of.Person, r.Of.Group))) is var limits
            && r.Kind switch { WarningKind.ForbiddenWords => limits.ForbiddenWords, WarningKind.RiskWords => limits.RiskWords, WarningKind.Complaint => limits.Complaints, _ => true };
        var events = WarningWatch.Loud([.. found.Concat(Complaints(shop, now)).Where(Asked)], minute, rules);
        var holds = WarningWatch.Look(moment, rules).Concat(WarningWatch.Loud(drifts.Of(shop, rules, now), minute, rules)).ToList();
        if (!shops.TryGetValue(shop.Shop.Name, out var standing)) shops[shop.Shop.Name] = standing = new();
        foreach (var news in standing.Look(holds, events, rules, now))
        {
            if (news.What == NewsKind.Opened) Raise(standing, news, shop.Day, changed);
            else if (ids.TryGetValue(news.Of.Key, out var id) && Matters.Find(id) is { } kept && WarningCourse.Tell(WarningMatters.StateOf(kept), news) is { } step) Append(kept, step, changed);
        }
    }

    /// <summary>Two servers, or one that began anew, raise it once.</summary>
    private void Raise(OpenWarnings standing, WarningNews news, DateOnly day, List<KeptMatter<WarningHappening>> changed)
    {
        var key = FormattableString.Invariant($"{news.Of.Key}\u001E{news.Of.Since.UnixSeconds}");
        if (Matters.Begin(new(news.Of.Of.Person ?? "", day, day, key), WarningCourse.Raise(news.Of, news.At)) is { } begun)
        {
            Known(begun);
            changed.Add(begun);
            new WebhookEvents(database, time).Raise(WebhookKinds.WarningRaised, begun.Subject, begun.Subject);
        }
        else if (Matters.Find(key) is { } there)
        {
            Known(there);
            var state = WarningMatters.StateOf(there);
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

    private void Load()
    {
        if (loaded) return;
        foreach (var kept in Matters.All.Where(k => WarningMatters.StateOf(k).Over is null))
        {
            var state = WarningMatters.StateOf(kept);
            if (!shops.TryGetValue(state.Raised.Of.Shop, out var standing)) shops[state.Raised.Of.Shop] = standing = new();
            standing.Known(state.Raised with { Count = state.Count }, state.Take is not null);
            Known(kept);
        }
        loaded = true;
    }

    private IEnumerable<Raised> Complaints(LiveShop shop, Instant now)
    {
        foreach (var one in shop.Complaints)
        {
            if (!complained.Add($"{shop.Shop.Name}\u001E{one.Id}")) continue;
            var group = shop.Ask((_, _, roster, _) => roster.Find(one.Agent) is { } person ? roster.On(person.Id, shop.Day)?.Group : null);
            yield return new(WarningKind.Complaint, new(shop.Shop.Name, group, one.Agent.Length > 0 ? one.Agent : null, one.Id), one.At, Gravity.Grave) { What = new(one.Id, one.Id) };
        }
    }

    private FloorPlan Plan()
    {
        if (plan is { } known && time.GetUtcNow() - known.At < PlanHolds) return known.Plan;
        var today = ShopClock.Shanghai.DayOf(Now);
        var made = new FloorPlan(database, today, today);
        plan = (time.GetUtcNow(), made);
        return made;
    }
}
