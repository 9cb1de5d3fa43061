using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Heng.App.Tests.Api;

/// <summary>Another program, on this machine: whatever is posted to it it notes, and answers as a test says.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(Func<Posted, HttpContext, Task<int>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes);
            var posted = new Posted(context.Request.Path, context.Request.ContentType ?? "", context.Request.Headers["Heng-Signature"].ToString(), context.Request.Headers["Heng-Event-Id"].ToString(), bytes.ToArray());
            Heard.Enqueue(posted);
            return Results.StatusCode(await answer(posted, context));
        });
    }

    public ConcurrentQueue<Posted> Heard { get; } = new();
    public string Url => app.Urls.First();

    public static async Task<Receiver> Start(Func<Posted, HttpContext, Task<int>> answer)
    {
        var receiver = new Receiver(answer);
        await receiver.app.StartAsync();
        return receiver;
    }

    public static Task<Receiver> Start(int status = 204) => Start((_, _) => Task.FromResult(status));

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }
}

internal sealed record Posted(string Path, string Type, string Signature, string Id, byte[] Body);
