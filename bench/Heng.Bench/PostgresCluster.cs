using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Heng.Bench;

/// <summary>A PostgreSQL cluster of the bench's own: made in a temporary folder, on a free port, stopped at the end. The server refuses to run as root, so root hands it to nobody.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private const string Settings =
        "-h 127.0.0.1 -c fsync=off -c shared_buffers=2GB -c work_mem=512MB -c maintenance_work_mem=1GB -c jit=off -c max_wal_size=8GB";
    private readonly string binaries, data;
    private readonly int port;

    private PostgresCluster(string binaries, string data, int port) => (this.binaries, this.data, this.port) = (binaries, data, port);

    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=bench;Database=postgres;Pooling=false");

    /// <summary>Null where PostgreSQL isn't installed.</summary>
    public static PostgresCluster? Start(TemporaryFolder folder)
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Where(v => File.Exists(Path.Combine(v, "bin", "initdb"))) : [];
        if (versions.OrderByDescending(v => v, StringComparer.Ordinal).FirstOrDefault() is not { } newest) return null;
        var cluster = new PostgresCluster(Path.Combine(newest, "bin"), folder.In("postgresql"), FreePort());
        cluster.Make();
        return cluster;
    }

    private void Make()
    {
        Directory.CreateDirectory(data);
        if (Environment.IsPrivilegedProcess)
        {
            Commands.Run("chmod", "711", Path.GetDirectoryName(data)!);
            Commands.Run("chown", "nobody", data);
        }
        Postgres("initdb", "-D", data, "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Postgres("pg_ctl", "-s", "-D", data, "-w", "-l", Path.Combine(data, "log"), "-o", string.Create(CultureInfo.InvariantCulture, $"-p {port} -k {data} {Settings}"), "start");
    }

    private void Postgres(string program, params string[] arguments)
    {
        var path = Path.Combine(binaries, program);
        if (Environment.IsPrivilegedProcess) Commands.Run("runuser", ["-u", "nobody", "--", path, .. arguments]);
        else Commands.Run(path, arguments);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose() => Postgres("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop");
}
