using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Tests.SignIn;
using Heng.App.Tests.Store;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Heng.App.Tests.Learning;

/// <summary>A server whose clock stands on 2 November 2026, 17:00: 王雨桐 and 李思远 of 一组, which 陈静 leads; 赵磊 of 二组, which 陆明 leads; QA, HR, manager and auditor.</summary>
internal sealed class LearningSite : IDisposable
{
    private const string Password = "balance-2026";
    private readonly List<Visitor> visitors = [];
    private readonly FreshDatabase? fresh;

    public LearningSite(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        fresh = engine.Fresh();
        Database = fresh.Database;
        Database.People.Import([Person("王雨桐", "一组"), Person("李思远", "一组"), Person("陈静", "一组", "leader"), Person("赵磊", "二组"), Person("陆明", "二组", "leader")], null, 0);
        var accounts = new Accounts(Database, Clock);
        foreach (var (name, role, person) in new[] { ("wang", Role.Agent, "王雨桐"), ("li", Role.Agent, "李思远"), ("zhao", Role.Agent, "赵磊"), ("chen", Role.Leader, "陈静"), ("lu", Role.Leader, "陆明") })
            accounts.Add(name, role, Database.People.Roster.Find(person)!.Id, null, Password);
        foreach (var role in new[] { Role.Qa, Role.Hr, Role.Manager, Role.Auditor }) accounts.Add(role.ToString().ToLowerInvariant(), role, null, null, Password);
        App = Server.Build(Database, Folder, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        App.Start();
    }

    public Clock Clock { get; } = new();
    public string Folder { get; } = Path.Combine(Directory.CreateTempSubdirectory("heng-learning-").FullName, "data");
    public Database Database { get; }
    public WebApplication App { get; }
    public Instant Now => new(Clock.GetUtcNow().ToUnixTimeSeconds());

    /// <summary>A wall-clock time of the shop so many minutes from now, as a form sends it.</summary>
    public string In(int minutes) => ShopClock.Shanghai.ToLocal(Now.Plus(minutes * 60L)).ToString("yyyy-MM-dd'T'HH:mm", null);

    public async Task<Visitor> As(string account)
    {
        var visitor = new Visitor(App.Urls.First());
        visitors.Add(visitor);
        await visitor.SignIn(account, Password);
        return visitor;
    }

    public IReadOnlyList<string> Told(string to) => [.. Database.Notices.Of(to, 50).Select(n => n.Notice.Kind).Reverse()];

    private static Employment Person(string name, string group, string position = "front-line") => new(name, [name + ":1"], group, position, 0m, new DateOnly(2026, 1, 1), null);

    public void Dispose()
    {
        foreach (var visitor in visitors) visitor.Dispose();
        ((IDisposable)App).Dispose();
        fresh?.Dispose();
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }
}

internal static class Answers
{
    /// <summary>The refusal that a page tells; null where the form was taken.</summary>
    public static async Task<string?> Refused(this Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        if (answer.StatusCode == System.Net.HttpStatusCode.SeeOther) return null;
        var text = await answer.Content.ReadAsStringAsync();
        const string mark = "data-refusal=\"";
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture) : text[(at + mark.Length)..text.IndexOf('"', at + mark.Length)];
    }
}
