using System.Runtime.InteropServices;
using System.Text.Json;
using Heng.Intake;

namespace Heng.App.Features.Live;

/// <summary>Lines of a sending that are of one format. Where they are some of its lines, their numbers are told.</summary>
public sealed record SentPart(Format Format, ArraySegment<byte> Lines, IReadOnlyList<long>? Numbers = null)
{
    public int Count { get; } = Lines.AsSpan().Count((byte)'\n') + 1;

    public long NumberOf(long line) => Numbers is null ? line : Numbers[(int)line - 1];
}

/// <summary>A body as lines of JSON: as it comes, or out of an array, in which each element counts as a line.</summary>
public static class SentBody
{
    /// <summary>Null where it is no array and no object that holds one.</summary>
    public static ArraySegment<byte>? Lines(ArraySegment<byte> json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json.AsMemory());
            var root = document.RootElement;
            var array = root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var named) ? named : root;
            if (array.ValueKind == JsonValueKind.Object) return OneLine(array);
            if (array.ValueKind != JsonValueKind.Array) return null;
            using var lines = new MemoryStream(json.Count);
            foreach (var element in array.EnumerateArray()) lines.Write(OneLine(element));
            return new ArraySegment<byte>(lines.GetBuffer(), 0, (int)lines.Length);
        }
        // The second for a name that is no text.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Events by their formats. A line that names no event that is known, or is no JSON, is of no part; it comes back by its number.
    /// </summary>
    public static (IReadOnlyList<SentPart> Parts, IReadOnlyList<long> Unknown) Events(ArraySegment<byte> lines)
    {
        var parts = new SortedDictionary<string, (MemoryStream Bytes, List<long> Numbers)>(StringComparer.Ordinal);
        var unknown = new List<long>();
        long number = 0;
        foreach (var range in ((ReadOnlySpan<byte>)lines).Split((byte)'\n'))
        {
            number++;
            var line = ((ReadOnlySpan<byte>)lines)[range].Trim(" \t\r"u8);
            if (line.IsEmpty) continue;
            if (FormatOf(line) is not { } format)
            {
                unknown.Add(number);
                continue;
            }
            if (!parts.TryGetValue(format, out var part)) parts.Add(format, part = (new(), []));
            part.Bytes.Write(line);
            part.Bytes.WriteByte((byte)'\n');
            part.Numbers.Add(number);
        }
        return ([.. parts.Select(p => new SentPart(IngestFormats.Of(p.Key), new(p.Value.Bytes.GetBuffer(), 0, (int)p.Value.Bytes.Length), p.Value.Numbers))], unknown);
    }

    private static string? FormatOf(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isEvent = json.ValueTextEquals("event"u8);
                json.Read();
                if (isEvent) return json.TokenType == JsonTokenType.String ? IngestFormats.Events.GetValueOrDefault(json.GetString() ?? "") : null;
                json.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
        return null;
    }

    /// <summary>As it came: whether its text is text is found line by line. A line's end can only stand between its parts.</summary>
    private static byte[] OneLine(JsonElement element)
    {
        byte[] line = [.. JsonMarshal.GetRawUtf8Value(element), (byte)'\n'];
        line.AsSpan(0, line.Length - 1).Replace((byte)'\n', (byte)' ');
        return line;
    }
}
