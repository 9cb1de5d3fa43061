using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heng.Engine.Records;
using Heng.Intake.Bytes;
using Heng.Intake.Fields;
using static Heng.Intake.Generic.MessageColumns;

namespace Heng.Intake.Written;

/// <summary>Writes messages as JSON Lines: texts stand as they are, for nothing there is taken for a formula.</summary>
public sealed class MessageLines(TextWriter file)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> line = new();

    /// <summary>Lines that are longer than a line may be that is read again.</summary>
    public int TooLong { get; private set; }

    public void Add(in Message message)
    {
        line.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(line, Plain))
        {
            json.WriteStartObject();
            Write(json, Shop, message.Shop);
            Write(json, Buyer, message.Buyer);
            Write(json, Account, message.Account);
            Write(json, At, WrittenCells.Text(message.At));
            Write(json, From, WrittenCells.Word(message.From));
            if (message.Kind != MessageKind.Text) Write(json, Kind, WrittenCells.Word(message.Kind));
            if (message.To is { } to) Write(json, To, to);
            Write(json, Text, message.Text);
            // Reading unwraps an id from what spreadsheets put around it.
            if (message.PlatformId is { } id) Write(json, Id, id[0] is '\'' or '=' ? FormulaGuard.On(id) : id);
            json.WriteNumber(All[Sequence].Name, message.Sequence);
            json.WriteEndObject();
        }
        if (line.WrittenCount >= ByteWindow.RowLimit) TooLong++;
        file.Write(Encoding.UTF8.GetString(line.WrittenSpan));
        file.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, int column, string value) => json.WriteString(All[column].Name, value);
}
