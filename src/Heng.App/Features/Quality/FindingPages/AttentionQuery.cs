using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Appraisals;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
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
    public const int Days = 14;
    private static readonly Refusal Unknown = new("reception-unknown", new("没有这次接待，或没有需要关注的内容", "There is no such reception, or nothing in it draws attention"));
    private static readonly Refusal RoleMayNot = new("role-may-not", new("由本组组长、质检、人事或店长处理", "The group's leader, QA, HR or the manager handles it"));

    public Task<Seen<AttentionView>> For(AttentionAsk ask, IFormCollection? form, HttpContext context)
    {
        if (viewers(context) is not { } viewer) return Task.FromResult(Seen<AttentionView>.Forbidden);
        var sight = new Sight(viewer, database.People.Roster);
        var refused = form is null ? null : Act(form, sight);
        // The last days that any chat covers.
        var to = database.Shops.All.Select(s => database.Coverage.Span(s.Id, Source.Chat)?.Last).Max() ?? ShopClock.Shanghai.DayOf(Now);
        var list = new AttentionList(database, sight, to.AddDays(1 - Days), to);
        var (all, kinds) = list.All();
        AttentionEntry[] asked = [.. all.Where(e => ask.Kind is null || e.Row.Rule == ask.Kind)];
        var page = Paging.Held(ask.Page, asked.Length, AttentionAsk.PageSize);
        var shown = Paging.Of(asked, page, AttentionAsk.PageSize);
        var quotes = new Quotes(database, list.Book, Preferences.Language(context), shown.Select(e => (e.Shop, e.Quoted)));
        return Task.FromResult<Seen<AttentionView>>(new AttentionView(ask with { Page = page }, to.AddDays(1 - Days), to, [.. shown.Select(e => e.Row with { Quote = quotes.Of(e.Shop, e.Quoted) })], asked.Length)
        {
            Kinds = kinds, Refused = refused, TypedReception = form?.Text("id"), Typed = form?.Text("note"),
        });
    }

    /// <summary>A buyer's receptions are handled together; what of them was handled before stays as it is, as long as there is anything to do.</summary>
    private Refusal? Act(IFormCollection form, Sight sight)
    {
        AttentionEvent? what = form.Text("act") switch { "take" => AttentionEvent.Taken, "solve" => AttentionEvent.Solved, "reopen" => AttentionEvent.Reopened, _ => null };
        if (what is not { } wanted || form["id"].Count is 0 or > AttentionAsk.PageSize) return Unknown;
        if (form.Text("note")?.Length > DoingWords.LongestReason) return DoingWords.ReasonTooLong;
        // What another handles is taken over as a whole or not at all, and only from whom it is known to be.
        string[] over = [.. form["over"].OfType<string>()];
        if (wanted == AttentionEvent.Taken && form["id"].Select(id => HolderOf(id ?? "", sight)).FirstOrDefault(h => h is not null && !over.Contains(h, StringComparer.Ordinal)) is { } holder) return TakenBy(holder);
        Refusal?[] refused = [.. form["id"].Select(id => Act(id ?? "", wanted, form.Text("note") ?? "", over, sight))];
        return Array.Exists(refused, r => r is null) ? null : refused[0];
    }

    private KeptFinding? Found(string id, Sight sight) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var reception)
        && database.Shops.All.SelectMany(s => database.Findings.Of(s.Id, reception)).FirstOrDefault(f => f.Severity == Severity.Attention && f.Counts) is { } found && sight.Sees(found.Agent, found.Day) ? found : null;

    /// <summary>Who else handles it.</summary>
    private string? HolderOf(string id, Sight sight) => Found(id, sight) is { } found && AttentionList.MayHandle(sight, found.Agent, found.Day) && database.Matters(QualityMatters.Attention).Find(found.Reception.ToString(CultureInfo.InvariantCulture)) is { } kept
        && AttentionCycle.HolderOf(kept.Happened) is { } holder && holder != AppraisalDoing.ActorOf(sight.Viewer, sight.Roster).Name ? holder : null;

    private Refusal? Act(string id, AttentionEvent wanted, string note, IReadOnlyList<string> over, Sight sight)
    {
        if (Found(id, sight) is not { } found) return Unknown;
        if (!AttentionList.MayHandle(sight, found.Agent, found.Day)) return RoleMayNot;
        if (sight.Viewer.Role is People.Role.Operator) return DoingWords.NeedsNamedPerson;
        var (matters, who) = (database.Matters(QualityMatters.Attention), AppraisalDoing.ActorOf(sight.Viewer, sight.Roster).Name);
        // One reception has one key, however its number was written.
        id = found.Reception.ToString(CultureInfo.InvariantCulture);
        var kept = matters.Find(id);
        var (happens, refused) = AttentionCycle.Decide(kept?.Happened ?? [], wanted, who, Now, note, id, over);
        if (refused is { } why) return Words(why);
        var begun = kept is null ? matters.Begin(new(sight.Roster.NameOf(found.Agent) ?? "", found.Day, found.Day, id), happens!) is not null : matters.Append(kept, happens!);
        if (begun && wanted == AttentionEvent.Taken && AttentionCycle.HolderOf(kept?.Happened ?? []) is { } before) AttentionTold.TakenOver(database, before, who, found, kept!.Happened.Count, Now);
        return begun ? null : DoingWords.ChangedMeanwhile;
    }

    private static Refusal TakenBy(string holder) => new(Json.Kebab(AttentionRefusal.TakenByAnother), new($"{holder} 正在处理；要接手请再确认一次，会通知 {holder}", $"{holder} is handling it; confirm once more to take it over, and {holder} is told"));

    public static Refusal Words(AttentionRefusal refusal) => new(Json.Kebab(refusal), refusal switch
    {
        AttentionRefusal.AlreadyTaken => new Wording("您已经接手", "You have taken it already"),
        AttentionRefusal.AlreadySolved => new Wording("已经处理完", "It is solved already"),
        AttentionRefusal.NotSolved => new Wording("还没有处理完，不用重开", "It is not solved, so there is nothing to reopen"),
        AttentionRefusal.TakenByAnother => new Wording("别人正在处理；要接手请再确认一次", "Somebody else is handling it; confirm once more to take it over"),
        _ => new Wording("请写明怎么处理的", "Say what was done"),
    });

    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
