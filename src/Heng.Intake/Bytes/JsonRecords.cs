using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Heng.Intake.Bytes;

/// <summary>Rows of a JSON Lines file: one object a line, its fields found by name. Fields nobody asked for are passed over; of equal names the last counts.</summary>
internal sealed class JsonRecords : Records
{
    private readonly byte[][] names;
    private readonly Charset charset;
    private readonly int[] starts, lengths;
    private byte[] scratch = new byte[4096];
    private int used;

    public JsonRecords(ByteWindow window, IReadOnlyList<string> names, Charset charset) : base(window)
    {
        this.names = [.. names.Select(Encoding.UTF8.GetBytes)];
        this.charset = charset;
        starts = new int[names.Count];
        lengths = new int[names.Count];
    }

    public override ReadOnlySpan<byte> Field(int index) => (uint)index < (uint)Count ? scratch.AsSpan(starts[index], lengths[index]) : default;

    protected override (int Length, int Lines) Scan(ReadOnlySpan<byte> rest, bool final)
    {
        var stop = rest.IndexOf(Window.LineEnd);
        if (stop < 0 && !final) return (0, 0);
        var line = stop < 0 ? rest : rest[..stop];
        if (!line.Trim(" \t\r"u8).IsEmpty) Read(line);
        return (stop < 0 ? rest.Length : stop + 1, 1);
    }

    private void Read(ReadOnlySpan<byte> line)
    {
        if (!ReferenceEquals(charset, Charset.Utf8) && charset.Text(line) is { } text) line = Encoding.UTF8.GetBytes(text);
        if (!Utf8.IsValid(line))
        {
            Reject(Reasons.EncodingBroken);
            return;
        }
        if (scratch.Length < line.Length * 2) scratch = new byte[line.Length * 2];
        Array.Clear(lengths);
        used = 0;
        Count = names.Length;
        try
        {
            if (!ReadObject(line)) Reject(Reasons.JsonUnreadable);
        }
        // The reader throws the second for a lone surrogate in an escape.
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            Reject(Reasons.JsonUnreadable);
        }
    }

    private bool ReadObject(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var slot = SlotOf(ref json);
            json.Read();
            if (slot < 0) json.Skip();
            else if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) return false;
            else Keep(slot, ref json);
        }
        // Reading on to the end finds garbage after the object.
        return json.TokenType == JsonTokenType.EndObject && !json.Read();
    }

    private int SlotOf(ref Utf8JsonReader json)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (json.ValueTextEquals(names[i])) return i;
        }
        return -1;
    }

    private void Keep(int slot, ref Utf8JsonReader json)
    {
        var from = used;
        if (json.TokenType == JsonTokenType.String)
        {
            if (scratch.Length - used < json.ValueSpan.Length) Array.Resize(ref scratch, scratch.Length * 2);
            used += json.CopyString(scratch.AsSpan(used));
        }
        else if (json.TokenType != JsonTokenType.Null)
        {
            json.ValueSpan.CopyTo(scratch.AsSpan(used));
            used += json.ValueSpan.Length;
        }
        (starts[slot], lengths[slot]) = (from, used - from);
    }
}
