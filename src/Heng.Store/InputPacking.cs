using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>The inputs of a closed month as one text, compressed: rows in the order of their text, so that the same rows give the same hash on every engine.</summary>
internal static class InputPacking
{
    private const int Quality = 5;

    public static (string Hash, byte[] Payload) Pack(Instant asOf, IReadOnlyList<TableRows> tables)
    {
        var text = Text(asOf, tables);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, new BrotliCompressionOptions { Quality = Quality }, leaveOpen: true)) brotli.Write(text);
        return (HashOf(text), packed.ToArray());
    }

    /// <summary>The hash is that of what was read, so that whoever compares it with the one kept sees a change.</summary>
    public static ClosedInput Unpack(Month month, byte[] payload)
    {
        using var text = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(payload), CompressionMode.Decompress)) brotli.CopyTo(text);
        using var json = JsonDocument.Parse(text.ToArray());
        var tables = json.RootElement.GetProperty("tables").EnumerateArray().Select(t => new TableRows(t.GetProperty("table").GetString()!,
            [.. t.GetProperty("columns").EnumerateArray().Select(c => c.GetString()!)], [.. t.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().Select(Value).ToArray())])).ToList();
        return new(month, HashOf(text.ToArray()), new(json.RootElement.GetProperty("asOf").GetInt64()), tables);
    }

    private static byte[] Text(Instant asOf, IReadOnlyList<TableRows> tables)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteNumber("asOf", asOf.UnixSeconds);
            json.WriteStartArray("tables");
            foreach (var table in tables) Write(json, table);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return text.ToArray();
    }

    private static void Write(Utf8JsonWriter json, TableRows table)
    {
        // The engines give columns and rows in orders of their own.
        string[] columns = [.. table.Columns.Order(StringComparer.Ordinal)];
        var places = columns.Select(c => table.Columns.ToList().IndexOf(c)).ToArray();
        json.WriteStartObject();
        json.WriteString("table", table.Table);
        json.WriteStartArray("columns");
        foreach (var column in columns) json.WriteStringValue(column);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows.Select(r => JsonSerializer.Serialize(places.Select(p => Written(r[p])))).Order(StringComparer.Ordinal)) json.WriteRawValue(row);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Bytes stand in an array of one, so that no text is taken for them.
    private static object? Written(object? value) => value is byte[] bytes ? new[] { Convert.ToBase64String(bytes) } : value;

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => value[0].GetBytesFromBase64(),
        _ => throw new InvalidDataException($"a {value.ValueKind} is no value of a table"),
    };

    private static string HashOf(byte[] text) => Convert.ToHexStringLower(SHA256.HashData(text));
}
