using System.Globalization;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Importing;

/// <summary>Every import that may have changed records stands among the decisions, with the file's hash and its counts; then what it brought is witnessed.</summary>
internal static class ImportLog
{
    public const string Done = "import-done", Stopped = "import-stopped";

    public static void Note(Database database, IEnumerable<long> imports, Instant at, string by)
    {
        foreach (var file in imports.Select(database.Imports.Find).OfType<ImportFile>())
            database.Decisions.Append(at, file.By, file.State == ImportFile.Done ? Done : Stopped, $"import/{Number(file.Id)}", WhyOf(file));
        database.Witness.Take(at, by);
    }

    private static string WhyOf(ImportFile file)
    {
        var c = file.Counts;
        return $"{file.Format} {file.Name} {file.Sha256} {Number(c.Read)} = {Number(c.Accepted)} + {Number(c.Rejected)} + {Number(c.Duplicate)} + {Number(c.Dropped)}";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
