using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Heng.App.Features.Pay.Papers;

/// <summary>
/// A headless Chromium that prints documents to PDF. It is spoken with through a pipe, so no port is open for others on the machine; what it prints comes through the pipe too
/// and lies in no file. Its profile is a folder of its own, gone when it ends, and it resolves no name: nothing is asked of a network.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>Names the program where it is in no folder of the path, or is not the one to be used.</summary>
    public const string Variable = "HENG_CHROMIUM";

    private const decimal A4Width = 8.27m, A4Height = 11.69m;
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string[] Switches =
    [
        "--headless", "--remote-debugging-pipe", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    private readonly Process process;
    private readonly string profile;
    private readonly byte[] buffer = new byte[1 << 16];
    private int held, read, asked;
    private string session = "", frame = "";

    private Chromium(Process process, string profile) => (this.process, this.profile) = (process, profile);

    /// <summary>Where the program lies; null where there is none.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable);

    public static string? Find(Func<string, string?> environment)
    {
        // Descriptors are handed on by a shell.
        if (OperatingSystem.IsWindows()) return null;
        if (environment(Variable) is { Length: > 0 } named) return File.Exists(named) ? Path.GetFullPath(named) : null;
        var folders = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <exception cref="PressFailedException">It did not start.</exception>
    public static async Task<Chromium> Start(string program, TimeSpan? patience = null)
    {
        var profile = Directory.CreateTempSubdirectory("heng-print-").FullName;
        Chromium? started = null;
        try
        {
            string[] switches = [.. Switches, $"--user-data-dir={profile}", .. Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : []];
            // The program reads what is asked on descriptor 3 and answers on 4.
            var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1", program, .. switches]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            started = new(Process.Start(start)!, profile);
            await started.Within(patience ?? Patience, started.Open);
            return started;
        }
        catch
        {
            if (started is not null) await started.DisposeAsync();
            else Directory.Delete(profile, recursive: true);
            throw;
        }
    }

    /// <summary>One document as a PDF. Scripts in it do not run.</summary>
    /// <exception cref="PressFailedException">It answered nothing in time, or not what was asked.</exception>
    public Task<byte[]> Print(string html) => Within(Patience, async () =>
    {
        await Ask("Page.setDocumentContent", new() { ["frameId"] = frame, ["html"] = html });
        var printed = await Ask("Page.printToPDF", new()
        {
            ["printBackground"] = true, ["preferCSSPageSize"] = true, ["displayHeaderFooter"] = false, ["paperWidth"] = A4Width, ["paperHeight"] = A4Height,
        });
        return Convert.FromBase64String(printed["data"]!.GetValue<string>());
    });

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // A child that is still ending may write once more into the profile, in which nothing of a payslip lies.
        }
    }

    private async Task<bool> Open()
    {
        var target = await Ask("Target.createTarget", new() { ["url"] = "about:blank" });
        var attached = await Ask("Target.attachToTarget", new() { ["targetId"] = target["targetId"]!.GetValue<string>(), ["flatten"] = true });
        session = attached["sessionId"]!.GetValue<string>();
        await Ask("Emulation.setScriptExecutionDisabled", new() { ["value"] = true });
        frame = (await Ask("Page.getFrameTree", []))["frameTree"]!["frame"]!["id"]!.GetValue<string>();
        return true;
    }

    /// <summary>Whoever waits for a program that was killed reads the end of its pipe.</summary>
    private async Task<T> Within<T>(TimeSpan patience, Func<Task<T>> work)
    {
        using var limit = new CancellationTokenSource(patience);
        await using var kill = limit.Token.Register(Kill);
        try
        {
            return await work();
        }
        catch (Exception e) when (e is IOException or JsonException or FormatException)
        {
            throw new PressFailedException(e.Message, e);
        }
    }

    private async Task<JsonNode> Ask(string method, JsonObject with)
    {
        var id = ++asked;
        var question = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = with };
        if (session.Length > 0) question["sessionId"] = session;
        var pipe = process.StandardInput.BaseStream;
        await pipe.WriteAsync(Encoding.UTF8.GetBytes(question.ToJsonString() + '\0'));
        await pipe.FlushAsync();
        // Besides answers it tells what happens; that is passed over.
        while (true)
        {
            var answer = JsonNode.Parse(await Message())!;
            if (answer["id"]?.GetValue<int>() != id) continue;
            return answer["result"] ?? throw new PressFailedException(string.Create(CultureInfo.InvariantCulture, $"{method}: {answer["error"]?["message"]}"));
        }
    }

    /// <summary>Messages end with a zero byte.</summary>
    private async Task<byte[]> Message()
    {
        using var message = new MemoryStream();
        while (true)
        {
            if (read == held)
            {
                (held, read) = (await process.StandardOutput.BaseStream.ReadAsync(buffer), 0);
                if (held == 0) throw new PressFailedException("the browser ended, or took too long");
            }
            var part = buffer.AsSpan(read, held - read);
            var end = part.IndexOf((byte)0);
            message.Write(end < 0 ? part : part[..end]);
            read = end < 0 ? held : read + end + 1;
            if (end >= 0) return message.ToArray();
        }
    }

    private void Kill()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
    }
}

/// <summary>The browser printed nothing; the message is for a log.</summary>
public sealed class PressFailedException(string message, Exception? cause = null) : Exception(message, cause);
