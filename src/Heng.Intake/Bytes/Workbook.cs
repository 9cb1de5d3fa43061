using System.IO.Compression;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Heng.Intake.Bytes;

/// <summary>
/// Opens an xlsx or xls file. The whole sheet is read once before a row is given out, because damage inside a workbook shows only when its bytes are unpacked,
/// and a damaged file must change nothing. Sheets end at a million rows, so this is cheap; what unpacks to more than <see cref="MostBytes"/> is refused.
/// </summary>
internal static class Workbook
{
    public const long MostBytes = 1L << 30;

    public static Refusal? Check(string path)
    {
        try
        {
            if (Unpacked(path) > MostBytes) return Refusals.SheetTooLarge(MostBytes);
            using var sheet = Open(File.OpenRead(path));
            while (sheet.Read()) { }
            return null;
        }
        catch (InvalidPasswordException)
        {
            return Refusals.SheetLocked;
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

    private static long Unpacked(string path)
    {
        using var file = File.OpenRead(path);
        if (file.ReadByte() != 'P') return 0;
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        return zip.Entries.Sum(e => e.Length);
    }
}
