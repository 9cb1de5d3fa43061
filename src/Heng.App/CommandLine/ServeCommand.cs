using System.CommandLine;
using Heng.Store;

namespace Heng.App.CommandLine;

/// <summary><c>heng serve</c>: the pages.</summary>
public static class ServeCommand
{
    public static Option<string> Urls() => new("--urls") { Description = "Where to listen", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    public static Command Build(GlobalOptions options)
    {
        var urls = Urls();
        var command = new Command("serve", "Serve the pages") { urls };
        command.Run(options, (context, parsed) => Serve(context.Database, context.Folder, parsed.GetValue(urls)!));
        return command;
    }

    public static int Serve(Database database, string folder, string urls)
    {
        foreach (var url in urls.Split(';'))
            if (!url.StartsWith("http://", StringComparison.Ordinal) && !url.StartsWith("https://", StringComparison.Ordinal) || !Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out _))
                throw CommandStoppedException.Usage("url-unreadable", $"“{url}”不是 http://主机:端口", $"'{url}' is not http://HOST:PORT");
        using var app = Server.Build(database, folder, builder => builder.WebHost.UseUrls(urls));
        try
        {
            app.Start();
        }
        catch (IOException e)
        {
            throw CommandStoppedException.Refused(new("address-taken", new($"无法监听 {urls}：{e.Message}", $"Can't listen on {urls}: {e.Message}")));
        }
        Console.WriteLine($"Heng 衡 is at {string.Join(", ", app.Urls)} — stop it with Ctrl+C");
        app.WaitForShutdown();
        return Exit.Done;
    }
}
