using System.Globalization;
using Heng.App.Features.Notices;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;
using NoticeKind = Heng.App.Features.Notices.NoticeKind;

namespace Heng.App.Features.Quality.FindingPages;

/// <summary>
/// Tells who leads a group once a day what drew attention in it: how many receptions, of which kinds. Chats that come late are told in the next round, of the last days only; no buyer and no
/// word of theirs is in it.
/// </summary>
public static class AttentionTold
{
    public const string DayKind = "attention-day", TakenOverKind = "attention-taken-over";
    private const int MostDays = 3, MostKinds = 6;

    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(DayKind, new("昨日风险关注", "What drew attention"), "info", said => new(
            $"{said.Day("day").Zh} {said.One("group")} 有 {said.One("count")} 次接待需要关注：{said.Two("kinds").Zh}",
            $"{said.One("group")}, {said.Day("day").En}: {(said.Number("count") == 1 ? "1 reception draws" : $"{said.One("count")} receptions draw")} attention: {said.Two("kinds").En}")),
        new(TakenOverKind, new("关注被接手", "Attention taken over"), "info", said => new($"{said.One("by")} 接手了您在处理的一次接待（{said.Day("day").Zh}）", $"{said.One("by")} took over a reception of {said.Day("day").En} that you were handling")),
    ];

    /// <summary>Tells who handled it before; each time that it changes hands.</summary>
    public static void TakenOver(Database database, string from, string by, KeptFinding found, int steps, Instant now)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["by"] = by, ["day"] = found.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        database.Notices.Tell([new Notice(from, TakenOverKind, string.Create(CultureInfo.InvariantCulture, $"attention/{found.Reception}/taken-over/{steps}"), words, Links.Reception(found.Reception.ToString(CultureInfo.InvariantCulture)) + "#findings", now)]);
    }

    public static IReadOnlyList<Notice> Remind(Database database, DateOnly today, Instant now)
    {
        var (from, to, roster) = (today.AddDays(-MostDays), today.AddDays(-1), database.People.Roster);
        KeptFinding[] found = [.. database.Shops.All.SelectMany(s => database.Findings.OfSeverity(s.Id, Severity.Attention, from, to))];
        if (found.Length == 0) return [];
        var solved = database.Matters(QualityMatters.Attention).Between(from, to).Where(k => k.Happened[^1].What == AttentionEvent.Solved).Select(k => k.Of.Key).ToHashSet(StringComparer.Ordinal);
        var book = new QualityBook(database);
        return database.Notices.Tell([.. found.Where(f => !solved.Contains(f.Reception.ToString(CultureInfo.InvariantCulture))).GroupBy(f => (f.Day, Group: roster.On(f.Agent, f.Day)?.Group))
            .Where(g => g.Key.Group is { Length: > 0 }).OrderBy(g => g.Key.Day).ThenBy(g => g.Key.Group, StringComparer.Ordinal).SelectMany(g => Of(database, book, g.Key.Day, g.Key.Group!, [.. g], now))]);
    }

    private static IEnumerable<Notice> Of(Database database, QualityBook book, DateOnly day, string group, IReadOnlyList<KeptFinding> found, Instant now)
    {
        var kinds = found.GroupBy(f => f.Rule, StringComparer.Ordinal).Select(g => (Rule: book.Find(g.Key, g.Max(f => f.Version)), Name: FindingBook.NameOf(book, g.Key, g.Max(f => f.Version)), Receptions: g.Select(f => f.Reception).Distinct().Count()))
            .OrderBy(k => k.Rule?.Urgency ?? Urgency.Usual).ThenBy(k => k.Receptions).ThenBy(k => k.Name.Zh, StringComparer.Ordinal).ToList();
        string Told(Func<Wording, string> of, string between) => string.Join(between, kinds.Take(MostKinds).Select(k => $"{of(k.Name)} {Show.Count(k.Receptions)}")) + (kinds.Count > MostKinds ? " …" : "");
        var on = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["day"] = on, ["group"] = group, ["count"] = Show.Count(found.Select(f => f.Reception).Distinct().Count()), ["kinds-zh"] = Told(n => n.Zh, "、"), ["kinds-en"] = Told(n => n.En, ", "),
        };
        return Recipients.LeadersOf(database, group).Select(to => new Notice(to, DayKind, $"attention/{on}/{group}", words, Links.QualityAttention, now));
    }
}
