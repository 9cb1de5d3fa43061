using System.IO.Compression;
using System.Security;
using System.Text;
using Heng.Engine.Records;
using Heng.Intake.Mapping;

namespace Heng.Intake.Tests;

/// <summary>A file written for one test and what reading it gives.</summary>
internal sealed class Given : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("heng-intake").FullName;

    static Given() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private Given(string name, byte[] bytes)
    {
        Path = System.IO.Path.Combine(folder, name);
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public static Given Text(string text, string name = "file.csv") => new(name, Encoding.UTF8.GetBytes(text));
    public static Given Gbk(string text, string name = "file.csv") => new(name, Encoding.GetEncoding("gb18030").GetBytes(text));
    public static Given Bytes(byte[] bytes, string name = "file.csv") => new(name, bytes);

    public static MessageMap Map(string yaml)
    {
        var reading = MessageMap.Read(yaml);
        return reading.Map ?? throw new InvalidOperationException(string.Join("; ", reading.Faults));
    }

    public IReadOnlyList<Row> Rows(IntakeOptions? options = null)
    {
        using var opening = IntakeFile.Open(Path, options);
        var opened = opening as Opened ?? throw new InvalidOperationException(((Refused)opening).Refusal.ToString() + string.Join(",", ((Refused)opening).Refusal.Details));
        return [.. opened.Rows()];
    }

    public IReadOnlyList<Message> Messages(IntakeOptions? options = null) => [.. Rows(options).Select(r => r.Reason is null ? r.Message : throw new InvalidOperationException(r.ToString()))];

    /// <summary>The records as an import takes them: rows that tell parts of one are one.</summary>
    public IReadOnlyList<T> Whole<T>(IntakeOptions? options = null)
    {
        using var opening = IntakeFile.Open(Path, options);
        var opened = Assert.IsType<Opened>(opening);
        return [.. opened.Format.Whole([.. opened.Rows().Select(r => r.Record ?? throw new InvalidOperationException(r.ToString()))]).Cast<T>()];
    }

    public T Only<T>(IntakeOptions? options = null) => (T)Assert.Single(Rows(options)).Record!;

    public string RefusalCode(IntakeOptions? options = null)
    {
        using var opening = IntakeFile.Open(Path, options);
        return Assert.IsType<Refused>(opening).Refusal.Code;
    }

    /// <summary>The smallest workbook that opens: inline texts and numbers on one sheet. A cell that starts with # is a number.</summary>
    public static byte[] Xlsx(params string[][] rows) => Sheet(string.Concat(rows.Select(Row)));

    private static byte[] Sheet(string rows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Add(zip, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            Add(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="数据信息" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Add(zip, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>""");
        }
        return bytes.ToArray();
    }

    /// <summary>A workbook of text cells with one more far away, such as XFD1048576.</summary>
    public static byte[] XlsxWithStray(string at, params string[][] rows) => Sheet(string.Concat(rows.Select(Row)) + $"""<row r="{at.TrimStart([.. Letters])}"><c r="{at}"><v>1</v></c></row>""");

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private static string Row(string[] cells, int row) => $"<row r=\"{row + 1}\">{string.Concat(cells.Select((cell, i) => Cell(cell, $"{(char)('A' + i)}{row + 1}")))}</row>";

    // #0.5 is a number, #%0.5 one that is shown as 50.00%.
    private static string Cell(string cell, string at) =>
        cell.StartsWith("#%", StringComparison.Ordinal) ? $"<c r=\"{at}\" s=\"1\"><v>{cell[2..]}</v></c>"
        : cell.StartsWith('#') ? $"<c r=\"{at}\"><v>{cell[1..]}</v></c>"
        : $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell)}</t></is></c>";

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name).Open());
        entry.Write(text);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
