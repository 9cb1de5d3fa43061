using System.Net.Http.Headers;
using Heng.App.Features.ApiKeys;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.SignIn;
using Heng.App.Tests.Store;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.Api;

/// <summary>A server with a clock of its own, and whoever asks it by a key.</summary>
internal sealed class ApiSite : IDisposable
{
    private static readonly Viewer Manager = new("manager", Role.Manager, null, null);
    private readonly string folder = Directory.CreateTempSubdirectory("heng-api-").FullName;
    private readonly bool copied;
    private readonly WebApplication app;

    /// <param name="of">A shop whose database is copied; null for an empty one.</param>
    public ApiSite(Database? of = null, Action<WebApplicationBuilder>? configure = null)
    {
        if (of is not null)
            foreach (var file in Directory.GetFiles(of.Target.Folder!, "heng.db*")) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        copied = of is not null;
        Database = copied ? Database.Open(DatabaseTarget.InFolder(folder)) : Migrated.In(folder);
        Accounts = new(Database, Clock);
        Accounts.Add("manager", Role.Manager, null, null, null);
        app = Server.Build(Database, folder, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<TimeProvider>(Clock);
            configure?.Invoke(builder);
        });
        app.Start();
    }

    public Clock Clock { get; } = new();
    public string Folder => folder;
    public Database Database { get; }
    public Accounts Accounts { get; }
    public WebApplication App => app;
    public string Url => app.Urls.First();
    public KeyDeeds Deeds => app.Services.GetRequiredService<KeyDeeds>();

    public KeyDone Make(string account, string[] scopes, string shop = "", int aMinute = 1000, string until = "") =>
        Deeds.Make(new("a program", account, scopes, shop, aMinute.ToString(System.Globalization.CultureInfo.InvariantCulture), until), Manager);

    public string Key(string account, params string[] scopes) => Make(account, scopes).Text ?? throw new InvalidOperationException("no key was made");

    /// <summary>Asks with a key, or with none.</summary>
    public async Task<Answer> Get(string? key, string address, string language = "zh-CN")
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(Url) };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return await Answer.Of(answer);
    }

    public void Dispose()
    {
        ((IDisposable)app).Dispose();
        Database.Dispose();
        // A round that was under way may write its last file yet.
        for (var tries = 1; ; tries++)
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < 50)
            {
                Thread.Sleep(100);
            }
    }
}
