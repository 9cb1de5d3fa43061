using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.Store;

namespace Heng.App.Tests.CommandLine;

/// <summary>The log of decisions: what stands in it, what it covers, and a file of it that anybody can verify.</summary>
[Collection(WholeDemo.Name)]
public class AuditTests(DemoFixture shop)
{
    private string Folder() => shop.OpenMonth(("hr", Role.Hr, null), ("boss", Role.Manager, null), ("qa", Role.Qa, null));

    private static string Exported(string folder, string name)
    {
        var file = Path.Combine(folder, name);
        Ran.Json(folder, "audit", "export", "--out", file).Done();
        return file;
    }

    /// <summary>The same file with one of its texts changed.</summary>
    private static string With(string file, string name, Func<string, string> change)
    {
        var copy = file + "." + Guid.NewGuid().ToString("N") + ".zip";
        File.Copy(file, copy);
        using var zip = ZipFile.Open(copy, ZipArchiveMode.Update);
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        var changed = change(text);
        Assert.NotEqual(text, changed);
        writer.Write(changed);
        return copy;
    }

    /// <summary>One proposes, the other publishes.</summary>
    private static void Publish(string folder)
    {
        foreach (var who in new[] { "hr", "boss" }) Ran.Json(folder, "plan", "publish", "s4-ksf", "--as", who, "--key-file", DemoFixture.KeyFile(folder, who, who)).Done();
    }

    [Fact]
    public void Imports_plans_and_rights_stand_in_the_log_for_those_who_answer_for_pay()
    {
        var folder = Folder();
        Publish(folder);
        var log = Ran.Json(folder, "audit", "list").Done().Rows;
        JsonNode Last(string what) => log.Last(d => d!["what"]!.GetValue<string>() == what)!;
        Assert.Equal(("boss", "plan/s4-ksf"), (Last("plan-published")["who"]!.GetValue<string>(), Last("plan-published")["subject"]!.GetValue<string>()));
        // format, name, SHA-256, read = accepted + rejected + duplicate + dropped
        var import = Last("import-done")["why"]!.GetValue<string>().Split(' ');
        Assert.Equal(long.Parse(import[3]), long.Parse(import[5]) + long.Parse(import[7]) + long.Parse(import[9]) + long.Parse(import[11]));
        Assert.DoesNotContain(log, d => d!["what"]!.GetValue<string>() == "witnessed");
        Assert.NotEmpty(Ran.Json(folder, "audit", "list", "--area", "witness").Done().Rows);
        Assert.Empty(Ran.Json(folder, "audit", "list", "--area", "plan", "--who", "hr").Done().Rows);
        Assert.Equal("role-may-not", Ran.Json(folder, "audit", "list", "--as", "qa", "--key-file", DemoFixture.KeyFile(folder, "qa", "qa")).Refusal);
    }

    [Fact]
    public void A_file_of_the_log_is_verified_without_the_data_and_goes_on_from_the_head_before()
    {
        var folder = Folder();
        var first = Exported(folder, "first.zip");
        var verified = Ran.Json(Path.GetTempPath(), "audit", "verify", first).Done().Object;
        Assert.True(verified["verified"]!.GetValue<bool>());
        var head = verified["head"]!.GetValue<string>();
        Publish(folder);
        var second = Exported(folder, "second.zip");
        Ran.Json(folder, "audit", "verify", second, "--head", head).Done();
        Assert.Equal("head-unknown", Ran.Json(folder, "audit", "verify", first, "--head", Ran.Json(folder, "audit", "verify", second).Done().Object["head"]!.GetValue<string>()).Refusal);
        Assert.Equal("unreadable", Ran.Json(folder, "audit", "verify", Path.Combine(folder, "heng.db")).Refusal);
        Assert.Equal("file-missing", Ran.Json(folder, "audit", "verify", Path.Combine(folder, "no.zip")).Refusal);
    }

    [Fact]
    public void A_changed_text_in_the_file_is_found_with_its_place()
    {
        var folder = Folder();
        Publish(folder);
        var file = Exported(folder, "audit.zip");
        Ran Verify(string changed) => Ran.Json(folder, "audit", "verify", changed);
        string Place(Ran ran) => ran.Object["place"]!.GetValue<string>();

        var published = Ran.Json(folder, "audit", "list", "--area", "plan").Done().Rows[^1]!;
        var chain = Verify(With(file, "decisions.ndjson", t => t.Replace("\"plan/s4-ksf\",\"why\":\"v", "\"plan/s4-ksf\",\"why\":\"V", StringComparison.Ordinal)));
        Assert.Equal("chain-broken", chain.Refusal);
        Assert.True(long.Parse(Place(chain)) <= published["seq"]!.GetValue<long>());
        var row = Verify(With(file, "rows/plan_version.txt", t => t.Replace("ksf", "ksG", StringComparison.Ordinal)));
        Assert.Equal("row-changed", row.Refusal);
        Assert.StartsWith("plan_version ", Place(row), StringComparison.Ordinal);
        Assert.Equal("row-gone", Verify(With(file, "rows/plan_version.txt", _ => "")).Refusal);
        Assert.Equal("witness-changed", Verify(With(file, "witness.txt", t => t[(t.IndexOf('\n') + 1)..])).Refusal);
        Assert.Equal("unreadable", Verify(With(file, "decisions.ndjson", t => t[..^40])).Refusal);
    }

    /// <summary>The recipe of docs/audit.md, written out by hand.</summary>
    [Fact]
    public void The_hashes_come_about_as_the_document_says()
    {
        var file = Exported(Folder(), "audit.zip");
        using var zip = ZipFile.OpenRead(file);
        string[] Lines(string name)
        {
            using var reader = new StreamReader(zip.GetEntry(name)!.Open());
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var (prev, witnessed) = ("", new Dictionary<string, string>());
        foreach (var d in Lines("decisions.ndjson").Select(l => JsonNode.Parse(l)!))
        {
            string[] parts = [prev, d["seq"]!.ToJsonString(), d["at"]!.ToJsonString(), .. new[] { "who", "what", "subject", "why" }.Select(n => d[n]!.GetValue<string>())];
            prev = Sha(string.Concat(parts.Select(p => $"{p.Length}:{p}")));
            Assert.Equal(prev, d["hash"]!.GetValue<string>());
            if (d["what"]!.GetValue<string>() == "witnessed") witnessed[d["seq"]!.ToJsonString()] = d["why"]!.GetValue<string>();
        }
        foreach (var of in Lines("witness.txt").Select(l => l.Split(' ', 2)).GroupBy(l => l[0], l => l[1] + "\n"))
            Assert.Equal(witnessed[of.Key], $"{of.Count()} {Sha(string.Concat(of))}");
        var (place, line) = Lines("rows/rule_set.txt")[0].Split('\t') is [var p, var l] ? (p, l) : default;
        Assert.Contains(Lines("witness.txt"), w => w.EndsWith($" rule_set {place} {Sha(line)}", StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_finds_a_byte_that_was_flipped_around_the_program_and_a_role_that_nobody_gave()
    {
        var folder = Folder();
        Assert.Equal(0, Ran.Json(folder, "verify").Code);
        using var database = Database.Open(DatabaseTarget.InFolder(folder));
        using (var connection = database.Connect())
        {
            var (block, payload) = connection.QueryFirst<(long, byte[])>("SELECT block, payload FROM transcript WHERE day = (SELECT MIN(day) FROM transcript) ORDER BY block LIMIT 1");
            payload[^1] ^= 1;
            connection.Execute("UPDATE transcript SET payload = @payload WHERE day = (SELECT MIN(day) FROM transcript) AND block = @block", new { payload, block });
            var found = Ran.Json(folder, "verify");
            Assert.Equal("day-changed", found.Refusal);
            payload[^1] ^= 1;
            connection.Execute("UPDATE transcript SET payload = @payload WHERE day = (SELECT MIN(day) FROM transcript) AND block = @block", new { payload, block });
        }
        Assert.Equal(0, Ran.Json(folder, "verify").Code);
        var qa = database.Users.Find("qa")!;
        database.Decisions.Append(new(1_790_000_000), "root", "account-made", "account/qa", "qa");
        Assert.Equal(0, Ran.Json(folder, "verify").Code);
        database.Users.Change(qa.Id, u => u with { Role = nameof(Role.Manager) });
        Assert.Equal("rights-differ", Ran.Json(folder, "verify").Refusal);
    }
}
