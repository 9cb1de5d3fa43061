using System.Globalization;
using System.Text.Json.Nodes;
using Heng.App.CommandLine;
using Heng.App.Tests.Importing;
using static Heng.App.Tests.Live.SendingSite;

namespace Heng.App.Tests.Live;

public sealed class SendTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("heng-send-").FullName;

    [Fact]
    public async Task A_folder_is_sent_once_and_what_grows_goes_on_where_it_stopped()
    {
        using var site = new SendingSite();
        await File.WriteAllTextAsync(Path.Combine(folder, "1.ndjson"), Line("16:50:00", "buyer", "在吗") + Line("16:50:20", "agent", "在的"));
        await File.WriteAllTextAsync(Path.Combine(folder, "2.csv"), Counter.Messages + Counter.Line("2026-11-02 16:51:00", "有货吗"));
        File.SetLastWriteTimeUtc(Path.Combine(folder, "2.csv"), DateTime.UtcNow.AddMinutes(-1));
        Assert.Equal([("1.ndjson", 2, 2, 0), ("2.csv", 1, 1, 0)], Sent(site));
        Assert.Equal([("1.ndjson", 0, 0, 0), ("2.csv", 0, 0, 0)], Sent(site));
        await File.AppendAllTextAsync(Path.Combine(folder, "1.ndjson"), Line("16:52:00", "agent", "有的"));
        Assert.Equal([("1.ndjson", 1, 1, 0), ("2.csv", 0, 0, 0)], Sent(site));
        site.Absorbing.Run();
        Assert.Equal(["Buyer 在吗", "Agent 在的", "Buyer 有货吗", "Agent 有的"], site.Kept);
    }

    [Fact]
    public async Task A_file_that_begins_otherwise_is_another_and_what_was_sent_before_counts_once()
    {
        using var site = new SendingSite();
        var file = Path.Combine(folder, "1.ndjson");
        await File.WriteAllTextAsync(file, Line("16:50:00", "buyer", "在吗"));
        Sent(site);
        await File.WriteAllTextAsync(file, Line("16:49:00", "buyer", "早") + Line("16:50:00", "buyer", "在吗"));
        Assert.Equal([("1.ndjson", 2, 1, 1)], Sent(site));
    }

    [Fact]
    public async Task A_line_that_is_only_half_there_waits_for_its_end()
    {
        using var site = new SendingSite();
        var (file, line) = (Path.Combine(folder, "1.ndjson"), Line("16:50:00", "buyer", "在吗"));
        await File.WriteAllTextAsync(file, line + line[..20]);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(4));
        using var client = new HttpClient { BaseAddress = new(site.Site.Url + "/api/v1/") };
        client.DefaultRequestHeaders.Authorization = new("Bearer", site.Key);
        var (sender, state) = (new Features.Sending.Sender(client, null, null, (_, _) => { }), new Features.Sending.SendState(folder));
        Assert.Equal(1, (await sender.Send(file, state, ended: false, CancellationToken.None)).Lines);
        await File.WriteAllTextAsync(file, line + Line("16:50:30", "buyer", "有人吗"));
        Assert.Equal((1, 1), (await sender.Send(file, state, ended: false, CancellationToken.None)) is var sent ? ((int)sent.Lines, (int)sent.Accepted) : default);
    }

    [Fact]
    public async Task Once_leaves_a_line_that_is_only_half_written_to_the_next_time_and_takes_a_whole_one_without_its_end()
    {
        using var site = new SendingSite();
        var (file, line) = (Path.Combine(folder, "1.ndjson"), Line("16:50:30", "buyer", "有人吗"));
        await File.WriteAllTextAsync(file, Line("16:50:00", "buyer", "在吗") + line[..40]);
        var (code, output, error) = Send(site, folder, "--once");
        Assert.Equal((Exit.Done, 1, 1), (code, JsonNode.Parse(output)![0]!["lines"]!.GetValue<int>(), JsonNode.Parse(output)![0]!["accepted"]!.GetValue<int>()));
        Assert.Contains("line-unfinished", error, StringComparison.Ordinal);
        // The rest of it, one that can not be read, and a whole one without its end: the third line of the file is the bad one.
        await File.AppendAllTextAsync(file, line[40..] + "nothing\n" + Line("16:51:00", "buyer", "喂").TrimEnd());
        (code, output, error) = Send(site, folder, "--once");
        Assert.Equal((Exit.BadInput, 3, 2, 1), (code, JsonNode.Parse(output)![0]!["lines"]!.GetValue<int>(), JsonNode.Parse(output)![0]!["accepted"]!.GetValue<int>(), JsonNode.Parse(output)![0]!["rejected"]!.GetValue<int>()));
        Assert.Contains("1.ndjson: 3 json-unreadable", error, StringComparison.Ordinal);
        site.Absorbing.Run();
        Assert.Equal(["Buyer 在吗", "Buyer 有人吗", "Buyer 喂"], site.Kept);
    }

    [Fact]
    public async Task A_rejected_line_is_told_and_passed_by()
    {
        using var site = new SendingSite();
        await File.WriteAllTextAsync(Path.Combine(folder, "1.ndjson"), Line("16:50:00", "buyer", "在吗") + "nothing\n");
        var (code, output, error) = Send(site, folder, "--once");
        Assert.Equal(Exit.BadInput, code);
        Assert.Contains("1.ndjson: 2 json-unreadable", error, StringComparison.Ordinal);
        Assert.Equal(1, JsonNode.Parse(output)![0]!["accepted"]!.GetValue<int>());
    }

    [Fact]
    public async Task Of_a_folder_only_plain_files_are_opened_and_what_is_passed_over_is_told_once_by_name()
    {
        using var site = new SendingSite();
        var outside = Path.Combine(site.Site.Folder, "secret.ndjson");
        await File.WriteAllTextAsync(outside, Line("16:40:00", "buyer", "不该送"));
        await File.WriteAllTextAsync(Path.Combine(folder, "1.ndjson"), "\uFEFF" + Line("16:50:00", "buyer", "在吗"));
        await File.WriteAllTextAsync(Path.Combine(folder, "2.ndjson.gz"), "x");
        Directory.CreateDirectory(Path.Combine(folder, "older"));
        File.CreateSymbolicLink(Path.Combine(folder, "3.ndjson"), outside);
        File.CreateSymbolicLink(Path.Combine(folder, "4.ndjson"), "1.ndjson");
        using (var pipe = System.Diagnostics.Process.Start("mkfifo", Path.Combine(folder, "0.ndjson"))) await pipe.WaitForExitAsync();
        var (code, output, error) = await Task.Run(() => Send(site, folder, "--once")).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(Exit.Done, code);
        // The link within the folder says the same again.
        Assert.Equal([("1.ndjson", 1), ("4.ndjson", 0)], JsonNode.Parse(output)!.AsArray().Select(r => (r!["file"]!.GetValue<string>(), r["accepted"]!.GetValue<int>())));
        Assert.Equal(["2.ndjson.gz:", "3.ndjson:", "older/:"], error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[0]).Order(StringComparer.Ordinal));
        var told = new List<string>();
        var looked = new Features.Sending.SendFolder(told.Add);
        for (var i = 0; i < 3; i++) Assert.Equal(["1.ndjson", "4.ndjson"], looked.Files(folder).Select(f => Path.GetFileName(f)));
        Assert.Equal(3, told.Count);
    }

    [Theory]
    [InlineData("--once --key wrong", "key-invalid", Exit.Refused)]
    [InlineData("--once --kind party", "kind-unknown", Exit.WrongUsage)]
    [InlineData("--once --nothing", "file-missing", Exit.BadInput)]
    public void What_can_not_be_sent_is_refused_by_name(string arguments, string name, int expected)
    {
        using var site = new SendingSite();
        File.WriteAllText(Path.Combine(folder, "1.ndjson"), Line("16:50:00", "buyer", "在吗"));
        var key = arguments.Contains("wrong", StringComparison.Ordinal) ? "heng_00000000_" + new string('0', 64) : null;
        string[] more = [.. arguments.Split(' ').Where(a => a is "--once" or "--kind" or "party")];
        var (code, _, error) = Send(site, arguments.Contains("nothing", StringComparison.Ordinal) ? folder + "/none" : folder, key, more);
        Assert.Equal((expected, true), (code, error.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_that_is_not_sent_is_refused_by_name()
    {
        using var site = new SendingSite();
        var file = Path.Combine(folder, "people.csv");
        File.WriteAllText(file, People);
        Assert.Contains("format-not-sent", Send(site, file, "--once").Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IEnumerable<(string, int, int, int)> Sent(SendingSite site) => JsonNode.Parse(Send(site, folder, "--once").Out)!.AsArray()
        .Select(r => (r!["file"]!.GetValue<string>(), r["lines"]!.GetValue<int>(), r["accepted"]!.GetValue<int>(), r["duplicate"]!.GetValue<int>()));

    private static (int Code, string Out, string Error) Send(SendingSite site, string path, params string[] more) => Send(site, path, null, more);

    private static (int Code, string Out, string Error) Send(SendingSite site, string path, string? key, string[] more)
    {
        var keyFile = Path.Combine(site.Site.Folder, "sender.key");
        File.WriteAllText(keyFile, key ?? site.Key);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var code = RootCommandLine.Run(["send", path, "--to", site.Site.Url, "--key-file", keyFile, "--format", "json", .. more], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
