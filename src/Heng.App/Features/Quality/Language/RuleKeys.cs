using Heng.Engine.Quality;

namespace Heng.App.Features.Quality.Language;

/// <summary>Every key and word of the rule language (规则语言), in the order in which a rule is written.</summary>
internal static class RuleKeys
{
    public static readonly Dictionary<string, Severity> Severities = new() { ["fatal"] = Severity.Fatal, ["non-fatal"] = Severity.NonFatal, ["advocated"] = Severity.Advocated, ["attention"] = Severity.Attention };
    public static readonly Dictionary<string, Urgency> Urgencies = new() { ["high"] = Urgency.High, ["usual"] = Urgency.Usual, ["low"] = Urgency.Low };
    public static readonly Dictionary<string, Reading> Readings = new() { ["raw"] = Reading.Raw, ["normalised"] = Reading.Normalised };
    public static readonly Dictionary<string, Role> Roles = new() { ["agent"] = Role.Agent, ["buyer"] = Role.Buyer, ["anyone"] = Role.Anyone };
    public static readonly Dictionary<string, Stretch> Stretches = new() { ["message"] = Stretch.Message, ["round"] = Stretch.Round, ["reception"] = Stretch.Reception };
    public static readonly Dictionary<string, Side> Sides = new() { ["before"] = Side.Before, ["after"] = Side.After, ["around"] = Side.Around };
    public static readonly Dictionary<string, Mention> Mentioned = new() { ["order"] = Mention.Order, ["link"] = Mention.Link };
    public static readonly Dictionary<string, bool> EachTimes = new() { ["time"] = true, ["reception"] = false };

    public static readonly string[] Pack = ["pack", "title", "lists", "rules"];
    public static readonly string[] Rule =
        ["id", "version", "name", "severity", "category", "points", "per", "counts-as", "urgency", "reading", "shops", "lines", "positions", "from", "until", "when", "except", "except-quotes", "examples"];
    public static readonly string[] Joins = ["all-of", "any-of", "not"];
    public static readonly string[] Looks = ["role", "stretch", "first", "last", "name", "near"];
    public static readonly string[] Operators =
    [
        "any", "all", "none", "at-least", "pattern", "slower-than", "no-reply", "repeated", "unanswered-question", "early-goodbye", "transfer-without-reason", "remark", "mentions", "similar",
        "opening", "closing", "characters", "address",
    ];
    /// <summary>Short ways of writing that say themselves which messages they look at.</summary>
    public static readonly string[] WholeStretch = ["opening", "closing"];
    public static readonly string[] Near = ["to", "where", "within"];
    public static readonly string[] Example = ["talk", "hits"];

    /// <summary>Whose messages an operator is about where a rule does not say.</summary>
    public static Role RoleOf(string @operator) => @operator is "no-reply" or "unanswered-question" ? Role.Buyer : Role.Agent;

    public static Stretch StretchOf(string @operator) => @operator is "none" or "repeated" or "remark" or "opening" or "closing" ? Stretch.Reception : Stretch.Message;
}
