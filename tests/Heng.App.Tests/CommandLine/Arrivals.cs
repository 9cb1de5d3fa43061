using Heng.App.CommandLine;
using Heng.App.Features.Demo;
using Heng.App.Tests.Store;
using Heng.Store;

namespace Heng.App.Tests.CommandLine;

/// <summary>One invented shop's files, imported in several ways; each way is done once, when first asked for.</summary>
public sealed class Arrivals : IDisposable
{
    public const string AtOnce = "at once", OnPostgres = "on PostgreSQL", Reversed = "in reverse order", Twice = "twice", InPieces = "in pieces, people last";
    private static readonly string[][] Questions =
    [
        [.. Metrics("agent")], [.. Metrics("group")], [.. Metrics("day")], [.. Metrics("hour")], [.. Metrics("all")],
        ["orders", "--month", "2026-10"],
        ["score", "--month", "2026-10", "--plan", "s2-office-regulation"],
        ["score", "--month", "2026-10", "--plan", "s10-cs-360"],
        ["pay", "--month", "2026-10", "--scheme", "s4-ksf"],
    ];

    private readonly string root = Directory.CreateTempSubdirectory("heng-arrivals-").FullName;
    private readonly DemoSummary files;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> answers = new(StringComparer.Ordinal);

    public Arrivals() => files = DemoFiles.Write(Path.Combine(root, "files"), new DemoOptions(new(2026, 10), Agents: DemoFixture.All ? 8 : 3, Months: 1));

    /// <summary>What each question is answered once the files have come in this way.</summary>
    public IReadOnlyDictionary<string, string> Answers(string way)
    {
        if (answers.TryGetValue(way, out var known)) return known;
        string[] place = ["--data", Directory.CreateDirectory(Path.Combine(root, $"{answers.Count}")).FullName];
        if (way == OnPostgres) place = [.. place, "--db", PostgresCluster.NewDatabase()];
        foreach (var some in Commands(way)) Import(some, place);
        return answers[way] = Questions.ToDictionary(q => string.Join(' ', q), q => Ran.Heng([.. q, .. place, "--format", "json"]).Done().Out, StringComparer.Ordinal);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string[] Metrics(string by) => ["metrics", "--month", "2026-10", "--metric", "all", "--by", by];

    /// <summary>The files of each `heng import`, one after another.</summary>
    private IEnumerable<IReadOnlyList<string>> Commands(string way)
    {
        var all = files.Files.Select(f => Path.Combine(files.Folder, f.Name)).ToList();
        return way switch
        {
            Reversed => all.AsEnumerable().Reverse().Select(f => (IReadOnlyList<string>)[f]),
            Twice => [all, all],
            InPieces => [.. Pieces(all).Select(f => (IReadOnlyList<string>)[f]), .. all.Where(IsPeople).Select(f => (IReadOnlyList<string>)[f])],
            _ => [all],
        };
    }

    private IEnumerable<string> Pieces(List<string> all)
    {
        var messages = all.Single(f => Path.GetFileName(f).StartsWith("messages-", StringComparison.Ordinal));
        var pieces = Enumerable.Range(0, 4).Select(i => Path.Combine(root, $"piece-{i}.csv")).ToArray();
        var lines = RowsOf(messages);
        Assert.Equal(files.Counts.Messages, lines.Count - 1);
        // Conversations go on from one piece into the next; the third overlaps the second by a hundred rows.
        for (var i = 0; i < 4; i++)
        {
            var (from, to) = (1 + i * (lines.Count - 1) / 4 - (i == 2 ? 100 : 0), 1 + (i + 1) * (lines.Count - 1) / 4);
            File.WriteAllLines(pieces[i], [lines[0], .. lines[from..to]]);
        }
        var others = all.Where(f => f != messages && !IsPeople(f)).ToList();
        return [pieces[2], .. others[..(others.Count / 2)], pieces[0], pieces[3], .. others[(others.Count / 2)..], pieces[1]];
    }

    /// <summary>The rows as they are written; a quoted text may go over several lines.</summary>
    private static List<string> RowsOf(string file)
    {
        var rows = new List<string>();
        var open = false;
        foreach (var line in File.ReadLines(file))
        {
            if (open) rows[^1] += "\n" + line;
            else rows.Add(line);
            open ^= line.Count(c => c == '"') % 2 == 1;
        }
        return rows;
    }

    private static bool IsPeople(string file) => Path.GetFileName(file) == "people.csv";

    private static void Import(IReadOnlyList<string> some, string[] place)
    {
        var ran = Ran.Heng(["import", .. some, "--shop", DemoFixture.ShopName, .. place, "--format", "json"]);
        // The list that was retyped by hand has rows to be rejected.
        Assert.True(ran.Code == (some.Any(f => Path.GetFileName(f) == "orders-by-hand.csv") ? Exit.BadInput : Exit.Done), ran.Err);
    }
}
