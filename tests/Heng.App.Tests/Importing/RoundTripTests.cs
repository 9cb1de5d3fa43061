using Heng.App.CommandLine;
using Heng.App.Features.Exports;
using Heng.App.Features.People;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Tests.Importing;

/// <summary>Whatever Heng exports it imports: into the same shop it brings nothing new, into an empty folder the same bytes.</summary>
public sealed class RoundTripTests(ExportedShop shop) : IClassFixture<ExportedShop>
{
    public static TheoryData<string> Kinds => [.. RecordExport.All.Select(k => k.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_row_that_is_exported_is_a_duplicate_where_it_came_from(string kind)
    {
        var (read, _, _, duplicate, _) = shop.Again[kind];
        Assert.Equal((read, true), (duplicate, read > 0));
    }

    [Fact]
    public void Nothing_changes_where_it_came_from() => Assert.Equal(shop.Same.Before, shop.Same.After);

    [Theory, MemberData(nameof(Store.Engines.Both), MemberType = typeof(Store.Engines))]
    public void An_empty_folder_becomes_the_same(DatabaseEngine engine)
    {
        using var fresh = new Counter(engine);
        ExportedShop.Import(fresh, [.. shop.Files]);
        Assert.Equal(KeptRows.Of(shop.Counter.Database), KeptRows.Of(fresh.Database));
        Assert.Equal(ExportedShop.Answers(shop.Counter), ExportedShop.Answers(fresh));

        var again = Path.Combine(fresh.Folder, "again");
        ExportedShop.Export(fresh, again);
        Assert.All(shop.Files, file => Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(again, Path.GetFileName(file)))));
    }

    /// <summary>Rows in any order, in two files that overlap, some files twice, files in any order: what is kept is the same as of one import.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Order_overlap_splitting_and_repetition_make_no_difference_over_all_kinds_together(int seed)
    {
        var random = new Random(seed);
        using var fresh = new Counter();
        var pieces = shop.Files.SelectMany(file => Pieces(fresh, file, random)).ToArray();
        random.Shuffle(pieces);
        foreach (var some in pieces.Chunk(1 + pieces.Length / 3)) ExportedShop.Import(fresh, [.. some, some[random.Next(some.Length)]]);
        Assert.Equal(KeptRows.Of(shop.Counter.Database), KeptRows.Of(fresh.Database));
        Assert.Equal(ExportedShop.Answers(shop.Counter), ExportedShop.Answers(fresh));
    }

    private static IEnumerable<string> Pieces(Counter counter, string file, Random random)
    {
        var table = file.EndsWith(".csv", StringComparison.Ordinal);
        var rows = Rows(File.ReadAllText(file));
        var (header, body) = table ? (rows[0], rows[1..]) : ("", rows.ToArray());
        random.Shuffle(body);
        var (cut, overlap) = (random.Next(1, body.Length), random.Next(3));
        yield return counter.File("a-" + Path.GetFileName(file), header + string.Concat(body[..cut]));
        yield return counter.File("b-" + Path.GetFileName(file), header + string.Concat(body[Math.Max(0, cut - overlap)..]));
    }

    /// <summary>A line end inside quotes ends no row.</summary>
    private static string[] Rows(string text)
    {
        var rows = new List<string>();
        var open = false;
        foreach (var line in text.Split('\n')[..^1])
        {
            if (open) rows[^1] += line + "\n";
            else rows.Add(line + "\n");
            if (!line.StartsWith('{')) open ^= line.Count(c => c == '"') % 2 == 1;
        }
        return [.. rows];
    }

    [Fact]
    public void Only_what_is_asked_for_is_written()
    {
        var counter = shop.Counter;
        Assert.Equal(["2026-10-03", "2026-10-04"], Column(counter.Heng("export", "training", "--from", "2026-10-03", "--to", "2026-10-04").Out, 0));
        Assert.Empty(Column(counter.Heng("export", "training", "--month", "2026-09").Out, 0));
        // What is a shop's is that shop's alone; the company's calls have none.
        Assert.Equal(8, Column(counter.Heng("export", "calls").Out, 0).Count);
        Assert.All(Column(counter.Heng("export", "calls", "--shop", "小店").Out, 0), cell => Assert.Equal("小店", cell));
        Assert.Equal(8, Column(counter.Heng("export", "training", "--shop", "小店").Out, 0).Count);
    }

    private static List<string> Column(string csv, int at) => [.. Rows(csv).Skip(1).Select(line => line.Split(',')[at])];

    [Theory]
    [InlineData("value-unknown", "export", "everything")]
    [InlineData("out-missing", "export", "all")]
    [InlineData("period-missing", "export", "calls", "--month", "2026-10", "--from", "2026-10-01")]
    [InlineData("period-missing", "export", "calls", "--from", "2026-10-02", "--to", "2026-10-01")]
    [InlineData("shop-unknown", "export", "calls", "--shop", "别的店")]
    public void What_makes_no_sense_is_told(string name, params string[] arguments)
    {
        var (code, output, error) = shop.Counter.Heng(arguments);
        Assert.Equal((Exit.WrongUsage, "", name), (code, output, error.Split(':')[0]));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_refused()
    {
        var (code, _, error) = shop.Counter.Heng("export", "calls", "--out", Path.Combine(shop.Files[0], "calls.csv"));
        Assert.Equal((Exit.Refused, "out-unwritable"), (code, error.Split(':')[0]));
    }

    /// <summary>Administrators bring files in and see nobody's pay.</summary>
    [Fact]
    public void Who_sees_no_pay_exports_none()
    {
        var key = System.Text.Json.Nodes.JsonNode.Parse(shop.Counter.Json("people", "account", "it", "--role", "administrator"))!["key"]!.GetValue<string>();
        string[] asIt = ["--as", "it", "--key-file", shop.Counter.File("it.key", key)];
        foreach (var kind in (string[])["people", "adjustments", "attendance"])
        {
            var (code, output, error) = shop.Counter.Heng(["export", kind, .. asIt]);
            Assert.Equal((Exit.Refused, "", "role-may-not"), (code, output, error.Split(':')[0]));
        }
        var folder = Path.Combine(shop.Counter.Folder, "it");
        var (all, _, note) = shop.Counter.Heng(["export", "all", "--out", folder, .. asIt]);
        Assert.Equal(Exit.Done, all);
        Assert.Contains("people, entries, attendance, adjustments", note, StringComparison.Ordinal);
        Assert.Equal(RecordExport.All.Where(k => !k.Pay).Select(k => k.FileName).Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Role.Operator, true, true)]
    [InlineData(Role.Manager, true, true)]
    [InlineData(Role.Hr, true, true)]
    [InlineData(Role.Administrator, true, false)]
    [InlineData(Role.Auditor, false, false)]
    [InlineData(Role.Qa, false, false)]
    [InlineData(Role.Leader, false, false)]
    [InlineData(Role.Agent, false, false)]
    public void Who_may_export(Role role, bool records, bool pay)
    {
        var viewer = new Viewer("x", role, "王雨桐", "一组");
        Assert.Equal((records, pay), (Rights.Exports(viewer, pay: false), Rights.Exports(viewer, pay: true)));
    }

    /// <summary>Account numbers leave in a table for the bank alone.</summary>
    [Fact]
    public void Every_kind_of_record_can_be_exported() =>
        Assert.Equal(Enum.GetValues<Holding>().Except([Holding.BankAccounts]).Order(), RecordExport.All.Select(k => k.Format.Holds).Order());

    [Fact]
    public void An_exported_file_is_its_owners_alone() =>
        Assert.All(shop.Files, file => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file));

    /// <summary>Of two calls on the 1st and the 5th nothing is said about the days between; a file without the column covers them.</summary>
    [Theory]
    [InlineData("", 5)]
    [InlineData("covers", 2)]
    [InlineData("覆盖", 2)]
    public void A_file_that_covers_its_own_days_covers_none_between(string column, int days)
    {
        using var counter = new Counter();
        var rows = new[] { "shop,id,agent,at,answered", "小店,1,王雨桐,2026-10-01 09:00:00,是", "小店,2,王雨桐,2026-10-05 09:00:00,是" };
        ExportedShop.Import(counter, counter.File("calls.csv", string.Concat(rows.Select((row, i) => row + (column.Length == 0 ? "" : i == 0 ? "," + column : ",") + "\n"))));
        Assert.Equal(days, counter.Database.Coverage.Between(counter.Database.Shops.Find("小店")!.Id, new(2026, 1, 1), new(2026, 12, 31)).Count);
    }
}
