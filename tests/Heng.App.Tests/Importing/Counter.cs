using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Tests.Store;
using Heng.Store;

namespace Heng.App.Tests.Importing;

/// <summary>A data folder of one test's own and the command line in front of it, as a shop would use them, on either engine.</summary>
internal sealed class Counter : IDisposable
{
    public const string Shop = "小店";
    public const string Messages = "shop,buyer,account,at,from,kind,to,text,id\n";

    private readonly FreshDatabase? postgres;

    public Counter(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        Folder = Directory.CreateTempSubdirectory("heng-counter-").FullName;
        Data = Path.Combine(Folder, "data");
        if (engine == DatabaseEngine.Postgres) postgres = new(engine);
        Database = postgres?.Database ?? Migrated.In(Data);
    }

    /// <summary>Goes on where another stands that nobody writes to now.</summary>
    public Counter(Counter other)
    {
        Folder = Directory.CreateTempSubdirectory("heng-counter-").FullName;
        Data = Directory.CreateDirectory(Path.Combine(Folder, "data")).FullName;
        foreach (var file in Directory.GetFiles(other.Data)) System.IO.File.Copy(file, Path.Combine(Data, Path.GetFileName(file)));
        Database = Database.Open(DatabaseTarget.InFolder(Data));
    }

    public string Folder { get; }
    public string Data { get; }
    public Database Database { get; }

    /// <summary>How many rows each table has.</summary>
    public IReadOnlyDictionary<string, long> Rows => Database.Info().Rows;

    /// <summary>The same without the history of imports, where a refused file stands too.</summary>
    public IReadOnlyDictionary<string, long> Records => Rows.Where(r => r.Key is not ("import_file" or "rejected_row" or "decision" or "witness")).ToDictionary();

    public string File(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public string[] Arguments(params string[] arguments) =>
        [.. arguments, "--data", Data, .. postgres is null ? (string[])[] : ["--db", postgres.Target.ConnectionString]];

    public (int Code, string Out, string Error) Heng(params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = RootCommandLine.Run(Arguments(arguments), output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Imports one file; its counts balance, whatever became of it.</summary>
    public (int Code, JsonNode Report, string Error) Import(string path, params string[] options)
    {
        var (code, output, error) = Heng(["import", path, "--format", "json", .. options]);
        var report = JsonNode.Parse(output)!.AsArray().Single()!;
        long Of(string name) => report[name]!.GetValue<long>();
        Assert.Equal(Of("read"), Of("accepted") + Of("rejected") + Of("duplicate") + Of("dropped"));
        return (code, report, error);
    }

    public string Json(params string[] arguments)
    {
        var (code, output, error) = Heng([.. arguments, "--format", "json"]);
        Assert.True(code == Exit.Done, error);
        return output;
    }

    public static string Line(string at, string text = "在吗", string from = "buyer", string id = "", string buyer = "ann", string account = "小店:小雨") =>
        $"{Shop},{buyer},{account},{at},{from},,,{text},{id}\n";

    public void Dispose()
    {
        if (postgres is null) Database.Dispose();
        postgres?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

internal static class Reports
{
    /// <summary>Read, accepted, rejected, duplicate and dropped rows.</summary>
    public static (long Read, long Accepted, long Rejected, long Duplicate, long Dropped) Counts(this JsonNode report) => (
        report["read"]!.GetValue<long>(), report["accepted"]!.GetValue<long>(), report["rejected"]!.GetValue<long>(), report["duplicate"]!.GetValue<long>(), report["dropped"]!.GetValue<long>());

    public static string? Refused(this JsonNode report) => report["refused"]?["name"]!.GetValue<string>();
    public static IEnumerable<string> Notices(this JsonNode report) => report["notices"]?.AsArray().Select(n => n!["name"]!.GetValue<string>()) ?? [];
}
