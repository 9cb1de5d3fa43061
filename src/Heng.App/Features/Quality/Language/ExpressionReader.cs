using Heng.App.Features.Plans;
using Heng.Engine.Quality;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Quality.Language;

/// <summary>Reads what a rule asks. Which node a condition was read from is kept, by the order of the conditions; what an address excepts is the rule's.</summary>
internal sealed class ExpressionReader
{
    public const int MostConditions = 50;
    private readonly List<YamlNode> places = [];
    private readonly List<string> except = [];

    public IReadOnlyList<YamlNode> Places => places;
    public IReadOnlyList<string> Except => except;

    public Expression Read(YamlNode node, RuleFields rule)
    {
        var fields = rule.Inner(node, [.. RuleKeys.Joins, .. RuleKeys.Looks, .. RuleKeys.Operators]);
        var said = RuleKeys.Joins.Concat(RuleKeys.Operators).Where(fields.Of.Has).ToArray();
        if (said.Length != 1)
        {
            var all = string.Join(", ", [.. RuleKeys.Joins, .. RuleKeys.Operators]);
            if (node is YamlMappingNode) rule.Errors.Add(node, $"此处应恰好写一个：{all}", $"exactly one of these belongs here: {all}");
            return Nothing;
        }
        if (RuleKeys.Operators.Contains(said[0])) return Condition(node, fields, said[0]);
        foreach (var look in RuleKeys.Looks.Where(fields.Of.Has))
            rule.Errors.Beside(fields.Of.Find(look)!, $"{look} 只属于条件，不属于 {said[0]}", $"{look} belongs to a condition, not to {said[0]}");
        return said[0] switch
        {
            "all-of" => new Every([.. fields.Of.List("all-of").Select(n => Read(n, rule))]),
            "any-of" => new Heng.Engine.Quality.Either([.. fields.Of.List("any-of").Select(n => Read(n, rule))]),
            _ => new Not(Read(fields.Of.Find("not")!, rule)),
        };
    }

    private static Condition Nothing => new(Role.Agent, Stretch.Message, new NoReply());

    private Condition Condition(YamlNode node, RuleFields fields, string @operator)
    {
        places.Add(node);
        if (places.Count == MostConditions + 1) fields.Errors.Add(node, $"一条规则最多 {MostConditions} 个条件", $"a rule has at most {MostConditions} conditions");
        var of = fields.Of;
        var body = of.Find(@operator)!;
        foreach (var look in RuleKeys.WholeStretch.Contains(@operator) ? ["stretch", "first", "last"] : (string[])[])
            if (of.Has(look)) fields.Errors.Beside(of.Find(look)!, $"{@operator} 已经说明了看哪些消息", $"{@operator} says itself which messages it looks at");
        return new(of.Choice("role", RuleKeys.Roles, RuleKeys.RoleOf(@operator)), of.Choice("stretch", RuleKeys.Stretches, RuleKeys.StretchOf(@operator)), new OperatorReader(fields, except).Read(body, @operator))
        {
            Name = of.Has("name") ? of.Id("name") : null,
            First = @operator == "opening" ? 1 : of.Has("first") ? fields.Whole("first", 1, 1000) : null,
            Last = @operator == "closing" ? 1 : of.Has("last") ? fields.Whole("last", 1, 1000) : null,
            Near = of.Find("near") is { } near ? NearOf(fields.Inner(near, RuleKeys.Near)) : null,
        };
    }

    private static Near NearOf(RuleFields near) =>
        new(near.Of.Id("to"), near.Of.Choice("where", RuleKeys.Sides), near.Of.Has("within") ? near.Whole("within", 1, 86400) : null);
}
