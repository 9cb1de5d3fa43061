using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Npgsql;

namespace Heng.App.Tests.Store;

/// <summary>
/// A PostgreSQL cluster of this test run's own, in a temporary folder on a free loopback port, started when first asked for.
/// Its keeper is a shell that waits on our end of a pipe: however this process ends, the pipe closes, and the keeper stops the cluster and removes it.
/// </summary>
internal static class PostgresCluster
{
    private static readonly Lazy<string> Started = new(Start);
    private static readonly Lock Creating = new();
    private static Process? keeper;
    private static int databases;

    private const string Keeper = """
        set -e
        dir=$(mktemp -d /tmp/heng-postgres-XXXXXX)
        trap '"$1/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null 2>&1; rm -rf "$dir"' EXIT
        "$1/initdb" -D "$dir/data" -U heng -A trust -E UTF8 --locale=C --no-sync >/dev/null
        "$1/pg_ctl" -D "$dir/data" -l "$dir/log" -w -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c fsync=off -c max_connections=200" start >/dev/null || { cat "$dir/log"; exit 1; }
        echo ready
        read -r end || true
        """;

    /// <summary>A connection string to a new database: empty, or a copy of the one named.</summary>
    public static string NewDatabase(string like = "template1")
    {
        var server = Started.Value;
        lock (Creating)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"t{++databases}");
            using var connection = new NpgsqlConnection(server + ";Database=postgres");
            connection.Open();
            connection.Execute($"CREATE DATABASE {name} TEMPLATE {like}");
            return $"{server};Database={name};Maximum Pool Size=5";
        }
    }

    private static string Start()
    {
        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (binaries is null) throw new InvalidOperationException("PostgreSQL is not installed, and these tests run on it too: ./test installs it, or: apt-get install postgresql");
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        // PostgreSQL refuses to run as root.
        string[] line = Environment.UserName == "root"
            ? ["runuser", "-u", "postgres", "--", "sh", "-c", Keeper, "keeper", binaries, port]
            : ["sh", "-c", Keeper, "keeper", binaries, port];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/tmp" };
        keeper = Process.Start(start)!;
        var said = keeper.StandardOutput.ReadLine();
        return said == "ready"
            ? $"Host=127.0.0.1;Port={port};Username=heng;Include Error Detail=true"
            : throw new InvalidOperationException("PostgreSQL did not start: " + said + keeper.StandardOutput.ReadToEnd());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
