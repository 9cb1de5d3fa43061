using System.Buffers.Text;
using Heng.Engine.Records;
using Heng.Intake.Bytes;
using Heng.Intake.Fields;
using static Heng.Intake.Generic.MessageColumns;

namespace Heng.Intake.Generic;

/// <summary>Reads messages from bytes: names and words are decoded once and remembered, the text once, nothing else is allocated.</summary>
internal sealed class MessageRows
{
    private readonly Cells cells;
    private readonly Remembered<string?> shops, accounts, buyers;
    private readonly Remembered<Sender?> senders;
    private readonly Remembered<MessageKind?> kinds;

    public MessageRows(Cells cells)
    {
        this.cells = cells;
        shops = new(bytes => Decoded(Shop, bytes));
        accounts = new(bytes => Nick(Account, bytes));
        buyers = new(bytes => Nick(Buyer, bytes));
        senders = new(bytes => Decoded(From, bytes) is { } word ? MessageWords.SenderOf(word) : null);
        kinds = new(bytes => Decoded(Kind, bytes) is { } word ? MessageWords.KindOf(word) : null);
    }

    public void Read(out Message message, out object? record)
    {
        record = null;
        message = default;
        var at = cells.Time(At, cells.Bytes(At), dateAlone: false);
        var shop = Known(Shop, shops, cells.Shop);
        var buyer = Known(Buyer, buyers, null);
        var account = Known(Account, accounts, null);
        var from = Word(From, senders);
        var kind = cells.Bytes(Kind).IsEmpty ? MessageKind.Text : Word(Kind, kinds);
        var to = cells.Bytes(To).IsEmpty ? null : Known(To, accounts, null);
        var text = Privacy.Masked(cells.Words(Text) ?? "");
        var id = Cells.Bared(cells.Bytes(Id)).IsEmpty ? null : cells.Id(Id);
        var sequence = Order();
        if (kind == MessageKind.Transfer && to is null) cells.Fail(Reasons.TransferWithoutTarget);
        if (cells.Failure is null) message = new(shop, buyer, account, at, from, kind, to, text, id, sequence);
    }

    private string Known(int column, Remembered<string?> names, string? unless)
    {
        var cell = cells.Bytes(column);
        var name = cell.IsEmpty ? "" : names.Of(cell);
        if (name is { Length: > 0 }) return cells.Held(column, name);
        if (name is null) cells.Fail(Reasons.Encoding(cells.NameOf(column)));
        else if (unless is null) cells.Fail(Reasons.Missing(cells.NameOf(column)));
        return unless ?? "";
    }

    private T Word<T>(int column, Remembered<T?> words) where T : struct
    {
        var cell = cells.Bytes(column);
        if (!cell.IsEmpty && words.Of(cell) is { } word) return word;
        cells.Fail(cell.IsEmpty ? Reasons.Missing(cells.NameOf(column)) : Reasons.Word(cells.NameOf(column)));
        return default;
    }

    /// <summary>The source's own number where it has one; else the line, which keeps the file's order within a second; 0 where the map says that lines mean nothing.</summary>
    private long Order()
    {
        var mapped = cells.Binding.Sequence;
        if (mapped < 0 && (!cells.LinesOrder || !cells.Binding.Slots[Sequence].IsBound || cells.Bytes(Sequence).IsEmpty)) return cells.LinesOrder ? cells.LinesFrom + cells.Line : 0;
        var cell = mapped < 0 ? cells.Bytes(Sequence) : cells.Source(mapped);
        if (Utf8Parser.TryParse(cell, out long number, out var used) && used == cell.Length) return number;
        cells.Fail(Reasons.Number("sequence"));
        return 0;
    }

    private string? Nick(int column, ReadOnlySpan<byte> bytes) => Decoded(column, bytes) is { } nick ? Nicks.Short(nick) : null;

    private string? Decoded(int column, ReadOnlySpan<byte> bytes) =>
        cells.Charset.Text(bytes) is { } text ? cells.Binding.Slots[column].Mapped(text) : null;
}
