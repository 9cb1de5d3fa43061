using System.Collections.Concurrent;
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

    public QualityBook(Database database)
    {
        Kept = [.. database.Matters(QualityMatters.Rule).All.OrderBy(k => k.Of.Key, StringComparer.Ordinal)];
        Courses = [.. Kept.Select(k => (k.Of.Key!, new RuleCourse(k.Happened)))];
        foreach (var (id, course) in Courses)
            foreach (var version in course.Versions) rules[(id, version.Number)] = RuleTexts.Read(version.Text) with { Id = id, Version = version.Number };
    }

    public IReadOnlyList<KeptMatter<RuleStep>> Kept { get; }
    public IReadOnlyList<(string Id, RuleCourse Course)> Courses { get; }

    public QualityRule? Find(string rule, int version) => rules.GetValueOrDefault((rule, version));

    /// <summary>The newest version of a rule.</summary>
    public QualityRule? Find(string rule) => Courses.FirstOrDefault(c => c.Id == rule) is { Course: { } course } ? Find(rule, course.Newest.Number) : null;

    /// <summary>Every rule and version that looks at chats of the day, in the order of ids, what counts before what is in shadow.</summary>
    public RulesOfDay On(string shop, DateOnly day)
    {
        var running = Courses.SelectMany(c => c.Course.On(day).Select(v => (Rule: rules[(c.Id, v.Version.Number)], v.Live, v.Version.Text)))
            .Where(r => r.Rule.From <= day && day <= r.Rule.Until && (r.Rule.Shops.Count == 0 || r.Rule.Shops.Contains(shop, StringComparer.Ordinal))).ToList();
        var compiled = string.Join('\n', running.Select(r => $"{r.Rule.Id}#{r.Rule.Version}#{StableHash.Of(r.Text):x16}"));
        return sets.GetOrAdd(compiled + "\n" + string.Concat(running.Select(r => r.Live ? '1' : '0')),
            _ => new([.. running.Select(r => r.Rule)], [.. running.Select(r => r.Live)], CompiledRules.Of(compiled, [.. running.Select(r => r.Rule)])));
    }

    /// <summary>Whether cases of any of the days can move what is found.</summary>
    public bool LooksAtRemarks(string shop, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            if (On(shop, day).LooksAtRemarks) return true;
        return false;
    }
}
