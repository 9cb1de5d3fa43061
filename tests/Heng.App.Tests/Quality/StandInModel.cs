using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Heng.App.Tests.Quality;

/// <summary>Stands in for a model on this machine, as OpenAI-compatible endpoints answer; says what it is told to.</summary>
internal sealed class StandInModel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<(string? Key, string Body)> asked = [];

    private StandInModel(WebApplication app) => this.app = app;

    public Func<Task<IResult>> Answer { get; set; } = () => Task.FromResult(Saying("""{"findings":[]}"""));
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/v1";

    public IReadOnlyList<(string? Key, string Body)> Asked
    {
        get { lock (asked) return [.. asked]; }
    }

    public static IResult Saying(string content) =>
        Results.Text(new JsonObject { ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content } }) }.ToJsonString(), "application/json");

    public static async Task<StandInModel> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var model = new StandInModel(app);
        app.MapPost("/v1/chat/completions", (Delegate)model.Take);
        app.MapPost("/elsewhere", (Delegate)model.Take);
        await app.StartAsync();
        return model;
    }

    private async Task<IResult> Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        lock (asked) asked.Add((context.Request.Headers.Authorization, body));
        return await Answer();
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
