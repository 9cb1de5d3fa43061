using Microsoft.Extensions.FileProviders;

namespace Heng.App.Ui;

/// <summary>Serves the built files, packed ones where the browser takes Brotli, and lets a browser keep an address that names its content.</summary>
internal static class StaticFiles
{
    public static void UseHengFiles(this WebApplication app)
    {
        Directory.CreateDirectory(Bundle.Root);
        var files = new PhysicalFileProvider(Bundle.Root);
        app.Use((context, next) =>
        {
            var path = context.Request.Path.Value!;
            if (TypeOf(path) is { } type && context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal) && files.GetFileInfo(path + ".br").Exists)
            {
                context.Request.Path = path + ".br";
                context.Items[typeof(StaticFiles)] = type;
            }
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ServeUnknownFileTypes = true, DefaultContentType = "application/octet-stream", OnPrepareResponse = Finish });
    }

    private static void Finish(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        if (file.Context.Items[typeof(StaticFiles)] is string type)
        {
            headers.ContentType = type;
            headers.ContentEncoding = "br";
        }
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public,max-age=31536000,immutable" : "no-cache";
    }

    private static string? TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".js" => "text/javascript",
        ".css" => "text/css",
        ".svg" => "image/svg+xml",
        _ => null,
    };
}
