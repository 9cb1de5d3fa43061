using Heng.Intake.Fields;

namespace Heng.Intake;

/// <summary>How a file is laid out: its format, its columns, and for a table its delimiter, the records up to the header's end and the header itself.</summary>
internal sealed record Layout(Format Format, Binding Binding, byte Delimiter, int RecordsAbove, byte[] HeaderBytes, IReadOnlyList<string> Names)
{
    /// <summary>Who is who in a chat text; null of every other file.</summary>
    public Chats.Parties? Parties { get; init; }

    /// <summary>The cells that stand above the header.</summary>
    public IReadOnlyList<string> Banner { get; init; } = [];

    /// <summary>How many cells a row needs: blank names at the header's end are no columns.</summary>
    public int Width { get; } = WidthOf(Binding.Header);

    private static int WidthOf(IReadOnlyList<string> header)
    {
        var width = header.Count;
        while (width > 0 && header[width - 1].Length == 0) width--;
        return width;
    }
}
