using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Heng.App.Tests.Api;

internal sealed record Family(string Name, string Kind, string? Help, IReadOnlyList<Sample> Samples);
internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);

/// <summary>Reads the text format of Prometheus, 0.0.4, and fails at whatever its description does not allow.</summary>
internal static partial class PrometheusText
{
    public static IReadOnlyList<Family> Read(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        var families = new List<(string Name, string Kind, string? Help, List<Sample> Samples)>();
        var help = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text[..^1].Split('\n'))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                var parts = line.Split(' ', 4);
                Assert.True(help.TryAdd(parts[2], Unescaped(parts[3], quoted: false)), "told twice: " + line);
                Assert.DoesNotContain(families, f => f.Name == parts[2]);
            }
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                Assert.True(line.Split(' ') is [_, _, _, "counter" or "gauge" or "histogram"], line);
                var parts = line.Split(' ');
                Assert.DoesNotContain(families, f => f.Name == parts[2]);
                families.Add((parts[2], parts[3], help.GetValueOrDefault(parts[2]), []));
            }
            else
            {
                var sample = Of(line);
                Assert.True(seen.Add(line[..line.LastIndexOf(' ')]), "twice: " + line);
                var (name, kind, _, samples) = families[^1];
                Assert.True(kind == "histogram" ? sample.Name == name + "_bucket" || sample.Name == name + "_sum" || sample.Name == name + "_count" : sample.Name == name, line);
                samples.Add(sample);
            }
        }
        Assert.All(families, Holds);
        return [.. families.Select(f => new Family(f.Name, f.Kind, f.Help, f.Samples))];
    }

    private static void Holds((string Name, string Kind, string? Help, List<Sample> Samples) family)
    {
        Assert.NotEmpty(family.Samples);
        if (family.Kind == "counter") Assert.EndsWith("_total", family.Name, StringComparison.Ordinal);
        if (family.Kind != "histogram") return;
        foreach (var one in family.Samples.GroupBy(s => string.Join(',', s.Labels.Where(l => l.Key != "le").Select(l => l.Key + "=" + l.Value))))
        {
            var buckets = one.Where(s => s.Name == family.Name + "_bucket").ToList();
            Assert.Equal(buckets.Select(b => b.Value).Order(), buckets.Select(b => b.Value));
            Assert.Equal(("+Inf", one.Single(s => s.Name == family.Name + "_count").Value), (buckets[^1].Labels["le"], buckets[^1].Value));
            Assert.Single(one, s => s.Name == family.Name + "_sum");
        }
    }

    private static Sample Of(string line)
    {
        var match = Line().Match(line);
        Assert.True(match.Success, line);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in match.Groups["name"].Captures.Zip(match.Groups["value"].Captures)) Assert.True(labels.TryAdd(name.Value, Unescaped(value.Value, quoted: true)), line);
        return new(match.Groups["metric"].Value, labels, match.Groups["number"].Value switch { "+Inf" => double.PositiveInfinity, "-Inf" => double.NegativeInfinity, var number => double.Parse(number, CultureInfo.InvariantCulture) });
    }

    private static string Unescaped(string text, bool quoted)
    {
        var read = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
            if (text[i] != '\\') read.Append(text[i]);
            else read.Append(text[++i] switch { '\\' => '\\', 'n' => '\n', '"' when quoted => '"', var other => throw new FormatException("no such escape: \\" + other) });
        return read.ToString();
    }

    [GeneratedRegex("""^(?<metric>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{((?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>([^"\\\n]|\\["\\n])*)",?)*\})? (?<number>NaN|[+-]Inf|-?[0-9][0-9.]*(E[+-][0-9]+)?)$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
