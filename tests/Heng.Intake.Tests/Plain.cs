using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heng.Engine.Records;
using Heng.Intake.Written;

namespace Heng.Intake.Tests;

/// <summary>Records as the file that Heng writes of them, and as one text each.</summary>
internal static class Plain
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new Amount() } };

    public static string Written(Format format, IEnumerable<object> records)
    {
        using var text = new StringWriter();
        if (format.Shape == Shape.JsonLines)
        {
            var lines = new MessageLines(text);
            foreach (var message in records) lines.Add((Message)message);
        }
        else
        {
            var table = new RecordTable(text, format);
            foreach (var record in records) table.Add(record);
        }
        return text.ToString();
    }

    public static string Told(object record) => JsonSerializer.Serialize(record, record.GetType(), Options);

    /// <summary>10.50 and 10.5 are one amount.</summary>
    private sealed class Amount : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDecimal();
        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }
}
