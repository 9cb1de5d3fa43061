using System.Collections.Concurrent;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Book;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Rules;

/// <summary>
/// The rule book (质检规则库) as it stands when it is opened: every rule's course, and which versions look at a shop's day, counting or in shadow. What is found is counted again where
/// somebody asks for the days, as after any change of rules.
/// </summary>
public sealed class QualityBook
{
    private readonly ConcurrentDictionary<string, RulesOfDay> sets = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Rule, int Version), QualityRule> rules = [];
    private readonly Dictionary<(string Rule, int Version), ulong> hashes = [];

    public QualityBook(Database database)
    {
        Kept = [.. database.Matters(QualityMatters.Rule).All.OrderBy(k => k.Of.Key, StringComparer.Ordinal)];
        Courses = [.. Kept.Select(k => (k.Of.Key!, new RuleCourse(k.Happened)))];
        foreach (var (id, course) in Courses)
            foreach (var version in course.Versions)
            {
                rules[(id, version.Number)] = RuleTexts.Read(version.Text) with { Id = id, Version = version.Number };
                hashes[(id, version.Number)] = StableHash.Of(version.Text);
            }
    }

    public IReadOnlyList<KeptMatter<RuleStep>> Kept { get; }
    public IReadOnlyList<(string Id, RuleCourse Course)> Courses { get; }

    public QualityRule? Find(string rule, int version) => rules.GetValueOrDefault((rule, version));

    /// <summary>What a rule is called on a day: by the version that speaks for it, never by a draft that was refused or waits.</summary>
    public Wording NameOf(string rule, DateOnly day) => Courses.FirstOrDefault(c => c.Id == rule) is { Course: { } course } ? Find(rule, course.Shown(day).Number)!.Name : new(rule, rule);

    /// <summary>The newest version of a rule.</summary>
    public QualityRule? Find(string rule) => Courses.FirstOrDefault(c => c.Id == rule) is { Course: { } course } ? Find(rule, course.Newest.Number) : null;

    /// <summary>Every rule and version that looks at chats of the day, in the order of ids, what counts before what is in shadow.</summary>
    public RulesOfDay On(string shop, DateOnly day)
    {
        var running = Running(shop, day);
        var (compiled, counting) = Names(running);
        return sets.GetOrAdd(compiled + counting,
            key => new([.. running.Select(r => r.Rule)], [.. running.Select(r => r.Live)], CompiledRules.Of(compiled, [.. running.Select(r => r.Rule)])) { Stamp = Stamp(running.Count, key) });
    }

    /// <summary>That of the rules which <see cref="On"/> gives, without compiling them.</summary>
    public long StampOn(string shop, DateOnly day)
    {
        var running = Running(shop, day);
        var (compiled, counting) = Names(running);
        return Stamp(running.Count, compiled + counting);
    }

    private List<(QualityRule Rule, bool Live, ulong Text)> Running(string shop, DateOnly day) =>
        [.. Courses.SelectMany(c => c.Course.On(day).Select(v => (Rule: rules[(c.Id, v.Version.Number)], v.Live, Text: hashes[(c.Id, v.Version.Number)])))
            .Where(r => r.Rule.From <= day && day <= r.Rule.Until && (r.Rule.Shops.Count == 0 || r.Rule.Shops.Contains(shop, StringComparer.Ordinal)))];

    private static (string Compiled, string Counting) Names(List<(QualityRule Rule, bool Live, ulong Text)> running) =>
        (string.Join('\n', running.Select(r => $"{r.Rule.Id}#{r.Rule.Version}#{r.Text:x16}")), "\n" + string.Concat(running.Select(r => r.Live ? '1' : '0')));

    private static long Stamp(int rules, string key) => rules == 0 ? 0 : unchecked((long)StableHash.Of(key)) is var stamp && stamp == 0 ? 1 : stamp;

    /// <summary>Whether cases of any of the days can move what is found.</summary>
    public bool LooksAtRemarks(string shop, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            if (On(shop, day).LooksAtRemarks) return true;
        return false;
    }
}
