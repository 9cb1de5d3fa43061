using System.Text.Encodings.Web;
using System.Text.Json;

namespace Heng.Intake.Written;

/// <summary>A row of a file as the line of JSON that <see cref="SentLines"/> reads back to the same record.</summary>
public static class SentRecords
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="named">The event that the line is, where it goes among others; null for none.</param>
    public static string Line(Format format, object record, string? named)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            if (named is not null) json.WriteString("event", named);
            var cells = format.Writer!(record);
            for (var i = 0; i < cells.Length; i++)
                if (WrittenCells.Text(cells[i]) is { Length: > 0 } text) json.WriteString(format.Columns[i].Name, text);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
