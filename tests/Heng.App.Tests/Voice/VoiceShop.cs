using Dapper;
using Heng.App.CommandLine;
using Heng.App.Features.People;
using Heng.App.Features.SignIn;
using Heng.App.Features.Suggestions;
using Heng.App.Features.Surveys;
using Heng.App.Tests.Importing;
using Heng.App.Tests.SignIn;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Tests.Voice;

/// <summary>一组 has 陈静, who leads it, and six agents; 二组 has two. It is the 2nd of November.</summary>
internal sealed class VoiceShop : IDisposable
{
    public const string Password = "balance-2026";
    public static readonly string[] One = ["王雨桐", "李思远", "赵磊", "孙悦", "周扬", "吴桐"], Two = ["郑好", "冯璐"];
    public static readonly Viewer Wang = Agent("王雨桐"), Li = Agent("李思远"), Zheng = Agent("郑好", "二组"), Chen = new("chen", Role.Leader, "陈静", "一组"), Hr = new("hr", Role.Hr, null, null), Boss = new("boss", Role.Manager, null, null),
        Auditor = new("audit", Role.Auditor, null, null), Operator = new("operator", Role.Operator, null, null);

    public VoiceShop(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        Shop = new(engine);
        var people = string.Concat(One.Select(n => $"{n},小店:{n},一组,front-line,4000,2026-08-01,\n").Concat(Two.Select(n => $"{n},小店:{n},二组,front-line,4000,2026-08-01,\n")));
        var (code, report, error) = Shop.Import(Shop.File("people.csv", "name,accounts,group,position,base_pay,from,to\n" + people + "陈静,小店:陈静,一组,leader,6000,2026-08-01,\n"), "--kind", "people");
        Assert.True(code == 0, error + report.ToJsonString());
        var accounts = new Accounts(Database, Clock);
        foreach (var viewer in new[] { new Viewer("wang", Role.Agent, "王雨桐", "一组"), Chen, Hr, Boss, Auditor })
            accounts.Add(viewer.Name, viewer.Role, viewer.Person is { } person ? Database.People.Roster.Find(person)!.Id : null, null, Password, CommandContext.KeyHash(viewer.Name));
    }

    public Counter Shop { get; }
    public Database Database => Shop.Database;
    public Clock Clock { get; } = new();
    public SuggestionDoing Suggesting => new(Database, Shop.Data, Clock);
    public SurveyDoing Asking => new(Database, Clock);

    public static Viewer Agent(string name, string group = "一组") => new(name, Role.Agent, name, group);

    public long Suggest(Viewer by, string title = "快捷短语按品类分组", bool unnamed = false) => Suggesting.Write(new(title, "现在要翻很久", "省时间", SuggestionCategory.Tools, unnamed, true), by).Id!.Value;
    /// <summary>A moment later: of two contents of a record the later one stands.</summary>
    public string? Answer(long id, Viewer by, SuggestionEvent what, string why = "因为", SuggestionEvent? verdict = null, long? into = null)
    {
        Clock.Pass(TimeSpan.FromSeconds(1));
        return Suggesting.Answer(id, new(what, verdict), why, into, by)?.Name;
    }

    public SuggestionState State(long id) => new(Database.Matters(VoiceMatters.Suggestions).Find(id)!.Happened);

    public IReadOnlyList<string> Told(string to) => [.. Database.Notices.Of(to, 50).Select(n => n.Notice.Kind).Reverse()];

    /// <summary>Every row of every table as text.</summary>
    public IReadOnlyList<string> Dump()
    {
        using var connection = Database.Connect();
        return [.. Database.Info().Rows.Keys.Order(StringComparer.Ordinal).SelectMany(table => connection.Query($"SELECT * FROM {table}").Cast<IDictionary<string, object?>>()
            .Select(row => table + ": " + string.Join(" | ", row.Select(c => $"{c.Key}={(c.Value is byte[] bytes ? Convert.ToHexString(bytes) + System.Text.Encoding.UTF8.GetString(bytes) : Convert.ToString(c.Value, System.Globalization.CultureInfo.InvariantCulture))}"))))];
    }

    public void Dispose() => Shop.Dispose();
}
