using System.CommandLine;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Heng.App.Features.Board;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary>What a command works with: the opened database, who asks, and where the answer goes.</summary>
public sealed class CommandContext : IDisposable
{
    private readonly TextWriter complaints;
    private bool told;
    private bool borrowed;

    private CommandContext(Database database, string folder, Output output, TextWriter complaints, Viewer viewer, Instant? asOf, string? shop) =>
        (Database, Folder, Output, this.complaints, Viewer, AsOf, ShopName) = (database, folder, output, complaints, viewer, asOf, shop);

    public Database Database { get; }
    public string Folder { get; }
    public Output Output { get; }
    public Viewer Viewer { get; }
    public Instant? AsOf { get; }
    public string? ShopName { get; }

    /// <summary>The months that the pages keep; null where a command runs alone.</summary>
    public BookCache? Books { get; private init; }

    /// <summary>Today's board of the server that is asked; null where a command runs alone.</summary>
    public BoardQuery? Board { get; private init; }

    public TimeProvider Time { get; private init; } = TimeProvider.System;

    public Instant Now => new(Time.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>A month beside what it was closed with: the one that pages keep, where all of it is asked for.</summary>
    public KeptMonth MonthOf(Month of) => this is { Books: { } books, ShopName: null, AsOf: null } ? books.Of(of) : KeptMonth.Of(Database, MonthBook.Load(Database, of, Shops, AsOf));

    /// <summary>The shops asked for; a name that nobody knows is a usage error.</summary>
    public IReadOnlyList<Shop> Shops => ShopName is null
        ? Database.Shops.All
        : [Database.Shops.Find(ShopName) ?? throw CommandStoppedException.Usage("shop-unknown", $"没有店铺“{ShopName}”", $"There is no shop '{ShopName}'")];

    /// <param name="makes">Whether the command may begin a data folder that is not there.</param>
    public static CommandContext Open(ParseResult parsed, GlobalOptions options, bool makes)
    {
        if (options.Over is { } over)
        {
            return new(over.Database, over.Folder, new Output(parsed.InvocationConfiguration.Output, OutputFormat.Json), TextWriter.Null, over.Viewer, AsOfIn(parsed, options), parsed.GetValue(options.Shop)) { borrowed = true, Books = over.Books, Board = over.Board, Time = over.Time };
        }
        var folder = Path.GetFullPath(parsed.GetValue(options.Data)!);
        var target = parsed.GetValue(options.Db) is { } connection ? DatabaseTarget.Postgres(connection) : DatabaseTarget.InFolder(folder);
        if (!makes && !target.Exists)
            throw CommandStoppedException.Usage("data-missing",
                $"{folder} 里没有数据：用 --data 指明数据目录，或用 heng demo、heng import 文件 新建", $"There is no data in {folder}: name its folder with --data, or begin with heng demo or heng import FILE");
        var database = Reached(target);
        var viewer = ViewerOf(database, parsed.GetValue(options.As)!, parsed.GetValue(options.KeyFile));
        return new(database, folder, new Output(parsed.InvocationConfiguration.Output, parsed.GetValue(options.Format)), parsed.InvocationConfiguration.Error, viewer, AsOfIn(parsed, options), parsed.GetValue(options.Shop));
    }

    private static Instant? AsOfIn(ParseResult parsed, GlobalOptions options) => parsed.GetValue(options.AsOf) is { } text ? Read.Instant(text) : null;

    /// <summary>Null where no data is there yet, for what can be looked at without any.</summary>
    public static CommandContext? OpenIfThere(ParseResult parsed, GlobalOptions options)
    {
        var target = parsed.GetValue(options.Db) is { } connection ? DatabaseTarget.Postgres(connection) : DatabaseTarget.InFolder(Path.GetFullPath(parsed.GetValue(options.Data)!));
        return target.Exists ? Open(parsed, options, makes: false) : null;
    }

    private static Database Reached(DatabaseTarget target)
    {
        try
        {
            var database = Database.Open(target);
            database.Migrate();
            return database;
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CommandStoppedException.Refused(new("database-unreachable", new Wording($"打不开数据库：{e.Message}", $"The database can't be opened: {e.Message}")));
        }
    }

    /// <summary>The user behind --as and its key; the operator needs none.</summary>
    public static Viewer ViewerOf(Database database, string name, FileInfo? keyFile)
    {
        if (name == Operator.Name) return new(name, Role.Operator, null, null);
        if (keyFile is { Exists: false }) throw CommandStoppedException.Usage("key-file-missing", $"找不到密钥文件 {keyFile.Name}", $"There is no key file {keyFile.Name}");
        var key = keyFile is not null ? File.ReadAllText(keyFile.FullName).Trim() : Environment.GetEnvironmentVariable("HENG_KEY");
        if (string.IsNullOrEmpty(key)) throw CommandStoppedException.Refused(new("key-missing", new Wording("--as 需要该用户的密钥（HENG_KEY 或 --key-file）", "--as needs the user's key (HENG_KEY or --key-file)")));
        var user = database.Users.ByKeyHash(KeyHash(key));
        if (user is null || user.Name != name || user.Disabled) throw CommandStoppedException.Refused(new("key-wrong", new Wording("用户与密钥不符", "The key is not this user's")));
        return Viewers.Of(database, user);
    }

    public static string KeyHash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public void Require(bool allowed, string zh, string en)
    {
        if (!allowed) throw CommandStoppedException.Refused(new("role-may-not", new Wording(zh, en)));
    }

    /// <summary>What a reader must know beside the answer, which stays as it is.</summary>
    public void Tell(IEnumerable<Wording> notes)
    {
        foreach (var note in notes) complaints.WriteLine($"note: {note.En} / {note.Zh}");
    }

    /// <summary>A folder that was there before keeps its mode; that others can look into it is said, once.</summary>
    public void TellOfOpenFolder()
    {
        if (told || DataFolder.OpenTo(Folder) is not { } mode) return;
        told = true;
        complaints.WriteLine($"data-open: Others on this machine can look into {Folder} (mode {mode}); chmod 700 closes it / 本机其他用户能查看 {Folder}（权限 {mode}）；用 chmod 700 关上");
    }

    public void Dispose()
    {
        if (!borrowed) Database.Dispose();
    }
}
