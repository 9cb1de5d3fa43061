using Heng.App.CommandLine;
using Heng.App.Features.Inspections;
using Heng.App.Features.People;
using Heng.App.Features.Receptions;
using Heng.App.Features.SignIn;
using Heng.App.Tests.Consequences;
using Heng.App.Tests.Importing;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using static Heng.App.Tests.Consequences.LadderShop;

namespace Heng.App.Tests.Quality;

/// <summary>
/// The shop of the ladder on 28 September 2026, with what comes in October: each day from the 1st to the 10th a buyer talks with 王雨桐 in the morning and one with 李思远 in the evening,
/// whose odd days go unanswered, and one on the 31st with 王雨桐. 质一 to 质四 inspect.
/// </summary>
internal sealed class InspectedShop : IDisposable
{
    public static readonly Viewer[] Qas = [.. new[] { "质一", "质二", "质三", "质四" }.Select(n => new Viewer(n, Role.Qa, null, null))];
    public static readonly Viewer Li = new("li", Role.Agent, "李思远", "一组");
    public const string Password = "balance-2026";
    /// <summary>One for all runs: what is drawn, and whose chat it is, is the same each time. The first card for 质一 is an answered chat by it.</summary>
    private static readonly Seed Rolled = Seed.Of([.. Enumerable.Range(0, Seed.Bytes).Select(i => (byte)i)]);
    private static readonly SamplingPlan Plan = new(InspectionKind.Company, Sampled.Receptions, new(2026, 10, 1), new(2026, 10, 10), 1, 1, 2, 0m, StrataAxes.All, SamplingPlan.ShippedSlots);

    public InspectedShop(DatabaseEngine engine = DatabaseEngine.Sqlite)
    {
        Ladder = new(engine);
        var accounts = new Accounts(Database, Ladder.Clock);
        foreach (var viewer in Qas.Append(Li)) accounts.Add(viewer.Name, viewer.Role, viewer.Person is { } person ? Database.People.Roster.Find(person)!.Id : null, null, Password, CommandContext.KeyHash(viewer.Name));
        Ladder.Clock.Pass(TimeSpan.FromDays(-35));
        Ladder.Import("messages-csv", Counter.Messages + string.Concat(Enumerable.Range(1, 10).Select(day => Talk(day, "10:00", $"ann{day}", "小雨", answered: true) + Talk(day, "20:00", $"bob{day}", "小李", answered: day % 2 == 0))) + Talk(31, "10:00", "ann31", "小雨", answered: true));
    }

    public LadderShop Ladder { get; }
    public Database Database => Ladder.Database;
    public string Folder => Ladder.Shop.Data;

    public Inspector Of(Viewer viewer) => new(Database, viewer, new(Ladder.Clock.GetUtcNow().ToUnixTimeSeconds()));
    public InspectionDoing Doing => new(Database, Folder, Ladder.Clock);

    public (long? Id, string? Refused) Commit(Viewer by, Func<SamplingPlan, SamplingPlan>? of = null, string name = "十月抽检") =>
        new SamplingDoing(Database, Folder).Commit(new(SamplingEvent.Committed, "", default, "") { Plan = of is null ? Plan : of(Plan), Form = InspectionFormFile.Shipped[0], DueDays = 7, AppealDays = 3 }, name, Of(by), Rolled) is var (id, refused) ? (id, refused?.Name) : default;

    public KeptMatter<SamplingHappening> PlanOf(long id) => Database.Matters(InspectionMatters.Plans).Find(id)!;
    public string? Draw(long id, Viewer by) => new SamplingDoing(Database, Folder).Draw(PlanOf(id), Of(by))?.Name;
    public string? Reveal(long id, Viewer by) => new SamplingDoing(Database, Folder).Reveal(PlanOf(id), Of(by))?.Name;

    /// <summary>A plan committed in September and drawn on 2 November.</summary>
    public IReadOnlyList<BookedInspection> Drawn(Func<SamplingPlan, SamplingPlan>? of = null)
    {
        var id = Commit(Hr, of).Id!.Value;
        Ladder.Clock.Pass(TimeSpan.FromDays(35));
        Assert.Null(Draw(id, Hr));
        return InspectionBook.Between(Database, Plan.First, Plan.Last);
    }

    /// <summary>With the marks named; what is left is said to be fine.</summary>
    public string? Act(long id, InspectionEvent what, Viewer by, string words = "", params CriterionMark[] marks) => Doing.Act(InspectionBook.Find(Database, id)!.Kept, new(what, null, InspectionFormFile.Shipped[0].RestFine(marks), words, new HashSet<string>()), Of(by))?.Name;

    /// <summary>A form in which what is not named is said to be fine.</summary>
    public static FormCollection Marked(params (string Name, string Value)[] fields) =>
        Form([.. fields, .. InspectionFormFile.Shipped[0].Criteria.Select(c => ("v:" + c.Id, "fine")).Where(f => fields.All(g => g.Name != f.Item1))]);

    public InspectionState State(long id) => InspectionBook.Find(Database, id)!.State;

    public InspectionQuery Query(Viewer viewer) => new(Database, _ => viewer, new ReceptionQuery(Database, _ => viewer).For, Folder, Ladder.Clock);
    public static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));

    public void Dispose() => Ladder.Dispose();

    private static string Talk(int day, string at, string buyer, string account, bool answered) =>
        Counter.Line($"2026-10-{day:00} {at}:00", "尺码怎么选 13800138000", buyer: buyer, account: "小店:" + account, id: $"{buyer}-1")
        + (answered ? Counter.Line($"2026-10-{day:00} {at}:20", "您好，按胸围选", from: "agent", buyer: buyer, account: "小店:" + account, id: $"{buyer}-2") : "");
}
