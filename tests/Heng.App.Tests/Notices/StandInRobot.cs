using System.Net;
using System.Text.Json.Nodes;
using Heng.App.Features.Notices.Robots;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Heng.App.Tests.Notices;

/// <summary>Stands in for a platform's robot on this machine; answers as it is told to.</summary>
internal sealed class StandInRobot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<(string Query, JsonObject Body)> posted = [];

    private StandInRobot(WebApplication app) => this.app = app;

    public Func<int, Task<IResult>> Answer { get; set; } = _ => Task.FromResult(Ok);
    public static IResult Ok => Results.Text("""{"errcode":0,"errmsg":"ok"}""", "application/json");
    public Uri Place => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    public string Address => new Uri(Place, "/robot/send?access_token=token-nobody-may-see").ToString();
    public RobotPlaces Places => new(Place);

    public IReadOnlyList<(string Query, JsonObject Body)> Posted
    {
        get { lock (posted) return [.. posted]; }
    }

    public IReadOnlyList<string> Texts => [.. Posted.Select(p => (string)p.Body["text"]!["content"]!)];

    public static async Task<StandInRobot> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var robot = new StandInRobot(app);
        app.MapPost("/robot/send", (Delegate)robot.Take);
        app.MapPost("/elsewhere", (Delegate)robot.Take);
        await app.StartAsync();
        return robot;
    }

    private async Task<IResult> Take(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        int number;
        lock (posted)
        {
            posted.Add((context.Request.QueryString.Value!, body));
            number = posted.Count;
        }
        return await Answer(number);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
