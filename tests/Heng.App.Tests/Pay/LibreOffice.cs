using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ExcelDataReader;

namespace Heng.App.Tests.Pay;

/// <summary>Workbooks calculated by LibreOffice: it gets the formulas alone, without what Heng says they come to.</summary>
internal static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The first sheet of each workbook as LibreOffice has it, in their order.</summary>
    public static IReadOnlyList<object?[][]> Calculated(IReadOnlyList<byte[]> books)
    {
        var folder = Directory.CreateTempSubdirectory("heng-office-").FullName;
        try
        {
            var files = books.Select((_, i) => Path.Combine(folder, $"book-{i}.xlsx")).ToArray();
            foreach (var (file, book) in files.Zip(books)) File.WriteAllBytes(file, FormulasAlone(book));
            Convert(folder, files);
            return [.. files.Select(f => FirstSheet(File.ReadAllBytes(Path.Combine(folder, "out", Path.GetFileName(f)))))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static object?[][] FirstSheet(byte[] book)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(book));
        var rows = new List<object?[]>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return [.. rows];
    }

    private static void Convert(string folder, string[] files)
    {
        // A profile of its own: beside another LibreOffice of the same user it would only pass the files on.
        var start = new ProcessStartInfo("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", $"{folder}/out", .. files])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var office = Process.Start(start)!;
        var said = Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
        if (!office.WaitForExit(Patience)) office.Kill(entireProcessTree: true);
        Assert.True(office.HasExited && office.ExitCode == 0, string.Join('\n', said.Result));
    }

    private static byte[] FormulasAlone(byte[] book)
    {
        using var bytes = new MemoryStream();
        bytes.Write(book);
        using (var file = SpreadsheetDocument.Open(bytes, isEditable: true))
            foreach (var cell in file.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).Where(c => c.CellFormula is not null)) cell.CellValue = null;
        return bytes.ToArray();
    }
}
