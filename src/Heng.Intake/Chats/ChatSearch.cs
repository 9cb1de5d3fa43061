using Heng.Intake.Fields;

namespace Heng.Intake.Chats;

/// <summary>Recognises a chat text by its blocks, and reads it once to tell the two sides apart.</summary>
internal sealed class ChatSearch(TextFile file, IntakeOptions options, string? shop)
{
    private const int Looked = 1000;

    /// <summary>Neither where it is no chat.</summary>
    public (Layout? Layout, Refusal? Refusal) Find()
    {
        var best = (Format: default(Format), Messages: 0);
        foreach (var format in Formats.All.Where(f => f.Shape == Shape.Conversation && (options.Kind is null || f.Id == options.Kind)))
        {
            var messages = Look(format);
            if (messages > best.Messages) best = (format, messages);
        }
        return best.Format is null ? default : Told(best.Format);
    }

    private int Look(Format format)
    {
        using var records = format.Chat!(file.Window(), file.Charset, new(options, shop));
        var messages = 0;
        for (var i = 0; i < Looked && records.Next(); i++)
        {
            if (records.Written is not null) messages++;
        }
        return messages;
    }

    private (Layout? Layout, Refusal? Refusal) Told(Format format)
    {
        var parties = new Parties(options, shop);
        using (var records = format.Chat!(file.Window(), file.Charset, parties))
        {
            while (records.Next())
            {
                if (records.Written is { } written) parties.See(written.Nick, written.Other, written.Day);
            }
        }
        if (parties.Unclear() is { } refusal) return (null, refusal);
        var binding = Binding.Of(format, ChatRecords.Names, null, file.Charset);
        return (new(format, binding, 0, 0, [], ChatRecords.Names) { Parties = parties }, null);
    }
}
