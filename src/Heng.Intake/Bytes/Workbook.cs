using System.IO.Compression;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Heng.Intake.Bytes;

/// <summary>
/// Opens an xlsx or xls file. The whole sheet is read once before a row is given out, because damage inside a workbook shows only when its bytes are unpacked,
/// and a damaged file must change nothing. Sheets end at a million rows, so this is cheap.
/// </summary>
internal static class Workbook
{
    private const long MostBytes = 1L << 30;
    /// <summary>The table of shared texts is the one part that the reader holds in memory.</summary>
    private const long MostSharedBytes = 1L << 27;

    public static Refusal? Check(string path)
    {
        try
        {
            if (IsTooLarge(path)) return Refusals.SheetTooLarge(MostBytes);
            using var rows = Rows(File.OpenRead(path));
            var some = new byte[1 << 16];
            while (rows.Read(some, 0, some.Length) > 0) { }
            return null;
        }
        catch (InvalidPasswordException)
        {
            return Refusals.SheetLocked;
        }
        catch (SheetTooWideException)
        {
            return Refusals.SheetTooWide;
        }
        // The reader meets hostile bytes with any exception there is; all of them mean the same to the one who sent the file.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Refusals.SheetDamaged;
        }
    }

    public static Stream Rows(Stream file) => new SheetStream(Open(file));

    private static IExcelDataReader Open(Stream file)
    {
        _ = Charset.Gb18030; // registers the code pages that old workbooks name
        var sheet = ExcelReaderFactory.CreateReader(file);
        while (sheet.FieldCount == 0 || sheet.RowCount == 0)
        {
            if (!sheet.NextResult())
            {
                sheet.Reset();
                return sheet;
            }
        }
        return sheet;
    }

    private static bool IsTooLarge(string path)
    {
        using var file = File.OpenRead(path);
        if (file.ReadByte() != 'P') return false;
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return zip.Entries.Sum(e => e.Length) > MostBytes
            || zip.Entries.Any(e => e.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) && e.Length > MostSharedBytes);
    }
}
