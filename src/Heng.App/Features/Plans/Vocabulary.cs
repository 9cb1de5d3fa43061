namespace Heng.App.Features.Plans;

/// <summary>What may stand at one place of a plan file. One description serves the reader's errors about keys and the JSON schema of the file.</summary>
internal abstract record Holds;
internal sealed record AText(string? Shape = null) : Holds;
internal sealed record ANumber : Holds;
internal sealed record AWholeNumber : Holds;
internal sealed record AFlag : Holds;
internal sealed record AChoice(IReadOnlyCollection<string> Of) : Holds;
internal sealed record AList(Holds Each) : Holds;
/// <summary>Keys that the file itself chooses, such as grades, all with the same kind of value.</summary>
internal sealed record ATable(Holds Each) : Holds;
internal sealed record AMapping(Mapping Of) : Holds;
internal sealed record Either(params IReadOnlyList<Holds> Of) : Holds;

/// <summary>One key of a mapping. A needed one is an error where it is absent.</summary>
internal sealed record Key(string Name, Holds Holds, bool Needed = false);

/// <summary>A mapping by its name in the schema and its keys, of which exactly one stands where it is a choice.</summary>
internal sealed record Mapping(string Name, params IReadOnlyList<Key> Keys)
{
    public bool ExactlyOne { get; init; }
    public IEnumerable<string> Names => Keys.Select(k => k.Name);
}

/// <summary>The smallest words of the file.</summary>
internal static class Vocabulary
{
    public const string IdShape = "^[a-z0-9]+(-[a-z0-9]+)*$", DayShape = @"^\d{4}-\d{2}-\d{2}$";

    public static readonly Holds Text = new AText(), Id = new AText(IdShape), Day = new AText(DayShape), Number = new ANumber(), Texts = new AList(new AText());
    public static readonly Mapping Words = new("words", new Key("zh", Text, true), new("en", Text, true));
    public static readonly Holds Worded = new AMapping(Words);
    public static readonly Dictionary<string, Engine.Scoring.PromotionDay> Calendars = new()
    {
        ["A"] = Engine.Scoring.PromotionDay.Ordinary, ["B"] = Engine.Scoring.PromotionDay.Promotion,
    };
    public const string MonthsShape = @"^\d{4}-\d{2}(\.\.\d{4}-\d{2})?$";
    public static readonly Dictionary<string, Engine.Scoring.HistoryWay> Ways = new()
    {
        ["mean"] = Engine.Scoring.HistoryWay.Mean, ["median"] = Engine.Scoring.HistoryWay.Median, ["trimmed"] = Engine.Scoring.HistoryWay.Trimmed,
        ["same-month-last-year"] = Engine.Scoring.HistoryWay.SameMonthLastYear, ["throughput"] = Engine.Scoring.HistoryWay.Throughput,
    };
    /// <summary>Where the number beside it comes from.</summary>
    public static readonly Key BasisKey = new("basis", new AMapping(new("basis",
        new Key("history", new AChoice(Ways.Keys)), new("months", new AText(MonthsShape)), new("forecast", Text), new("agreement", Text), new("day", Day), new("benchmark", Text))));
    public static readonly Mapping AimRow = new("target-row",
        new Key("person", Text), new("group", Text), new("position", Text), new("month", new AText(@"^\d{4}-\d{2}$")), new("calendar", new AChoice(Calendars.Keys)), new("is", Number, true), BasisKey);
    public static readonly Mapping Aim = new("target",
        new Key("default", Number), new("by", new AList(new AMapping(AimRow))), new("from", new AChoice(["targets"])));
    /// <summary>One number for everybody, or who is to reach what.</summary>
    public static readonly Holds Aimed = new Either(Number, new AMapping(Aim));
    public static readonly Mapping UpliftBar = new("bar", new Key("at", Number, true), new("name", Worded, true));
}
