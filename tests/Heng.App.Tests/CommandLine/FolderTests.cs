using System.Net;
using System.Net.Sockets;
using Heng.App.CommandLine;

namespace Heng.App.Tests.CommandLine;

/// <summary>Which commands may begin a data folder, whom it is for, and where <c>serve</c> may listen.</summary>
public sealed class FolderTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private readonly string place = Directory.CreateTempSubdirectory("heng-folder-").FullName;

    private string Data => Path.Combine(place, "data");

    private string People
    {
        get
        {
            var file = Path.Combine(place, "people.csv");
            File.WriteAllText(file, "name,accounts,group,position,base_pay,from,to\nann,小店:小雨,一组,front-line,4000,2026-01-01,\n");
            return file;
        }
    }

    [Theory]
    [InlineData("metrics", "--month", "2026-10")]
    [InlineData("orders", "--month", "2026-10")]
    [InlineData("orders", "--order", "1")]
    [InlineData("score", "--month", "2026-10")]
    [InlineData("pay", "--month", "2026-10", "--scheme", "s4-ksf")]
    [InlineData("explain", "--month", "2026-10", "--agent", "ann")]
    [InlineData("people", "list")]
    [InlineData("plan", "list")]
    [InlineData("plan", "show", "s4-ksf")]
    [InlineData("close", "--month", "2026-10")]
    [InlineData("db", "info")]
    [InlineData("pull")]
    [InlineData("connect", "list")]
    public void A_mistyped_folder_is_told_and_not_made_by_what_only_reads(params string[] arguments)
    {
        var ran = Ran.Json(Data, arguments);
        Assert.Equal((Exit.WrongUsage, "data-missing", ""), (ran.Code, ran.Refusal, ran.Out));
        Assert.Contains(Data, ran.Err, StringComparison.Ordinal);
        Assert.Contains("heng import", ran.Err, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
        // A folder without a database is no data folder either, and stays as it is.
        Directory.CreateDirectory(Data);
        Assert.Equal("data-missing", Ran.Json(Data, arguments).Refusal);
        Assert.Empty(Directory.GetFileSystemEntries(Data));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("people", "import")]
    [InlineData("people", "account", "boss", "--role", "manager")]
    [InlineData("db", "migrate")]
    public void What_brings_something_begins_a_folder_for_its_owner_alone(params string[] arguments)
    {
        var ran = Ran.Json(Data, arguments[^1] == "import" ? [.. arguments, People] : arguments).Done();
        Assert.Equal("", ran.Err);
        Assert.Equal(Exit.Done, Ran.Json(Data, "db", "info").Code);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(Owner, File.GetUnixFileMode(Data));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Data, "heng.db")));
        foreach (var inner in Directory.GetDirectories(Data)) Assert.Equal(Owner, File.GetUnixFileMode(inner));
    }

    [Theory]
    [InlineData(Owner | UnixFileMode.GroupRead, true)]
    [InlineData(Owner | UnixFileMode.OtherExecute, true)]
    [InlineData(Owner, false)]
    public void A_folder_that_is_there_keeps_its_mode_and_one_that_is_open_is_told_of(UnixFileMode mode, bool told)
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(Data, mode);
        File.SetUnixFileMode(Data, mode);
        var ran = Ran.Json(Data, "import", People).Done();
        Assert.Equal(told ? "data-open" : "", ran.Refusal);
        Assert.Equal(mode, File.GetUnixFileMode(Data));
        Assert.Equal("", Ran.Json(Data, "people", "list").Done().Err); // said where something is brought in
    }

    [Theory]
    [InlineData("")]
    [InlineData("PORT")]
    [InlineData("127.0.0.1:PORT")]
    [InlineData("ftp://127.0.0.1:PORT")]
    [InlineData("http://127.0.0.1:65536")]
    [InlineData("http://127.0.0.1:number")]
    [InlineData("http://127.0.0.1:PORT/heng")]
    [InlineData("http://127.0.0.1:PORT;")]
    [InlineData("http://localhsot:PORT")] // a host's name would listen on every address of the machine
    public void What_is_no_address_to_listen_on_is_wrong_usage(string urls)
    {
        // The port is taken, so that an address let through by mistake is refused and nothing is served.
        using var taken = new TcpListener(IPAddress.Any, 0);
        taken.Start();
        var ran = Ran.Heng("serve", "--data", Data, "--urls", urls.Replace("PORT", $"{((IPEndPoint)taken.LocalEndpoint).Port}", StringComparison.Ordinal));
        Assert.Equal((Exit.WrongUsage, "url-unreadable"), (ran.Code, ran.Refusal));
    }

    [Fact]
    public void An_address_that_is_taken_or_not_this_machines_is_refused()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        foreach (var urls in new[] { $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}", "http://203.0.113.9:5080" })
        {
            var ran = Ran.Heng("serve", "--data", Data, "--urls", urls);
            Assert.Equal((Exit.Refused, "address-taken"), (ran.Code, ran.Refusal));
        }
    }

    public void Dispose() => Directory.Delete(place, recursive: true);
}
