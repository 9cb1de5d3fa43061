using System.Globalization;
using System.Text.RegularExpressions;
using Heng.Engine.Explanation;

namespace Heng.Engine.Metrics.Custom;

/// <summary>
/// The shop's own metrics beside the catalogue's. One may name the catalogue's and those that were first defined before it, so that there is no circle;
/// and opened down to the catalogue it names a bounded number of metrics, so that reading it takes bounded time.
/// </summary>
public static partial class CustomMetrics
{
    public const int MostInputs = 200;

    /// <summary>
    /// The catalogue with the definitions in force on the day: of each id the one with the latest first day, then the highest version. One that is not yet in force, and one that can't be read
    /// any more, is there without a value, so that a plan which names it stays readable.
    /// </summary>
    /// <param name="all">Every version, in the order in which they were defined.</param>
    public static CatalogueOfRule On(CatalogueOfRule plain, IReadOnlyList<CustomDefinition> all, DateOnly day) => all.Count == 0 ? plain : plain.With([.. Read(plain, all, day).Select(read => read.Metric)]);

    /// <summary>Reads a formula on its own, to try it; a unit that is given must fit.</summary>
    public static FormulaReading Try(CatalogueOfRule catalogue, string formula, Unit? unit = null) => Reading(formula, new(catalogue.All), unit);

    /// <summary>A metric that is only tried.</summary>
    public static Metric Tried(FormulaReading reading, CustomDefinition definition) => Made(definition, reading);

    /// <summary>What is wrong with a new version; empty where it can be kept.</summary>
    public static IReadOnlyList<DefinitionError> Check(CatalogueOfRule plain, IReadOnlyList<CustomDefinition> all, CustomDefinition added)
    {
        var wrong = Fields(plain, added).ToList();
        if (wrong.Count > 0) return wrong;
        CustomDefinition[] after = [.. all, added with { Version = int.MaxValue }];
        var own = Read(plain, after, added.From).First(read => read.Id == added.Id);
        if (own.Error is { } error) return [new("formula", error.Name, error.Words) { Formula = error }];
        // Those that build on it have to stay readable on every day from which something is defined.
        foreach (var day in after.Select(d => d.From).Where(day => day >= added.From).Append(added.From).Distinct().Order())
            foreach (var broken in Read(plain, after, day).Where(read => read.Error is not null && read.InForce))
                return [new("formula", "breaks-other", new($"这样 {broken.Id} 自 {Day(day)} 起就读不出来了：{broken.Error!.Words.Zh}", $"{broken.Id} could then not be read from {Day(day)} on: {broken.Error!.Words.En}"))];
        return [];
    }

    private sealed record ReadDefinition(string Id, Metric Metric, FormulaError? Error, bool InForce);

    private static IEnumerable<ReadDefinition> Read(CatalogueOfRule plain, IReadOnlyList<CustomDefinition> all, DateOnly day)
    {
        var names = new MetricNames(plain.All);
        var ahead = all.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        names.Ahead = ahead;
        foreach (var versions in all.GroupBy(d => d.Id, StringComparer.Ordinal))
        {
            names.Self = versions.Key;
            var inForce = versions.Where(d => d.From <= day).OrderBy(d => d.From).ThenBy(d => d.Version).LastOrDefault();
            var definition = inForce ?? versions.OrderBy(d => d.From).First();
            var reading = inForce is null ? null : Reading(definition.Formula, names, definition.Unit);
            var metric = reading is { Error: null } ? Made(definition, reading) : Without(definition, inForce is null);
            names.Add(metric);
            ahead.Remove(definition.Id);
            yield return new(definition.Id, metric, reading?.Error, inForce is not null);
        }
    }

    private static FormulaReading Reading(string formula, MetricNames names, Unit? declared)
    {
        var (expression, inputs, error) = FormulaReader.Read(formula, names);
        if (expression is null) return new(null, [], Unit.None, error);
        var typing = new Typing(inputs);
        var measure = typing.Number(expression);
        error = typing.Error ?? (declared is { } unit && !measure.Fits(unit) ? Unfit(formula, measure, unit) : null) ?? (Size(inputs) > MostInputs ? TooMany(formula) : null);
        return error is null ? new(expression, inputs, measure.Named, null) : new(null, [], Unit.None, error);
    }

    private static FormulaError Unfit(string formula, Measure measure, Unit declared)
    {
        var unit = WrittenUnits.NameOf(declared);
        return new("unit-unfit", 1, formula.TrimEnd().Length, new($"公式的结果是“{measure.Words.Zh}”，而单位写的是“{unit.Zh}”", $"the formula gives {measure.Words.En}, and the unit says {unit.En}"));
    }

    private static FormulaError TooMany(string formula) => new("too-many", 1, formula.TrimEnd().Length,
        new($"展开后引用的指标超过 {MostInputs} 个", $"opened down to the catalogue it names more than {MostInputs} metrics"));

    private static int Size(IEnumerable<Metric> inputs) => inputs.Sum(input => 1 + (input.Formula is Computed computed ? Size(computed.Inputs) : 0));

    private static IEnumerable<DefinitionError> Fields(CatalogueOfRule plain, CustomDefinition added)
    {
        if (added.Id.Length > CustomDefinition.LongestId || !IdShape().IsMatch(added.Id) || FormulaReader.Reserved(added.Id))
            yield return new("id", "id-bad", new($"“{added.Id}”不是合法的 id：小写字母开头，字母、数字、连字符，至多 {CustomDefinition.LongestId} 个字符，不能是函数名",
                $"'{added.Id}' is no id: it begins with a small letter, then small letters, digits and single hyphens, at most {CustomDefinition.LongestId}, and is no function's name"));
        else if (plain.Find(added.Id) is { } taken)
            yield return new("id", "id-taken", new($"{added.Id} 是指标目录里的“{taken.Name.Zh}”，请换一个 id", $"{added.Id} is {taken.Name.En} of the catalogue; take another id"));
        foreach (var (name, zh, en) in new[] { (added.Name.Zh, "中文名", "Chinese name"), (added.Name.En, "英文名", "English name") })
            if (string.IsNullOrWhiteSpace(name) || name.Length > CustomDefinition.LongestName || name.Any(char.IsControl))
                yield return new("name", "name-missing", new($"{zh}应为 1 到 {CustomDefinition.LongestName} 个字符", $"the {en} has 1 to {CustomDefinition.LongestName} characters"));
    }

    private static Metric Made(CustomDefinition definition, FormulaReading reading) => Entry(definition, new Computed(reading.Expression!, reading.Inputs, definition.Version)) with
    {
        Source = Sources.Of(reading.Inputs), Maturity = Slowest(reading.Inputs),
    };

    private static Metric Without(CustomDefinition definition, bool later) =>
        Entry(definition, new NoSource(later ? $"{Day(definition.From)} 起生效 / in force from {Day(definition.From)}" : "公式已无法读取 / its formula can't be read any more"));

    private static Metric Entry(CustomDefinition definition, Formula formula) => new(definition.Id, definition.Name, definition.Unit, definition.Better, formula, Source.None, Maturity.AtOnce,
        new($"自定义指标：{definition.Formula}（第 {definition.Version} 版，自 {Day(definition.From)} 起）。", $"The shop's own: {definition.Formula} (version {definition.Version}, from {Day(definition.From)})."), []);

    private static Maturity Slowest(IReadOnlyList<Metric> inputs) => inputs.Select(input => input.Maturity).MaxBy(maturity => MaturityDay.Of(maturity, DateOnly.MinValue, Records.RuleSet.Default));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex IdShape();
}
