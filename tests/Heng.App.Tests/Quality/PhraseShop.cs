using Heng.App.Features.Filing;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.Phrases;
using Heng.App.Tests.Importing;
using Heng.App.Tests.SignIn;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Heng.App.Tests.Quality;

/// <summary>王雨桐 and 李思远 of 一组, whom 陈静 leads, and 陆明 of 二组. It is the 2nd of November.</summary>
internal sealed class PhraseShop : IDisposable
{
    public static readonly Viewer Wang = new("wang", Role.Agent, "王雨桐", "一组"), Chen = new("chen", Role.Leader, "陈静", "一组"), Lu = new("lu", Role.Leader, "陆明", "二组"), Qa = new("qa", Role.Qa, null, null),
        Boss = new("boss", Role.Manager, null, null), Auditor = new("audit", Role.Auditor, null, null);
    public const string Hello = "您好，欢迎光临小店，请问有什么可以帮您", Sale = "现在全场满三百减四十，快来看看吧";

    public PhraseShop(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        Shop = new(engine);
        Import("people", "name,accounts,group,position,base_pay,from,to\n王雨桐,小店:小雨,一组,front-line,4000,2026-08-01,\n李思远,小店:小李,一组,front-line,4000,2026-08-01,\n陈静,小店:陈静,一组,leader,5000,2026-08-01,\n陆明,小店:陆明,二组,leader,5000,2026-08-01,\n");
    }

    public Counter Shop { get; }
    public Database Database => Shop.Database;
    public Clock Clock { get; } = new();
    public Filer As(Viewer viewer) => new(Database, viewer, new(Clock.GetUtcNow().ToUnixTimeSeconds()));

    /// <summary>A phrase of the library, as 陈静 writes it.</summary>
    public void Phrase(string code, string text, string from, string? until = null)
    {
        var written = new PhraseHappening(PhraseEvent.Published, "", default, "") { Code = code, Text = text, Category = "开场", Owner = "王雨桐", From = DateOnly.ParseExact(from, "yyyy-MM-dd", null), Until = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", null) };
        var kept = Database.Matters(PhraseBook.Kind).Find(code);
        Assert.Null(kept is null ? new PhraseDoing(Database).Begin(written, As(Chen)).Refused : new PhraseDoing(Database).Write(kept, written, As(Chen)));
    }

    /// <summary>On a day of October a buyer asks and somebody answers, each text a message.</summary>
    public static string Talk(string day, string buyer, string account, params string[] answers) =>
        Counter.Line($"2026-10-{day} 10:00:00", buyer: buyer, account: $"小店:{account}", text: "在吗", id: $"{day}{buyer}{account}q")
        + string.Concat(answers.Select((a, i) => Counter.Line($"2026-10-{day} 10:00:{10 + i:00}", from: "agent", buyer: buyer, account: $"小店:{account}", text: a, id: $"{day}{buyer}{account}{i}")));

    public void Chats(params string[] talks)
    {
        var (code, report, error) = Shop.Import(Shop.File($"chats-{Guid.NewGuid():N}.csv", Counter.Messages + string.Concat(talks)));
        Assert.True(code == 0, error + report.ToJsonString());
    }

    public decimal? Metric(string metric, string agent, Month? month = null)
    {
        var of = month ?? new(2026, 10);
        var facts = PeriodFacts.Load(Database, Database.Shops.All, of.First, of.Last, null);
        return facts.Value(metric, facts.TotalsOf(Database.People.Roster.Find(agent)!.Id)).Value;
    }

    public static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));

    public void Import(string kind, string text)
    {
        var (code, report, error) = Shop.Import(Shop.File($"{kind}.csv", text), "--kind", kind);
        Assert.True(code == 0, error + report.ToJsonString());
    }

    public void Dispose() => Shop.Dispose();
}
