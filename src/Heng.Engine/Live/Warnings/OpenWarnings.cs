using Heng.Engine.Records;

namespace Heng.Engine.Live.Warnings;

public enum NewsKind : byte { Opened, Again, Ended, Merged }

/// <summary>What became of a warning. Into: the group's warning that it became part of.</summary>
public sealed record WarningNews(NewsKind What, Raised Of, Instant At)
{
    public string? Into { get; init; }
    /// <summary>It ended though it holds: limits or quiet hours no longer ask for it.</summary>
    public bool ByLimits { get; init; }
}

/// <summary>
/// Merges instead of floods: one open warning a kind and subject, in which the same again is counted; too many of a kind in a group become one of the group, of the shop where there is no group. What holds ends when it holds no
/// more; what happened waits for somebody. It says what changed, and whoever keeps warnings keeps that.
/// </summary>
public sealed class OpenWarnings
{
    private readonly Dictionary<string, Standing> open = new(StringComparer.Ordinal);
    private readonly Dictionary<(WarningKind, string?), List<Instant>> opened = [];
    private readonly Dictionary<WarningKind, int> passed = [];

    /// <summary>How many of each kind ended by themselves before anybody was told.</summary>
    public IReadOnlyDictionary<WarningKind, int> Passed => passed;

    /// <summary>An open one as it was last looked at: of what holds the present figure, how many there are now and who; null where it is not open or was solved.</summary>
    public Raised? Now(string key) => open.TryGetValue(key, out var standing) && standing is { Told: true, Solved: false } ? standing.Of with { Count = standing.Of.IsEvent ? standing.Of.Count : standing.Held ?? standing.Of.Count } : null;

    /// <summary>One that is kept as open already, as after a restart.</summary>
    public void Known(Raised of, bool taken, bool solved = false) => open[of.Key] = new(of) { Told = true, Taken = taken, Solved = solved, Seen = of.Since };

    /// <summary>One that was raised lately, whatever became of it: it counts where too many become one.</summary>
    public void Lately(Raised of, Instant at)
    {
        if (!Merges(of) || of.Of is { Person: null, Fact: null }) return;
        if (!opened.TryGetValue((of.Kind, of.Of.Group), out var lately)) opened[(of.Kind, of.Of.Group)] = lately = [];
        lately.Add(at);
    }

    public void Take(string key)
    {
        if (open.TryGetValue(key, out var standing)) standing.Taken = true;
    }

    /// <summary>Solved by somebody: what still holds is not raised again until it held no more; what happens again is a new warning.</summary>
    public void Solve(string key)
    {
        if (!open.TryGetValue(key, out var standing)) return;
        if (standing.Of.IsEvent) open.Remove(key);
        else standing.Solved = true;
    }

    /// <param name="holds">All that holds now.</param>
    /// <param name="happened">What happened since the last time.</param>
    /// <param name="holdsStill">Of what is asked for no more, whether it holds by the limit it was raised by.</param>
    public IReadOnlyList<WarningNews> Look(IReadOnlyList<Raised> holds, IReadOnlyList<Raised> happened, WarningRules rules, Instant now, Func<Raised, bool>? holdsStill = null)
    {
        var news = new List<WarningNews>();
        var alive = new HashSet<string>(StringComparer.Ordinal);
        foreach (var of in holds.GroupBy(Place))
        {
            alive.Add(of.Key);
            Put(of.Key, Together([.. of]), adds: false, now, news);
        }
        foreach (var one in happened) Put(Place(one), one, adds: true, now, news);
        foreach (var (key, standing) in open.Where(o => !o.Value.Of.IsEvent && !alive.Contains(o.Key)).ToList())
        {
            open.Remove(key);
            if (!standing.Told) passed[standing.Of.Kind] = passed.GetValueOrDefault(standing.Of.Kind) + 1;
            else if (!standing.Solved) news.Add(new(NewsKind.Ended, standing.Of, now) { ByLimits = holdsStill?.Invoke(standing.Of) == true });
        }
        foreach (var (key, standing) in open.Where(o => !o.Value.Told).ToList())
            if (standing.Of.IsEvent || standing.Of.Gravity == Gravity.Grave || now.SecondsSince(standing.Seen) >= rules.KeepSeconds) Open(key, standing, rules, now, news);
        return news;
    }

    /// <summary>Its own key, or the group's where the group has a warning of the kind.</summary>
    private string Place(Raised of) => Merges(of) && OfGroup(of) is var group && open.ContainsKey(group.Key) ? group.Key : of.Key;

    /// <summary>Those of people without a group, and of accounts that are nobody's, become one of the shop. Each metric's drift is a matter of its own.</summary>
    private static bool Merges(Raised of) => of.Of.Group is not null || of.Kind != WarningKind.Drift;

    private void Put(string key, Raised of, bool adds, Instant now, List<WarningNews> news)
    {
        if (!open.TryGetValue(key, out var standing))
        {
            open[key] = new(of) { Seen = now, Held = of.Count };
            return;
        }
        var before = standing.Of;
        var count = adds ? before.Count + of.Count : Math.Max(before.Count, of.Count);
        standing.Of = before with
        {
            Count = count, Figure = of.Figure ?? before.Figure, Limit = of.Limit ?? before.Limit, What = adds || before.What is null ? before.What : of.What ?? before.What, Gravity = of.Gravity > before.Gravity ? of.Gravity : before.Gravity,
            Reception = adds ? of.Reception ?? before.Reception : before.Reception is null ? null : of.Reception ?? before.Reception, Parts = adds ? Raised.Foremost(of.Each.Concat(before.Each), of.IsEvent) : before.Of.Person is null && of.Of.Person is not null ? of.Each : of.Parts,
        };
        standing.Held = adds ? count : of.Count;
        // Each doubling is said, so that a flood is a few words; and what had not happened among it yet, so that nothing new hides in it.
        var isNew = adds && standing.Names(of);
        if (standing is { Told: true, Solved: false } && count > before.Count && (isNew || System.Numerics.BitOperations.Log2((uint)count) > System.Numerics.BitOperations.Log2((uint)before.Count))) news.Add(new(NewsKind.Again, standing.Of, now));
    }

    private void Open(string key, Standing standing, WarningRules rules, Instant now, List<WarningNews> news)
    {
        // An earlier one of this look may have become the group's, and this one part of it.
        if (!open.ContainsKey(key)) return;
        var of = standing.Of;
        if (Place(of) is var group && group != key)
        {
            open.Remove(key);
            Put(group, of, adds: true, now, news);
            return;
        }
        if (!opened.TryGetValue((of.Kind, of.Of.Group), out var lately)) opened[(of.Kind, of.Of.Group)] = lately = [];
        lately.RemoveAll(at => now.SecondsSince(at) >= rules.MergeSeconds);
        if (!Merges(of) || lately.Count < rules.MergeOver)
        {
            lately.Add(now);
            standing.Told = true;
            news.Add(new(NewsKind.Opened, of, now));
            return;
        }
        var parts = open.Where(o => o.Value is { Taken: false, Solved: false } && o.Value.Of.Kind == of.Kind && o.Value.Of.Of.Shop == of.Of.Shop && o.Value.Of.Of.Group == of.Of.Group).ToList();
        var whole = OfGroup(Together([.. parts.Select(p => p.Value.Of)]));
        news.Add(new(NewsKind.Opened, whole, now));
        foreach (var (part, its) in parts)
        {
            open.Remove(part);
            if (its.Told) news.Add(new(NewsKind.Merged, its.Of, now) { Into = whole.Key });
        }
        open[whole.Key] = new(whole) { Told = true, Seen = now, Held = whole.Count };
    }

    /// <summary>The worst of them, for as many as they are. A limit is the worst one's.</summary>
    private static Raised Together(IReadOnlyList<Raised> of) => of is [var alone] ? alone : of.MaxBy(r => r.Figure ?? 0)! with
    {
        Count = of.Sum(r => r.Count), Since = of.Min(r => r.Since), Gravity = of.Max(r => r.Gravity), Parts = Raised.Foremost(of.SelectMany(r => r.Each), of[0].IsEvent),
    };

    private static Raised OfGroup(Raised of) => of with { Of = of.Of with { Person = null, Fact = null }, Reception = null, What = null };

    private sealed class Standing(Raised of)
    {
        private readonly HashSet<string> named = [.. of.Each.Where(p => p.What is not null).Select(p => p.What!.Value.En)];

        public Raised Of { get; set; } = of;

        /// <summary>Whether anything of it is called as nothing before was.</summary>
        public bool Names(Raised more)
        {
            var known = named.Count;
            named.UnionWith(more.Each.Where(p => p.What is not null).Select(p => p.What!.Value.En));
            return named.Count > known;
        }

        public Instant Seen { get; init; }
        /// <summary>How many hold now; what it stands for is the most that did. Null before the first look after a restart.</summary>
        public int? Held { get; set; }
        public bool Told { get; set; }
        public bool Taken { get; set; }
        public bool Solved { get; set; }
    }
}
