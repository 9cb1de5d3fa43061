using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Heng.App.Tests.Api;

internal sealed record ReadEvent(string Uid, DateTimeOffset Stamp, string Summary, DateOnly? Day, DateTimeOffset? Begins, DateTimeOffset? Ends, int Sequence, string? Url, bool Cancelled);

/// <summary>Reads a calendar as RFC 5545 is written and fails at whatever it does not allow: a program of its own, that knows nothing of how ours are made.</summary>
internal static partial class CalendarReader
{
    private sealed record Property(string Name, IReadOnlyDictionary<string, string> Parameters, string Value);

    public static IReadOnlyList<ReadEvent> Read(byte[] bytes)
    {
        var lines = Unfolded(bytes);
        var open = new Stack<string>();
        var (calendar, zones, events) = (new List<Property>(), new HashSet<string>(StringComparer.Ordinal), new List<List<Property>>());
        foreach (var property in lines.Select(Parse))
        {
            if (property.Name == "BEGIN")
            {
                Assert.True((open.Count, property.Value) is (0, "VCALENDAR") or (1, "VEVENT" or "VTIMEZONE") or (2, "STANDARD" or "DAYLIGHT"), property.Value);
                open.Push(property.Value);
                if (property.Value == "VEVENT") events.Add([]);
            }
            else if (property.Name == "END") Assert.Equal(open.Pop(), property.Value);
            else if (open.Peek() == "VEVENT") events[^1].Add(property);
            else if (open.Peek() == "VCALENDAR") calendar.Add(property);
            else if (property.Name == "TZID") Assert.True(zones.Add(property.Value));
            else if (property.Name.StartsWith("TZOFFSET", StringComparison.Ordinal)) Assert.Equal("+0800", property.Value);
        }
        Assert.Empty(open);
        Assert.Equal("2.0", Only(calendar, "VERSION")!.Value);
        Assert.NotNull(Only(calendar, "PRODID"));
        var read = events.Select(e => Of(e, zones)).ToList();
        Assert.Equal(read.Count, read.Select(e => e.Uid).Distinct(StringComparer.Ordinal).Count());
        return read;
    }

    /// <summary>Content lines: each physical line of at most 75 octets, text by itself, ended by CR LF and nothing else.</summary>
    private static List<string> Unfolded(byte[] bytes)
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        var lines = new List<string>();
        var at = 0;
        while (at < bytes.Length)
        {
            var end = Array.IndexOf(bytes, (byte)'\r', at);
            Assert.True(end >= 0 && end + 1 < bytes.Length && bytes[end + 1] == '\n', "a line does not end with CR LF");
            Assert.InRange(end - at, 1, 75);
            var line = strict.GetString(bytes, at, end - at);
            Assert.DoesNotContain(line, c => char.IsControl(c) && c != '\t');
            if (line[0] is ' ' or '\t') lines[^1] += line[1..];
            else lines.Add(line);
            at = end + 2;
        }
        return lines;
    }

    private static Property Parse(string line)
    {
        var match = Content().Match(line);
        Assert.True(match.Success, line);
        return new(match.Groups["name"].Value, match.Groups["key"].Captures.Zip(match.Groups["of"].Captures).ToDictionary(p => p.First.Value, p => p.Second.Value), match.Groups["value"].Value);
    }

    private static ReadEvent Of(List<Property> own, HashSet<string> zones)
    {
        var begins = Only(own, "DTSTART") ?? throw new FormatException("an event without its begin");
        var ends = Only(own, "DTEND");
        var whole = begins.Parameters.GetValueOrDefault("VALUE") == "DATE";
        DateTimeOffset At(Property p)
        {
            Assert.Contains(p.Parameters["TZID"], zones);
            return new(DateTime.ParseExact(p.Value, "yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
        }
        if (whole) Assert.Equal("DATE", ends!.Parameters["VALUE"]);
        if (whole) Assert.True(string.CompareOrdinal(begins.Value, ends!.Value) < 0);
        var url = Only(own, "URL")?.Value;
        if (url is not null) Assert.All(url, c => Assert.True(char.IsAscii(c) && c > ' '));
        return new(Only(own, "UID")!.Value, DateTimeOffset.ParseExact(Only(own, "DTSTAMP")!.Value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), Text(Only(own, "SUMMARY")!.Value),
            whole ? DateOnly.ParseExact(begins.Value, "yyyyMMdd", CultureInfo.InvariantCulture) : null, whole ? null : At(begins), whole || ends is null ? null : At(ends), int.Parse(Only(own, "SEQUENCE")!.Value, CultureInfo.InvariantCulture), url,
            Only(own, "STATUS")?.Value == "CANCELLED");
    }

    private static Property? Only(IEnumerable<Property> all, string name)
    {
        var found = all.Where(p => p.Name == name).ToList();
        Assert.InRange(found.Count, 0, 1);
        return found.SingleOrDefault();
    }

    private static string Text(string value)
    {
        var read = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
            if (value[i] is ',' or ';') throw new FormatException("not escaped: " + value);
            else if (value[i] != '\\') read.Append(value[i]);
            else read.Append(value[++i] switch { '\\' => '\\', ';' => ';', ',' => ',', 'n' or 'N' => '\n', var other => throw new FormatException("no such escape: \\" + other) });
        return read.ToString();
    }

    [GeneratedRegex("""^(?<name>[A-Za-z0-9-]+)(;(?<key>[A-Za-z0-9-]+)=(?<of>[^";:,]*|"[^"]*"))*:(?<value>.*)$""", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Content();
}
