using System.Buffers;
using System.Text;

namespace Heng.App.Features.Demo;

/// <summary>Writes one comma-separated file row by row. A cell is quoted only when it must be.</summary>
internal sealed class CsvFile : IDisposable
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");
    private readonly StreamWriter _writer;
    private readonly string _lineEnd;
    private bool _begun;

    public int Rows { get; private set; }

    private CsvFile(string path, Encoding encoding, string lineEnd, string header)
    {
        _writer = new StreamWriter(path, append: false, encoding, 1 << 16);
        _lineEnd = lineEnd;
        _writer.Write(header);
        _writer.Write(lineEnd);
    }

    /// <summary>UTF-8 with its mark, as spreadsheets in China need it.</summary>
    public static CsvFile Utf8(string path, string header) => new(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), "\n", header);

    /// <summary>GB18030 with Windows line ends, as the order list comes.</summary>
    public static CsvFile Gb18030(string path, string header) =>
        new(path, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!, "\r\n", header);

    public CsvFile Cell(string? text)
    {
        if (text.AsSpan().ContainsAny(NeedsQuotes)) Raw($"\"{text!.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
        else Raw(text);
        return this;
    }

    /// <summary>As it stands, for cells such as ="123" that real files leave unquoted.</summary>
    public CsvFile Raw(string? text)
    {
        if (_begun) _writer.Write(',');
        _begun = true;
        _writer.Write(text);
        return this;
    }

    public void EndRow()
    {
        _writer.Write(_lineEnd);
        _begun = false;
        Rows++;
    }

    public void Row(params ReadOnlySpan<string?> cells)
    {
        foreach (var cell in cells) Cell(cell);
        EndRow();
    }

    public void Dispose() => _writer.Dispose();
}
