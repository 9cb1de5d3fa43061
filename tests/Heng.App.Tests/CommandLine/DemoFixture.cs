using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.Store;

namespace Heng.App.Tests.CommandLine;

[CollectionDefinition(Name)]
public sealed class WholeDemo : ICollectionFixture<DemoFixture>
{
    public const string Name = "whole demo";
}

/// <summary>`heng demo` run once: a small shop, imported and closed. With HENG_TEST_ALL it has three months.</summary>
public sealed class DemoFixture : IDisposable
{
    public const string ShopName = "衡裳旗舰店", Month = "2026-10", From = "2026-10-01", To = "2026-10-31";
    public static readonly bool All = Environment.GetEnvironmentVariable("HENG_TEST_ALL") == "1";
    private readonly List<string> folders = [];
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly Lazy<string> imported;

    public DemoFixture()
    {
        Folder = NewFolder();
        var demo = Ran.Json(Folder, "demo", "--no-serve", "--agents", "6", "--months", All ? "3" : "1", "--until", Month).Done();
        foreach (var login in demo.Rows)
            if (login!["key"]?.GetValue<string>() is { } key) keys[login["account"]!.GetValue<string>()] = key;
        Logins = demo;
        imported = new(Import);
    }

    /// <summary>The data folder of the demo; its months are closed. Not to be changed by a test.</summary>
    public string Folder { get; }
    internal Ran Logins { get; }
    public string FilesFolder => Path.Combine(Folder, "demo-files");

    /// <summary>People first, as the demo imports them.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.GetFiles(FilesFolder).OrderBy(f => Path.GetFileName(f) != "people.csv").ThenBy(f => f, StringComparer.Ordinal)];

    /// <summary>The same files imported by `heng import`, nothing published or closed. Not to be changed by a test.</summary>
    public string Imported => imported.Value;

    internal Ran Json(params string[] arguments) => Ran.Json(Folder, arguments);

    /// <summary>What says on the command line that this user asks.</summary>
    public string[] As(string user, string? folder = null) => ["--as", user, "--key-file", KeyFile(folder ?? Folder, user, keys[user])];

    public static string KeyFile(string folder, string user, string key)
    {
        var file = Path.Combine(folder, $"{user}.key");
        File.WriteAllText(file, key + "\n");
        return file;
    }

    /// <summary>An own copy of the imported folder, with users whose key is their name.</summary>
    public string OpenMonth(params (string Name, Role Role, string? Person)[] users)
    {
        var folder = CopyOf(Imported);
        using var database = Database.Open(DatabaseTarget.InFolder(folder));
        var accounts = new Accounts(database, TimeProvider.System);
        foreach (var (name, role, person) in users)
            accounts.Add(name, role, person is null ? null : database.People.Roster.Find(person)!.Id, null, null, CommandContext.KeyHash(name));
        return folder;
    }

    public string CopyOf(string folder)
    {
        var copy = NewFolder();
        foreach (var file in Directory.GetFiles(folder, "heng.db*")) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    public string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("heng-cli-").FullName;
        folders.Add(folder);
        return folder;
    }

    public void Dispose()
    {
        foreach (var folder in folders) Directory.Delete(folder, recursive: true);
    }

    private string Import()
    {
        var folder = NewFolder();
        Assert.Equal(Exit.BadInput, Ran.Json(folder, ["import", .. Files, "--shop", ShopName]).Code);
        return folder;
    }
}
