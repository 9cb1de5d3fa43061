using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Heng.App.Features.Exams;
using Heng.App.Features.Notices;
using Heng.App.Features.Webhooks;

namespace Heng.App.CommandLine;

/// <summary><c>heng serve</c>: the pages.</summary>
public static class ServeCommand
{
    public static Option<string> Urls() => new("--urls") { Description = "Where to listen", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    public static Command Build(GlobalOptions options)
    {
        var urls = Urls();
        var command = new Command("serve", "Serve the pages") { urls };
        command.RunMaking(options, (context, parsed) => Serve(context, parsed.GetValue(urls)!));
        return command;
    }

    public static int Serve(CommandContext context, string urls)
    {
        foreach (var url in urls.Split(';'))
            if (!IsPlace(url)) throw CommandStoppedException.Usage("url-unreadable", $"“{url}”不是 http://IP地址、localhost 或 *:端口", $"'{url}' is not http://IP-ADDRESS, localhost or *:PORT");
        using var app = Server.Build(context.Database, context.Folder, builder =>
        {
            builder.WebHost.UseUrls(urls);
            builder.Services.AddHostedService<NoticeRounds>();
            builder.Services.AddHostedService<ExamRounds>();
            builder.Services.AddHostedService<WebhookRounds>();
        });
        try
        {
            app.Start();
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
        {
            throw CommandStoppedException.Refused(new("address-taken", new($"无法监听 {urls}：{e.Message}", $"Can't listen on {urls}: {e.Message}")));
        }
        context.TellOfOpenFolder();
        Console.WriteLine($"Heng 衡 is at {string.Join(", ", app.Urls)} — stop it with Ctrl+C");
        app.WaitForShutdown();
        return Exit.Done;
    }

    /// <summary>A host's name is refused: the server would take it, a mistyped localhost too, for every address of the machine.</summary>
    private static bool IsPlace(string url)
    {
        try
        {
            var place = BindingAddress.Parse(url);
            return place is { Scheme: "http" or "https", PathBase: "", Port: >= 0 and <= IPEndPoint.MaxPort }
                && (place.Host is "localhost" or "*" or "+" || IPAddress.TryParse(place.Host, out _));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
