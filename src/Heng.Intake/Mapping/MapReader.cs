using System.Text;
using Heng.Engine.Records;
using Heng.Intake.Bytes;
using Heng.Intake.Fields;
using Heng.Intake.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Heng.Intake.Mapping;

/// <summary>Reads a map. Every key it does not know is a fault at its place: a misspelt key that is passed over would import wrong data silently.</summary>
internal sealed class MapReader
{
    private readonly List<MapFault> faults = [];
    private Format format = Formats.Find("messages-csv")!;

    public MapReading Read(string yaml)
    {
        if (Root(yaml) is not { } root) return new(null, faults);
        var kind = Scalar(Child(root, "kind"));
        if (kind is not null && Formats.Find(kind) is not { } known) Fault(Child(root, "kind")!, $"没有“{kind}”这种格式", $"there is no format named {kind}");
        else if (kind is not null) format = Formats.Find(kind)!;
        var map = new MessageMap { Kind = format.Id };
        foreach (var (key, value) in root.Children) map = WithKey(map, key, value);
        return faults.Count > 0 ? new(null, faults) : new(map, faults);
    }

    private YamlMappingNode? Root(string yaml)
    {
        if (YamlDepth.Beyond(yaml) is { } deep)
        {
            faults.Add(new((int)deep.Line, (int)deep.Column, new($"嵌套超过 {YamlDepth.Most} 层", $"nested deeper than {YamlDepth.Most} levels")));
            return null;
        }
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root) return root;
            faults.Add(new(1, 1, new("映射应为一个 YAML 映射", "a map is one YAML mapping")));
        }
        catch (YamlException e)
        {
            faults.Add(new((int)e.Start.Line, (int)e.Start.Column, new("YAML 无法读取", "the YAML cannot be read")));
        }
        return null;
    }

    private MessageMap WithKey(MessageMap map, YamlNode key, YamlNode value)
    {
        switch (Scalar(key))
        {
            case "kind": return map;
            case "columns": return map with { Columns = ByField(value, Source) };
            case "constants": return map with { Constants = ByField(value, Text) };
            case "values": return map with { Values = ByField(value, Words) };
            case "time": return map with { Times = Time(value) };
            case "drop": return map with { Drop = Drops(value) };
            case "sequence": return WithSequence(map, value);
            case "exported_at": return map with { ExportedAt = Moment(value) };
            default:
                Fault(key, $"没有“{key}”这个键", $"there is no key {key}");
                return map;
        }
    }

    private Dictionary<string, T> ByField<T>(YamlNode node, Func<YamlNode, T?> read) where T : class
    {
        var fields = new Dictionary<string, T>();
        foreach (var (key, value) in Mapping(node))
        {
            if (Scalar(key) is not { } name || format.ColumnOf(name) < 0) Fault(key, $"格式“{format.Id}”没有“{key}”这个字段", $"{format.Id} has no field {key}");
            else if (read(value) is { } good) fields[name] = good;
        }
        return fields;
    }

    private MapSource? Source(YamlNode node)
    {
        if (node is YamlScalarNode) return Text(node) is { } column ? new(column) : null;
        string? name = null, text = null, other = null;
        foreach (var (key, value) in Mapping(node))
        {
            switch (Scalar(key))
            {
                case "column": name = Text(value); break;
                case "default" when value is YamlMappingNode inner: other = OnlyColumn(inner); break;
                case "default": text = Text(value); break;
                default: Fault(key, $"没有“{key}”这个键", $"there is no key {key}"); break;
            }
        }
        if (name is null) Fault(node, $"缺少 column", $"column is missing");
        return name is null ? null : new(name, other, text);
    }

    private string? OnlyColumn(YamlMappingNode node)
    {
        string? name = null;
        foreach (var (key, value) in node.Children)
        {
            if (Scalar(key) == "column") name = Text(value);
            else Fault(key, $"没有“{key}”这个键", $"there is no key {key}");
        }
        return name;
    }

    private IReadOnlyDictionary<string, string> Words(YamlNode node)
    {
        var words = new Dictionary<string, string>();
        foreach (var (key, value) in Mapping(node))
        {
            if (Scalar(key) is { } from && Text(value) is { } to) words[from] = to;
        }
        return words;
    }

    private Times Time(YamlNode node)
    {
        var times = Times.Shanghai;
        foreach (var (key, value) in Mapping(node))
        {
            switch (Scalar(key))
            {
                case "format": times = times with { Format = Text(value) }; break;
                case "zone" when Offset(Text(value) ?? "") is { } offset: times = times with { OffsetSeconds = offset }; break;
                case "zone": Fault(value, $"时区写作 +08:00、UTC 或 Asia/Shanghai", $"a zone is +08:00, UTC or Asia/Shanghai"); break;
                default: Fault(key, $"没有“{key}”这个键", $"there is no key {key}"); break;
            }
        }
        return times;
    }

    private static int? Offset(string zone)
    {
        if (zone is "UTC" or "Z") return 0;
        if (zone == "Asia/Shanghai") return ShopClock.Shanghai.OffsetSeconds;
        var cursor = new Intake.Fields.Cursor(Encoding.ASCII.GetBytes(zone));
        return zone.Length > 0 && cursor.Zone(0, out var offset) ? offset : null;
    }

    private List<DropCondition> Drops(YamlNode node)
    {
        if (node is not YamlSequenceNode list)
        {
            Fault(node, $"drop 是一个列表", $"drop is a list");
            return [];
        }
        return [.. list.Children.Select(Drop).OfType<DropCondition>()];
    }

    private DropCondition? Drop(YamlNode node)
    {
        string? column = null, argument = null;
        DropTest? test = null;
        var not = false;
        foreach (var (key, value) in Mapping(node))
        {
            switch (Scalar(key))
            {
                case "column": column = Text(value); break;
                case "equals": (test, argument) = (DropTest.Equals, Text(value)); break;
                case "contains": (test, argument) = (DropTest.Contains, Text(value)); break;
                case "matches": (test, argument) = (DropTest.Matches, Text(value)); break;
                case "empty": (test, argument, not) = (DropTest.Empty, "", not ^ Scalar(value) == "false"); break;
                case "not": not ^= Scalar(value) == "true"; break;
                default: Fault(key, $"没有“{key}”这个键", $"there is no key {key}"); break;
            }
        }
        if (column is null || test is null || argument is null)
        {
            Fault(node, $"条件需要 column 和 equals、contains、matches、empty 之一", $"a condition needs column and one of equals, contains, matches, empty");
            return null;
        }
        try
        {
            return new(column, test.Value, argument, not);
        }
        catch (ArgumentException)
        {
            Fault(node, $"正则表达式无法读取", $"the regular expression cannot be read");
            return null;
        }
    }

    private MessageMap WithSequence(MessageMap map, YamlNode node)
    {
        if (node is YamlMappingNode inner) return map with { SequenceColumn = OnlyColumn(inner) };
        return Text(node) switch
        {
            "none" => map with { NoSequence = true },
            "line" or null => map,
            var column => map with { SequenceColumn = column },
        };
    }

    private Instant? Moment(YamlNode node)
    {
        if (Times.Shanghai.TryRead(Encoding.UTF8.GetBytes(Text(node) ?? ""), true, out var at)) return at;
        Fault(node, $"不是可识别的时间", $"no time that can be read");
        return null;
    }

    private static YamlNode? Child(YamlMappingNode root, string name) => root.Children.FirstOrDefault(c => Scalar(c.Key) == name).Value;
    private static string? Scalar(YamlNode? node) => (node as YamlScalarNode)?.Value;

    private string? Text(YamlNode node)
    {
        if (Scalar(node) is { } text) return text;
        Fault(node, $"这里应为一个值", $"a plain value belongs here");
        return null;
    }

    private IEnumerable<KeyValuePair<YamlNode, YamlNode>> Mapping(YamlNode node)
    {
        if (node is YamlMappingNode mapping) return mapping.Children;
        Fault(node, $"这里应为“键: 值”", $"key: value pairs belong here");
        return [];
    }

    private void Fault(YamlNode node, FormattableString zh, FormattableString en) =>
        faults.Add(new((int)node.Start.Line, (int)node.Start.Column, new(FormattableString.Invariant(zh), FormattableString.Invariant(en))));
}
