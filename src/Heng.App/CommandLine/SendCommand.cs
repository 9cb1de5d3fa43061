using System.CommandLine;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Heng.App.Features.Sending;

namespace Heng.App.CommandLine;

/// <summary><c>heng send</c>: files, or a folder's files, to a server that serves Heng, as they grow. Needs no data folder of its own.</summary>
public static class SendCommand
{
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static Command Build(GlobalOptions options)
    {
        var path = new Argument<string>("PATH") { Description = "A file, or a folder whose files are sent in the order of their names" };
        var to = new Option<string>("--to") { Description = "Where Heng is served, as http://127.0.0.1:5080", Required = true };
        var kind = new Option<string?>("--kind") { Description = "What lines of JSON are: messages (default), orders, events" };
        var once = new Option<bool>("--once") { Description = "End when everything that is there was sent" };
        var command = new Command("send", "Send files to a running Heng, go on where it stopped, follow what grows") { path, to, kind, once };
        command.SetAction((parsed, cancel) => Task.FromResult(Commands.Guard(parsed, () =>
        {
            var key = parsed.GetValue(options.KeyFile) is { } file ? KeyIn(file.FullName) : Environment.GetEnvironmentVariable("HENG_KEY");
            if (string.IsNullOrWhiteSpace(key)) throw CommandStoppedException.Usage("key-missing", "请用 --key-file 或 HENG_KEY 给出接口密钥", "Give the key by --key-file or HENG_KEY");
            if (!Uri.TryCreate(parsed.GetValue(to)!.TrimEnd('/') + "/api/v1/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw CommandStoppedException.Usage("url-unreadable", "--to 要写成 http://主机:端口", "--to is written http://HOST:PORT");
            if (parsed.GetValue(kind) is { } given && given is not ("messages" or "orders" or "events")) throw CommandStoppedException.Usage("kind-unknown", "--kind 是 messages、orders 或 events", "--kind is messages, orders or events");
            using var client = new HttpClient { BaseAddress = address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
            var sender = new Sender(client, parsed.GetValue(options.Shop), parsed.GetValue(kind), (name, line) => parsed.InvocationConfiguration.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {line["line"]} {line["code"]} {line["reason"]}")));
            var folder = new SendFolder(line => parsed.InvocationConfiguration.Error.WriteLine(line));
            return Run(sender, folder, parsed.GetValue(path)!, parsed.GetValue(once), new(parsed.InvocationConfiguration.Output, parsed.GetValue(options.Format)), cancel).GetAwaiter().GetResult();
        })));
        return command;
    }

    private static async Task<int> Run(Sender sender, SendFolder folder, string path, bool once, Output output, CancellationToken cancel)
    {
        if (!File.Exists(path) && !Directory.Exists(path)) throw CommandStoppedException.BadInput("file-missing", $"没有“{path}”", $"There is no '{path}'");
        var state = new SendState(Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!);
        var reports = new SortedDictionary<string, SendReport>(StringComparer.Ordinal);
        try
        {
            while (true)
            {
                foreach (var file in folder.Files(path))
                {
                    var sent = await sender.Send(file, state, once, cancel);
                    reports[sent.File] = reports.TryGetValue(sent.File, out var before) ? before + sent : sent;
                }
                if (once) break;
                await Task.Delay(Look, cancel);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped by who started it: what was sent is noted.
        }
        output.Write(new JsonArray([.. reports.Values.Select(r => new JsonObject { ["file"] = r.File, ["lines"] = r.Lines, ["accepted"] = r.Accepted, ["duplicate"] = r.Duplicate, ["rejected"] = r.Rejected, ["dropped"] = r.Dropped })]),
            () => new(["file", "lines", "accepted", "duplicate", "rejected", "dropped"], [.. reports.Values.Select(r => (IReadOnlyList<string>)[r.File, .. new[] { r.Lines, r.Accepted, r.Duplicate, r.Rejected, r.Dropped }.Select(n => n.ToString(CultureInfo.InvariantCulture))])]));
        return reports.Values.Any(r => r.Rejected > 0) ? Exit.BadInput : Exit.Done;
    }

    private static string KeyIn(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandStoppedException.BadInput("file-unreadable", $"读不了“{file}”", $"'{file}' can't be read");
        }
    }
}
