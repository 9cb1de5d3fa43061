using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>How values are written in columns and payloads. A payload's text is canonical: equal records give equal text, and so equal content hashes.</summary>
internal static class Stored
{
    public static readonly JsonSerializerOptions Json = new()
    {
        // Chat and names stay readable in the database; nothing here is ever put into a page unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // An unknown field that a later version adds stays out of old content hashes.
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new InstantText(), new MonthText(), new DecimalText() },
    };

    public static long Day(DateOnly day) => day.Year * 10_000L + day.Month * 100 + day.Day;
    public static long? Day(DateOnly? day) => day is { } known ? Day(known) : null;
    public static DateOnly Day(long day) => new((int)(day / 10_000), (int)(day / 100 % 100), (int)(day % 100));
    public static DateOnly? Day(long? day) => day is { } known ? Day(known) : null;
    public static long Month(Month month) => month.Year * 100L + month.Number;
    public static Month Month(long month) => new((int)(month / 100), (int)(month % 100));
    public static Instant? Instant(long? seconds) => seconds is { } known ? new Instant(known) : null;
    public static string Payload<T>(T record) => JsonSerializer.Serialize(record, Json);
    public static T Record<T>(string payload) => JsonSerializer.Deserialize<T>(payload, Json)!;
    public static long Signed(ulong hash) => unchecked((long)hash);
    public static ulong Unsigned(long hash) => unchecked((ulong)hash);

    /// <summary>Parts of a natural key in one text; the separator is in no name.</summary>
    public static string Key(params ReadOnlySpan<string> parts) => string.Join(Separator, parts);

    public const char Separator = '\u001F';

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class InstantText : JsonConverter<Instant>
    {
        public override Instant Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt64());
        public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) => writer.WriteNumberValue(value.UnixSeconds);
    }

    private sealed class MonthText : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => Engine.Records.Month.Parse(reader.GetString()!)!.Value;
        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class DecimalText : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => reader.GetDecimal();
        // Dividing by one with all its places drops trailing zeroes: 10.50 and 10.5 are the same content.
        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value / 1.0000000000000000000000000000m);
    }
}
