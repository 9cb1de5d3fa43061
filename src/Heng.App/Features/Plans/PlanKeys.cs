using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using static Heng.App.Features.Plans.Vocabulary;

namespace Heng.App.Features.Plans;

/// <summary>Every key and word of a scheme's file, the pay part aside: those of items stand in <see cref="ItemKeys"/>.</summary>
internal static class PlanKeys
{
    public static readonly Dictionary<string, Cycle> Cycles = new()
    {
        ["month"] = Cycle.Month, ["two-months"] = Cycle.TwoMonths, ["quarter"] = Cycle.Quarter, ["year"] = Cycle.Year,
    };

    public static readonly Dictionary<string, MeasureKind> Measures = new()
    {
        ["coaching"] = MeasureKind.Coaching, ["training"] = MeasureKind.Training, ["one-more-month"] = MeasureKind.OneMoreMonth, ["warning"] = MeasureKind.Warning,
        ["transfer"] = MeasureKind.Transfer, ["trainee-pay"] = MeasureKind.TraineePay, ["exit"] = MeasureKind.Exit, ["award"] = MeasureKind.Award,
        ["certificate"] = MeasureKind.Certificate, ["promotion"] = MeasureKind.Promotion, ["leadership"] = MeasureKind.Leadership, ["pay-raise"] = MeasureKind.PayRaise,
    };

    public static readonly Mapping Effective = new("effective", new Key("from", Day), new("to", Day));
    public static readonly Mapping Promotion = new("promotion", new Key("from", Day, true), new("to", Day, true), new("name", Text));
    public static readonly Mapping Grade = new("grade", new Key("grade", Text, true), new("when", Text, true));

    public static readonly Mapping When = new("when",
        new Key("metric", Text), new("incident", Text), new("error", Text), new("finding", Text), new("value-of", Text), new("points-of", Text), new("of", new AChoice(["score"])), new("is", Text, true));
    public static readonly Mapping Voided = new("voided", new Key("item", Text), new("dimension", Text)) { ExactlyOne = true };
    public static readonly Mapping Gate = new("gate",
        new Key("id", Id, true), new("name", Worded, true), new("when", new AMapping(When), true), new("voids", new Either(new AChoice(["card"]), new AMapping(Voided)), true));

    public static readonly Mapping Step = new("step",
        new Key("grades", Texts), new("score", Text), new("bar", Text), new("at", Number), new("rank", new AWholeNumber()), new("in-a-row", new AWholeNumber()), new("proposes", new AChoice(Measures.Keys), true), new("needs", new AChoice(Measures.Keys)), new("leader-below", Text));
    public static readonly Mapping Consequence = new("consequence", new Key("id", Id, true), new("name", Worded, true), new("steps", new AList(new AMapping(Step)), true));

    public static readonly Mapping Dimension = new("dimension",
        new Key("id", Id, true), new("name", Worded, true), new("items", new AList(new AMapping(ItemKeys.Item)), true), new("ours", Texts));

    public static readonly Mapping Plan = new("plan",
        new Key("id", Id, true), new("title", Worded, true), new("explanation", Worded), new("positions", Texts), new("people", Texts), new("effective", new AMapping(Effective)),
        new("cycle", new AChoice(Cycles.Keys)), new("pass", Number), new("bars", new AList(new AMapping(UpliftBar))), new("grades", new AList(new AMapping(Grade))),
        new("forced", new ATable(Number)), new("bonus-cap", Number), new("gates", new AList(new AMapping(Gate))), new("consequences", new AList(new AMapping(Consequence))),
        new("dimensions", new AList(new AMapping(Dimension)), true), new("ours", Texts));

    public static readonly Mapping File = new("file",
        new Key("scheme", Id, true), new("version", new AWholeNumber()), new("choice", new AWholeNumber()), new("title", Worded, true), new("explanation", Worded),
        new("promotions", new AList(new Either(Day, new AMapping(Promotion)))), new("plans", new AList(new AMapping(Plan)), true), new("course", CourseKeys.Course), new("pay", new AMapping(PayKeys.Pay)));
}

/// <summary>The keys and words of an item: where its value comes from and how that becomes points.</summary>
internal static class ItemKeys
{
    public static readonly Dictionary<string, MissingRule> MissingRules = new()
    {
        ["redistribute"] = MissingRule.Redistribute, ["neutral"] = MissingRule.Neutral, ["zero"] = MissingRule.Zero, ["block"] = MissingRule.Block,
    };
    public static readonly Dictionary<string, MissingRater> MissingRaters = new()
    {
        ["redistribute"] = MissingRater.Redistribute, ["zero"] = MissingRater.Zero, ["block"] = MissingRater.Block,
    };
    public static readonly Dictionary<string, Better> Directions = new() { ["higher"] = Better.Higher, ["lower"] = Better.Lower };
    public static readonly Dictionary<string, bool> Tellers = new() { ["computed"] = false, ["reported"] = true };
    public static readonly Dictionary<string, bool> Means = new() { ["weighted"] = false, ["plain"] = true };
    public static readonly Dictionary<string, QaBy> Inspectors = new() { ["anyone"] = QaBy.Anyone, ["program"] = QaBy.Program, ["person"] = QaBy.Person };
    public static readonly Dictionary<string, GoalKind> Goals = new()
    {
        ["position"] = GoalKind.Position, ["task"] = GoalKind.Task, ["project"] = GoalKind.Project, ["career"] = GoalKind.Career,
    };
    public static readonly Dictionary<string, VoidReach> Reaches = new() { ["item"] = VoidReach.Item, ["dimension"] = VoidReach.Dimension, ["card"] = VoidReach.Card };
    public static readonly Dictionary<string, RankWithin> Ranked = new()
    {
        ["group"] = RankWithin.Group, ["position"] = RankWithin.Position, ["plan"] = RankWithin.Plan,
    };
    public static readonly Dictionary<string, RankNoise> Noises = new() { ["by-value"] = RankNoise.ByValue, ["same-place"] = RankNoise.SamePlace };
    public static readonly Dictionary<string, bool> Above = new() { ["full"] = true, ["nothing"] = false };
    public static readonly Dictionary<string, bool> Below = new() { ["nothing"] = false, ["in-proportion"] = true };
    public static readonly Dictionary<string, Unit> Units = new()
    {
        ["times"] = Unit.Times, ["people"] = Unit.People, ["pieces"] = Unit.Pieces, ["orders"] = Unit.Orders, ["days"] = Unit.Days, ["yuan"] = Unit.Yuan, ["rate"] = Unit.Rate,
        ["ratio"] = Unit.Ratio, ["seconds"] = Unit.Seconds, ["points"] = Unit.Points, ["none"] = Unit.None,
    };

    public static readonly Mapping Raters = new("raters", [.. RaterWords.Kinds.Select(k => new Key(k, Number))]);
    public static readonly Mapping Cause = new("cause",
        new Key("metric", Text), new("incident", Text), new("error", Text), new("finding", Text), new("name", Worded), new("points", Number, true), new("fatal", new AChoice(Reaches.Keys)), new Key("optional", new AFlag()));
    public static readonly Mapping Qa = new("qa", new Key("by", new AChoice(Inspectors.Keys)), new("pooled", new AFlag()));
    public static readonly Mapping GoalsOf = new("goals",
        new Key("kind", new AChoice(Goals.Keys)), new("name", Text), new("time", Number), new("quality", Number), new("attainment", Number));
    public static readonly Mapping Cards = new("cards", new Key("of", new AChoice(["score"])), new("item", Text), new("metric", Text), new("weighted", Text));

    public static readonly string[] SourceKinds = ["metric", "counter", "raters", "causes", "qa", "goals", "manual", "cards", "none-yet"];
    public static readonly Mapping Source = new("source",
        new Key("metric", Text), new("by", new AChoice(Tellers.Keys)), new("counter", Text), new("unit", new AChoice(Units.Keys)), new("raters", new AMapping(Raters)),
        new("missing-rater", new AChoice(MissingRaters.Keys)), new("peers-at-least", new AWholeNumber()), new("mean", new AChoice(Means.Keys)),
        new("causes", new AList(new AMapping(Cause))), new("qa", new AMapping(Qa)), new("goals", new AMapping(GoalsOf)), new("manual", new AList(new AChoice([.. RaterWords.Kinds]))),
        new("cards", new AMapping(Cards)), new("none-yet", Worded));

    public static readonly Mapping Proportional = new("proportional", new Key("target", Aimed, true), new("floor", Number), new("cap", Number), BasisKey);
    public static readonly Mapping Band = new("band", new Key("when", Text, true), new("points", Number, true));
    public static readonly Mapping Knot = new("knot", new Key("at", Number, true), new("points", Number, true));
    public static readonly Mapping Rank = new("rank", new Key("within", new AChoice(Ranked.Keys), true), new("points", new AList(Number), true), new("rest", Number, true), new("noise", new AChoice(Noises.Keys)));
    public static readonly Mapping Anchor = new("anchor", new Key("at", Number, true), new("means", Worded, true));
    public static readonly Mapping Rating = new("rating", new Key("scale", new AList(Number), true), new("anchors", new AList(new AMapping(Anchor))), new("step", Number), new("comment-at", new AList(Number)));
    public static readonly Mapping PerStep = new("per-step",
        new Key("start", Aimed, true), new("step", Number, true), new("base", Number, true), new("points", Number, true), new("min", Number), new("max", Number), BasisKey);
    public static readonly Mapping Count = new("count",
        new Key("at-least", Aimed, true), new("at-most", Number), new("above", new AChoice(Above.Keys)), new("below", new AChoice(Below.Keys)), BasisKey);
    public static readonly Mapping Nothing = new("nothing");
    public static readonly Mapping Goal = new("goal", new Key("met", Number), new("partly", Number), new("not", Number));
    public static readonly Mapping Line = new("line", new Key("zero", Number, true), new("full", Number, true));
    public static readonly Mapping Manual = new("manual", new Key("from", Number, true));

    public static readonly Mapping Method = new("method",
        new Key("proportional", new AMapping(Proportional)), new("bands", new AList(new AMapping(Band))), new("linear", new AList(new AMapping(Knot))), new("rank", new AMapping(Rank)),
        new("rating", new AMapping(Rating)), new("per-step", new AMapping(PerStep)), new("deduct", new AMapping(Nothing)), new("count", new AMapping(Count)),
        new("qa", new AMapping(Nothing)), new("goal", new AMapping(Goal)), new("trend", new AMapping(Line)), new("spread", new AMapping(Line)), new("manual", new AMapping(Manual)))
    {
        ExactlyOne = true,
    };

    public static readonly Mapping Sample = new("min-sample", new Key("of", Text), new("at-least", Number, true));

    public static readonly Mapping Item = new("item",
        new Key("id", Id, true), new("name", Worded, true), new("weight", Number, true), new("source", new AMapping(Source), true),
        new("method", new AMapping(Method), true), new("missing", new AChoice(MissingRules.Keys)), new("min-sample", new AMapping(Sample)), new("scaled-by-days", new AFlag()),
        new("better", new AChoice(Directions.Keys)), new("monotone", new AFlag()), new("bonus", new AFlag()), new("bars", new AList(new AMapping(UpliftBar))),
        new("ours", Texts));
}
