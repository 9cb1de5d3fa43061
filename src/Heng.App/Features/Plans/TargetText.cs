using System.Globalization;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring;
using Heng.Engine.Targets;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Heng.App.Features.Plans;

/// <summary>
/// Writes a proposed number and its basis into a plan's text. Everything else stays as somebody wrote it, comments too; only targets that differ by whom they are for are
/// written anew where kinds of days change among them.
/// </summary>
public static class TargetText
{
    /// <summary>Null where the text is written in a way that cannot be changed at this place alone, such as through an alias.</summary>
    public static string? Taken(string yaml, SetPoint point, TargetProposal proposal)
    {
        var at = point.Place.LastIndexOf('/');
        var (place, key) = (point.Place[..at], point.Place[(at + 1)..]);
        if (proposal.Aim is null || PlanFile.Parse(yaml, new("")) is not { } root || PlanPlaces.Find(root, place) is not YamlMappingNode owner || !owner.Children.TryGetValue(Key(key), out var value)) return null;
        var (number, basis) = (proposal.Numbers[0], $"{{ {BasisOf(proposal, proposal.Numbers[0])} }}");
        List<Edit> edits = [OfNumber(yaml, value, proposal, Written(number.Number))];
        if (owner.Children.TryGetValue(Key("basis"), out var was)) edits.Add(new(Start(was), End(yaml, was), basis));
        else edits.Add(Beside(yaml, owner, key, value, $"basis: {basis}"));
        var taken = edits.OrderByDescending(e => e.From).Aggregate(yaml, (text, e) => text[..e.From] + e.Text + text[e.To..]);
        return PlanFile.Parse(taken, new("")) is not null && PlanDiff.Of(yaml, taken).All(c => c.Path.StartsWith($"{PathOf(place)}/", StringComparison.Ordinal)) ? taken : null;
    }

    private readonly record struct Edit(int From, int To, string Text);

    private static Edit OfNumber(string yaml, YamlNode value, TargetProposal proposal, string number)
    {
        if (value is YamlScalarNode && !proposal.ByCalendar) return new(Start(value), End(yaml, value), number);
        var rows = value is YamlMappingNode map && map.Children.TryGetValue(Key("by"), out var by) && by is YamlSequenceNode list ? list.Children : [];
        if (value is YamlMappingNode aim && !proposal.ByCalendar && !rows.Any(IsOfDaysAlone) && aim.Children.TryGetValue(Key("default"), out var plain)) return new(Start(plain), End(yaml, plain), number);
        var busy = proposal.Numbers.Where(n => n.Day == PromotionDay.Promotion).Select(n => $"{{ calendar: B, is: {Written(n.Number)}, basis: {{ {BasisOf(proposal, n)} }} }}");
        string[] all = [.. rows.Where(r => !IsOfDaysAlone(r)).Select(r => Flow(yaml, r)), .. busy];
        var from = value is YamlMappingNode m && m.Children.TryGetValue(Key("from"), out var told) ? $", from: {told}" : "";
        return new(Start(value), End(yaml, value), $"{{ default: {number}{from}{(all.Length == 0 ? "" : $", by: [{string.Join(", ", all)}]")} }}");
    }

    /// <summary>After the number: in the same braces, else on the next line.</summary>
    private static Edit Beside(string yaml, YamlMappingNode owner, string key, YamlNode value, string text)
    {
        var end = End(yaml, value);
        if (owner.Style == MappingStyle.Flow) return new(end, end, $", {text}");
        var line = yaml.IndexOf('\n', end);
        var indent = new string(' ', (int)owner.Children.Keys.Single(k => k is YamlScalarNode { Value: { } name } && name == key).Start.Column - 1);
        return line < 0 ? new(yaml.Length, yaml.Length, $"\n{indent}{text}\n") : new(line + 1, line + 1, $"{indent}{text}\n");
    }

    private static bool IsOfDaysAlone(YamlNode row) => row is YamlMappingNode map && map.Children.Keys.All(k => k is YamlScalarNode { Value: "calendar" or "is" or "basis" });

    /// <summary>A row as it was written, in braces.</summary>
    private static string Flow(string yaml, YamlNode node) => node switch
    {
        YamlMappingNode map => $"{{ {string.Join(", ", map.Children.Select(c => $"{Flow(yaml, c.Key)}: {Flow(yaml, c.Value)}"))} }}",
        YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(n => Flow(yaml, n)))}]",
        _ => yaml[Start(node)..End(yaml, node)],
    };

    private static string BasisOf(TargetProposal proposal, ProposedNumber number)
    {
        var way = Vocabulary.Ways.Single(w => w.Value == proposal.Way).Key;
        var (first, last) = (number.Months[0], number.Months[^1]);
        return $"history: {way}, months: {(first == last ? $"{first}" : $"{first}..{last}")}";
    }

    private static string Written(Explained number) => number.Unit == Unit.Rate ? Plain(number.Value!.Value * 100m) + "%" : Plain(number.Value!.Value);
    private static string Plain(decimal number) => number.ToString("0.########", CultureInfo.InvariantCulture);

    private static YamlScalarNode Key(string name) => new(name);
    private static int Start(YamlNode node) => (int)node.Start.Index;

    /// <summary>Of a mapping or list the parser knows where it begins: it ends with its last entry, in braces with the brace after that.</summary>
    private static int End(string yaml, YamlNode node) => node switch
    {
        YamlMappingNode { Style: MappingStyle.Flow } map => Closed(yaml, map.Children.Count == 0 ? Start(map) : End(yaml, map.Children.Last().Value), '}'),
        YamlSequenceNode { Style: SequenceStyle.Flow } list => Closed(yaml, list.Children.Count == 0 ? Start(list) : End(yaml, list.Children[^1]), ']'),
        YamlMappingNode { Children.Count: > 0 } map => End(yaml, map.Children.Last().Value),
        YamlSequenceNode { Children.Count: > 0 } list => End(yaml, list.Children[^1]),
        _ => Start(node) + yaml[Start(node)..(int)node.End.Index].TrimEnd().Length,
    };

    private static int Closed(string yaml, int from, char brace)
    {
        for (var i = from; i < yaml.Length; i++)
        {
            if (yaml[i] == brace) return i + 1;
            if (yaml[i] == '#') i = yaml.IndexOf('\n', i) is >= 0 and var line ? line : yaml.Length;
        }
        return yaml.Length;
    }

    /// <summary>A place as a difference names it: a component of the pay stands there behind its kind.</summary>
    private static string PathOf(string place) => place.Split('/') is ["pay", "components", var id, .. var rest] ? $"pay/components/ksf:{id}/ksf/{string.Join('/', rest)}" : place;
}
