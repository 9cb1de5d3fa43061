using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Heng.Store;

/// <summary>How much of a commit survives a power cut. A killed process loses nothing either way.</summary>
public enum Durability { Bulk, Full }

public sealed record DatabaseInfo(DatabaseEngine Engine, string Version, int Schema, long Bytes, IReadOnlyDictionary<string, long> Rows);

/// <summary>The one way to the kept records, on SQLite or PostgreSQL. Hands out a writer for each table; safe to share between threads.</summary>
public sealed class Database : IDisposable
{
    /// <summary>Whoever waited so long asks the file itself, and is told that it is busy.</summary>
    private static readonly TimeSpan WaitsForTurn = TimeSpan.FromSeconds(30);
    private readonly NpgsqlDataSource? postgres;
    private readonly Lock writing = new();

    private Database(DatabaseTarget target)
    {
        Target = target;
        Dialect = new(target.Engine);
        if (target.Engine == DatabaseEngine.Postgres) postgres = NpgsqlDataSource.Create(target.ConnectionString);
        Shops = new(this);
        RuleSets = new(this);
        Names = new(this);
        People = new(this);
        Days = new(this);
        Facts = new(this);
        Ledger = new(this);
        Imports = new(this);
    }

    public DatabaseTarget Target { get; }
    public DatabaseEngine Engine => Target.Engine;
    internal Dialect Dialect { get; }

    public Shops Shops { get; }
    public RuleSets RuleSets { get; }
    public Names Names { get; }
    public People People { get; }
    public Days Days { get; }
    public Facts Facts { get; }
    public Ledger Ledger { get; }
    public Imports Imports { get; }
    public Orders Orders => new(this);
    public Ratings Ratings => new(this);
    public Reviews Reviews => new(this);
    public Entries Entries => new(this);
    public Attendances Attendances => new(this);
    public Adjustments Adjustments => new(this);
    public KeptRecords<T> Records<T>(RecordKind<T> kind) where T : class => new(this, kind);
    public Matters<T> Matters<T>(MatterKind<T> kind) where T : Heng.Engine.Records.MatterStep => new(this, kind);
    public EvidenceRecords Evidence => new(this);
    public Coverage Coverage => new(this);
    public Findings Findings => new(this);
    public IngestLog Ingest => new(this);
    public Plans Plans => new(this);
    public PlanDrafts PlanDrafts => new(this);
    public IndicatorChoices IndicatorChoices => new(this);
    public GuardRecords Guard => new(this);
    public PoolClaimRecords PoolClaims => new(this);
    public FundRecords Funds => new(this);
    public AppraisalRecords Appraisals => new(this);
    public ScoreDrafts ScoreDrafts => new(this);
    public AppealRecords Appeals => new(this);
    public MeasureRecords Measures => new(this);
    public InterviewRecords Interviews => new(this);
    public SurveyAnswers SurveyAnswers => new(this);
    public CustomMetrics CustomMetrics => new(this);
    public ClosedMonths ClosedMonths => new(this);
    public ClosedInputs ClosedInputs => new(this);
    public ClosedSlips ClosedSlips => new(this);
    public Decisions Decisions => new(this);
    public Users Users => new(this);
    public Invitations Invitations => new(this);
    public SignInSessions SignInSessions => new(this);
    public Notices Notices => new(this);
    public Warned Warned => new(this);
    public Audit.Witness Witness => new(this);
    public NoticeSettings NoticeSettings => new(this);
    public NoticeRobots NoticeRobots => new(this);
    public NoticeMessages NoticeMessages => new(this);
    public MailRecords Mail => new(this);
    public SecondFactors SecondFactors => new(this);
    public Connectors Connectors => new(this);
    public ApiKeys ApiKeys => new(this);
    public Webhooks Webhooks => new(this);
    public WebhookDeliveries WebhookDeliveries => new(this);
    public CalendarLinks CalendarLinks => new(this);

    /// <summary>Does not touch the disk or the network yet, save for making the data folder and an empty file in it that only its owner reads.</summary>
    public static Database Open(DatabaseTarget target)
    {
        if (target.Folder is { } folder)
        {
            DataFolder.Make(folder);
            // Only while there is none: closing any handle of a database's file drops the locks that this process holds on it.
            if (!target.Exists) DataFolder.Write(DatabaseTarget.FileIn(folder), FileMode.Append).Dispose();
        }
        return new(target);
    }

    /// <summary>Brings the schema up to date; returns the names of the migrations that ran.</summary>
    public IReadOnlyList<string> Migrate() => Migrations.Run(this);

    /// <summary>Answers, and has every migration that this program knows.</summary>
    public bool IsCurrent()
    {
        using var connection = Connect();
        return Migrations.SchemaOf(connection) >= Migrations.Newest;
    }

    public DatabaseInfo Info()
    {
        using var connection = Connect(Durability.Bulk);
        var (version, bytes) = Engine == DatabaseEngine.Sqlite
            ? (connection.ExecuteScalar<string>("SELECT sqlite_version()")!,
                connection.ExecuteScalar<long>("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"))
            : (connection.ExecuteScalar<string>("SHOW server_version")!, connection.ExecuteScalar<long>("SELECT pg_database_size(current_database())"));
        var rows = Migrations.Tables.ToDictionary(t => t, t => connection.ExecuteScalar<long>($"SELECT COUNT(*) FROM {t}"), StringComparer.Ordinal);
        return new(Engine, version, Migrations.SchemaOf(connection), bytes, rows);
    }

    /// <summary>An open connection; the caller disposes it. Queries of pages may use it directly.</summary>
    public DbConnection Connect(Durability durability = Durability.Bulk)
    {
        if (postgres is not null)
        {
            var opened = postgres.OpenConnection();
            if (durability == Durability.Bulk) opened.Execute("SET synchronous_commit TO off");
            else opened.Execute("SET synchronous_commit TO on");
            return opened;
        }
        var connection = new SqliteConnection(Target.ConnectionString);
        connection.Open();
        connection.Execute($"""
            PRAGMA busy_timeout = 30000; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA mmap_size = 268435456;
            PRAGMA synchronous = {(durability == Durability.Full ? "FULL" : "NORMAL")};
            """);
        return connection;
    }

    internal T Read<T>(Func<DbConnection, T> query)
    {
        using var connection = Connect();
        return query(connection);
    }

    /// <summary>Several reads of one state: what another commits in between is in none of them.</summary>
    internal T Snapshot<T>(Func<DbConnection, T> query)
    {
        using var connection = Connect();
        using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        return query(connection);
    }

    /// <summary>
    /// Runs the work in one transaction; SQLite takes its write lock at once, so that what is read inside stays true. Writers of this process wait for one another here, where the next is
    /// woken at once: the file's own lock is asked for again and again, ever more rarely.
    /// </summary>
    internal T Write<T>(Durability durability, Func<Transaction, T> work)
    {
        var turn = Engine == DatabaseEngine.Sqlite && writing.TryEnter(WaitsForTurn);
        try
        {
            using var connection = Connect(durability);
            using var transaction = connection.BeginTransaction();
            var result = work(new(connection, transaction, Dialect));
            transaction.Commit();
            return result;
        }
        finally
        {
            if (turn) writing.Exit();
        }
    }

    internal void Write(Durability durability, Action<Transaction> work) => Write(durability, t =>
    {
        work(t);
        return 0;
    });

    public void Dispose()
    {
        postgres?.Dispose();
        if (Engine != DatabaseEngine.Sqlite) return;
        using var pooled = new SqliteConnection(Target.ConnectionString);
        SqliteConnection.ClearPool(pooled);
    }
}
