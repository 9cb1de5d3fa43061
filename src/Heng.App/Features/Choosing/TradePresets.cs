using Heng.App.Features.Plans;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using static Heng.App.Features.Plans.Vocabulary;

namespace Heng.App.Features.Choosing;

/// <summary>An indicator that a trade usually begins with. A target stands with its basis: the scheme whose source gives it, or null for a rule of thumb.</summary>
public sealed record PresetIndicator(string Metric, decimal Weight, Better Better, decimal? Target, string? Scheme, Wording Why);

/// <summary>What a trade usually measures (行业预设), weighing 100 together.</summary>
public sealed record Trade(string Id, Wording Name, Wording Note, IReadOnlyList<PresetIndicator> Indicators);

/// <summary>The presets that ship beside the templates, in the order of their file.</summary>
public static class TradePresets
{
    public const string RuleOfThumb = "rule-of-thumb";

    private static readonly Mapping Indicator = new("indicator",
        new Key("metric", Text, true), new("weight", Number, true), new("better", new AChoice(ItemKeys.Directions.Keys)), new("target", Number), new("basis", Text), new("why", Worded, true));
    private static readonly Mapping OfTrade = new("trade", new Key("id", Id, true), new("name", Worded, true), new("note", Worded, true), new("indicators", new AList(new AMapping(Indicator)), true));
    private static readonly Mapping File = new("trades", new Key("trades", new AList(new AMapping(OfTrade)), true));

    private static readonly Lazy<IReadOnlyList<Trade>> Shipped = new(() => Load(System.IO.File.ReadAllText(Path.Combine(TemplateLibrary.Folder, "presets", "trades.yaml"))));

    public static IReadOnlyList<Trade> All => Shipped.Value;
    public static Trade? Find(string id) => All.FirstOrDefault(t => t.Id == id);

    /// <summary>A target that some trade has for the metric, one with a source before a rule of thumb.</summary>
    public static PresetIndicator? TargetOf(string metric) => All.SelectMany(t => t.Indicators).Where(i => i.Metric == metric && i.Target is not null).OrderBy(i => i.Scheme is null).FirstOrDefault();

    // The file ships with the program, so a fault in it is ours.
    private static IReadOnlyList<Trade> Load(string yaml)
    {
        var errors = new PlanErrors("trades.yaml");
        IReadOnlyList<Trade> trades = PlanFile.Parse(yaml, errors) is { } root ? [.. new YamlFields(root, errors, File).List("trades").Select(node => Read(new(node, errors, OfTrade)))] : [];
        return errors.Found.Count == 0 ? trades : throw new InvalidOperationException($"the presets can't be read: {errors.Found[0].In(english: true)}");
    }

    private static Trade Read(YamlFields trade) => new(trade.Id("id"), trade.Words("name"), trade.Words("note"), [.. trade.List("indicators").Select(node => Read(trade.Errors, new(node, trade.Errors, Indicator)))]);

    private static PresetIndicator Read(PlanErrors errors, YamlFields one)
    {
        if (one.Has("target") != one.Has("basis")) errors.Add(one.Node, "target 与 basis 须一起写", "target and basis are written together");
        var basis = one.Has("basis") ? one.Text("basis") : RuleOfThumb;
        return new(one.Text("metric"), one.Number("weight"), one.Choice("better", ItemKeys.Directions, Better.None), one.OptionalNumber("target"), basis == RuleOfThumb ? null : basis, one.Words("why"));
    }
}
