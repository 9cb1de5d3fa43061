using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Metrics;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.FindingPages;

/// <summary>The list of what draws attention, and what leaders do about it. It costs an agent nothing.</summary>
public sealed class AttentionQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    public const int Days = 14, Shown = 100;
    private static readonly Refusal Unknown = new("reception-unknown", new("没有这次接待，或没有需要关注的内容", "There is no such reception, or nothing in it draws attention"));
    private static readonly Refusal RoleMayNot = new("role-may-not", new("由本组组长、质检、人事或店长处理", "The group's leader, QA, HR or the manager handles it"));

    public Task<Seen<AttentionView>> For(IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<AttentionView>.Forbidden);
        var sight = new Sight(viewer, database.People.Roster);
        var refused = form is null ? null : Act(form, sight);
        var (to, rows) = Rows(sight);
        return Task.FromResult<Seen<AttentionView>>(new AttentionView(to.AddDays(1 - Days), to, [.. rows.Take(Shown)], rows.Count) { Refused = refused, TypedReception = form?.Text("id"), Typed = form?.Text("note") });
    }

    /// <summary>The last days that any chat covers.</summary>
    private (DateOnly To, IReadOnlyList<AttentionRow> Rows) Rows(Sight sight)
    {
        var to = database.Shops.All.Select(s => database.Coverage.Span(s.Id, Source.Chat)?.Last).Max() ?? ShopClock.Shanghai.DayOf(Now);
        var book = new QualityBook(database);
        var steps = database.Matters(QualityMatters.Attention).Between(to.AddDays(1 - Days), to).ToDictionary(k => k.Of.Key!, StringComparer.Ordinal);
        var rows = database.Shops.All.SelectMany(s => database.Findings.Between(s.Id, to.AddDays(1 - Days), to)).Where(f => Draws(f) && sight.Sees(f.Agent, f.Day))
            .GroupBy(f => (f.Reception, f.Day, f.Agent)).Select(g => Row(g.Key.Reception, g.Key.Day, g.Key.Agent, [.. g.Select(f => FindingBook.NameOf(book, f.Rule, f.Version)).Distinct()], steps, sight));
        return (to, [.. rows.OrderBy(r => r.Solved).ThenByDescending(r => r.Day).ThenBy(r => r.Agent, StringComparer.Ordinal).ThenBy(r => r.Reception, StringComparer.Ordinal)]);
    }

    private static AttentionRow Row(long reception, DateOnly day, int agent, IReadOnlyList<Wording> found, Dictionary<string, KeptMatter<AttentionStep>> steps, Sight sight)
    {
        var id = reception.ToString(CultureInfo.InvariantCulture);
        var last = steps.TryGetValue(id, out var kept) ? kept.Happened[^1] : null;
        return new(id, day, sight.Roster.NameOf(agent), found, last?.What, last?.Who, last is null ? null : ShopClock.Shanghai.ToLocal(last.At), last?.Why) { MayHandle = MayHandle(sight, agent, day) };
    }

    private static bool Draws(KeptFinding finding) => finding.Severity == Severity.Attention && finding.Counts;

    private static bool MayHandle(Sight sight, int agent, DateOnly day) => Rights.HandlesAttention(sight.Viewer, sight.Roster.On(agent, day)?.Group);

    private Refusal? Act(IFormCollection form, Sight sight)
    {
        AttentionEvent? what = form.Text("act") switch { "take" => AttentionEvent.Taken, "solve" => AttentionEvent.Solved, "reopen" => AttentionEvent.Reopened, _ => null };
        if (what is not { } wanted || form.Text("id") is not { } id || !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var reception)) return Unknown;
        if (database.Shops.All.SelectMany(s => database.Findings.Of(s.Id, reception)).FirstOrDefault(Draws) is not { } found || !sight.Sees(found.Agent, found.Day)) return Unknown;
        if (!MayHandle(sight, found.Agent, found.Day)) return RoleMayNot;
        if (sight.Viewer.Role is People.Role.Operator) return DoingWords.NeedsNamedPerson;
        var note = form.Text("note") ?? "";
        if (note.Length > DoingWords.LongestReason) return DoingWords.ReasonTooLong;
        var (matters, who) = (database.Matters(QualityMatters.Attention), AppraisalDoing.ActorOf(sight.Viewer, sight.Roster).Name);
        var kept = matters.Find(id);
        var (happens, refused) = AttentionCycle.Decide(kept?.Happened ?? [], wanted, who, Now, note, id);
        if (refused is { } why) return Words(why);
        return (kept is null ? matters.Begin(new(sight.Roster.NameOf(found.Agent) ?? "", found.Day, found.Day, id), happens!) is not null : matters.Append(kept, happens!)) ? null : DoingWords.ChangedMeanwhile;
    }

    public static Refusal Words(AttentionRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        AttentionRefusal.AlreadyTaken => new Wording("您已经接手", "You have taken it already"),
        AttentionRefusal.AlreadySolved => new Wording("已经处理完", "It is solved already"),
        AttentionRefusal.NotSolved => new Wording("还没有处理完，不用重开", "It is not solved, so there is nothing to reopen"),
        _ => new Wording("请写明怎么处理的", "Say what was done"),
    });

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
