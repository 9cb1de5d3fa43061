using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Heng.Store;

namespace Heng.App.Features.Api.Running;

/// <summary>
/// The program's own numbers, gathered from .NET's instruments and written as Prometheus reads them (text, 0.0.4). Names follow its rules: dots are underscores, counters end in
/// _total, times are seconds. Labels are those of the instruments, an address by its pattern and never by what was asked.
/// </summary>
public sealed class RunningNumbers : IHostedService, IDisposable
{
    /// <summary>Instruments of Heng's own belong to this meter.</summary>
    public const string Own = "Heng";
    public static IReadOnlyList<string> Meters { get; } = [Own, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    private const int MostSeries = 5000;
    private static readonly double[] Edges = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<(string Name, string Labels), Series> series = new();

    public RunningNumbers(Database? database = null)
    {
        listener.InstrumentPublished = (instrument, on) =>
        {
            // Of the meters that are a database's own, this one's alone.
            if (Meters.Contains(instrument.Meter.Name, StringComparer.Ordinal) && (instrument.Meter.Name != Own || instrument.Meter.Scope is null || instrument.Meter.Scope == database)) on.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Note(i, value, tags));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Note(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Note(i, value, tags));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public void Dispose() => listener.Dispose();

    public string Written()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var name in series.GroupBy(s => s.Key.Name, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var (kind, help) = (name.First().Value.Kind, name.First().Value.Help);
            if (help.Length > 0) text.Append(CultureInfo.InvariantCulture, $"# HELP {name.Key} {help}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name.Key} {kind}\n");
            foreach (var one in name.OrderBy(s => s.Key.Labels, StringComparer.Ordinal)) one.Value.Write(text, name.Key, one.Key.Labels);
        }
        return text.ToString();
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (kind, adds) = KindOf(instrument);
        var key = (NameOf(instrument, kind), LabelsOf(tags));
        // A label that never repeats would fill the memory.
        if (series.Count >= MostSeries && !series.ContainsKey(key)) return;
        series.GetOrAdd(key, _ => new(kind, Escaped(instrument.Description ?? ""))).Take(value, adds);
    }

    private static (string Kind, bool Adds) KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" => ("counter", true),
        "ObservableCounter" => ("counter", false),
        "Histogram" => ("histogram", true),
        "UpDownCounter" => ("gauge", true),
        _ => ("gauge", false),
    };

    private static string NameOf(Instrument instrument, string kind)
    {
        var name = string.Concat(instrument.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return name + (name.EndsWith(unit, StringComparison.Ordinal) ? "" : unit) + (kind == "counter" ? "_total" : "");
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>();
        foreach (var (name, value) in tags)
            labels.Add($"{string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}=\"{Escaped(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        return string.Join(',', labels.Order(StringComparer.Ordinal));
    }

    /// <summary>What ends a line or begins an escape would end or begin it here too.</summary>
    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).ReplaceLineEndings("\\n");

    private static string Shown(double value) => double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString(CultureInfo.InvariantCulture);

    private sealed class Series(string kind, string help)
    {
        private readonly Lock turn = new();
        private readonly long[] within = new long[Edges.Length];
        private double sum;
        private long count;

        public string Kind => kind;
        public string Help => help;

        public void Take(double value, bool adds)
        {
            lock (turn)
            {
                sum = adds ? sum + value : value;
                count++;
                if (kind != "histogram") return;
                for (var i = 0; i < Edges.Length; i++)
                    if (value <= Edges[i]) within[i]++;
            }
        }

        public void Write(StringBuilder text, string name, string labels)
        {
            lock (turn)
            {
                if (kind != "histogram")
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {Shown(sum)}\n");
                    return;
                }
                var before = labels.Length == 0 ? "" : labels + ",";
                for (var i = 0; i < Edges.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"{Edges[i]}\"}} {within[i]}\n");
                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{before}le=\"+Inf\"}} {count}\n");
                var own = labels.Length == 0 ? "" : $"{{{labels}}}";
                text.Append(CultureInfo.InvariantCulture, $"{name}_sum{own} {Shown(sum)}\n{name}_count{own} {count}\n");
            }
        }
    }
}
