using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Records;

namespace Heng.App.Features.Months;

/// <summary>What a reader must know about a month's numbers: what is not covered, what can still move, what is closed, whose chats count for nobody.</summary>
public static class MonthNotes
{
    private static readonly (Source Source, Wording Name)[] Sources =
        [(Source.Chat, new("聊天记录", "Chats")), (Source.Orders, new("订单", "Orders")), (Source.Ratings, new("服务评价", "Ratings")), (Source.Reviews, new("商品评价", "Reviews"))];

    /// <summary>Those that hold for any page of the month.</summary>
    public static IEnumerable<Wording> Of(KeptMonth kept, Viewer viewer)
    {
        if (Closed(kept) is { } closed) yield return closed;
        if (Moved(kept, viewer) is { } moved) yield return moved;
        foreach (var note in Standing(kept.Book, viewer)) yield return note;
        if (!kept.HasData) yield break;
        if (kept.Sealed is null && Provisional(kept.Book) is { } provisional) yield return provisional;
        if (kept.Book.Files.Count == 0) yield return new("还没有发布考核方案，所以没有得分和工资。", "No plan is published yet, so there are no scores and no pay.");
    }

    /// <summary>What holds for the command line too: days that nobody imported, and who is paid by no scheme.</summary>
    public static IEnumerable<Wording> Standing(MonthBook book, Viewer viewer)
    {
        foreach (var note in Days(book.Month, book.Facts)) yield return note;
        if (book.Facts.Coverage.Spans.Count == 0) yield break;
        if (Unsettled(book, viewer) is { } unsettled) yield return unsettled;
        var unpaid = book.Unpaid.Where(p => Rights.SeesPay(viewer, p.Person.Name)).Select(p => (p.Person.Name, p.Employment.Position)).ToArray();
        if (unpaid.Length == 0) yield break;
        string Names(Language language) => string.Join(language.T("、", ", "), unpaid.Take(MostNames).Select(p => $"{p.Name} ({language.T(PositionWords.Of(p.Position))})")) + (unpaid.Length > MostNames ? "…" : "");
        yield return new($"{unpaid.Length} 人没有适用的薪酬方案，不在工资里：{Names(Language.Zh)}", $"{unpaid.Length} {(unpaid.Length == 1 ? "person is" : "people are")} paid by no scheme: {Names(Language.En)}");
    }

    /// <summary>Whose pay of a closed month can't be worked out any more: nothing is taken back, and somebody must look.</summary>
    private static Wording? Unsettled(MonthBook book, Viewer viewer)
    {
        var unknown = book.Late.Unknown.Where(u => Rights.SeesPay(viewer, u.Agent)).ToArray();
        if (unknown.Length == 0) return null;
        var names = string.Join(", ", unknown.Take(MostNames).Select(u => $"{u.Agent} {u.Month}")) + (unknown.Length > MostNames ? "…" : "");
        return new($"已结账月份的工资现在算不出来，没有列差额，请核对人员表：{names}", $"pay of closed months can't be worked out now, so no difference is made; look at the list of people: {names}");
    }

    /// <summary>Which days of the month nobody imported.</summary>
    public static IEnumerable<Wording> Days(Month month, PeriodFacts facts)
    {
        if (facts.Coverage.Spans.Count == 0) yield return new("这个月还没有任何数据；没有数据不是 0。", "No data came for this month yet; no data is not zero.");
        else if (Coverage(month, facts) is { } coverage) yield return coverage;
    }

    private const int MostNames = 8;

    /// <summary>Those of the shop as a whole: for who sees everyone.</summary>
    public static IEnumerable<Wording> OfShop(KeptMonth kept)
    {
        var facts = kept.Book.Facts;
        var unbound = facts.Days.Where(d => d.Agent == AgentDay.Unbound).Sum(d => d.Measures[Primitive.ReceptionsAll]);
        if (unbound > 0)
            yield return new($"{Show.Count(unbound)} 次接待来自没有绑定到人的账号：计入全店，不计入任何人。见“人员”。", $"{Show.Count(unbound, "reception")} came through accounts bound to nobody: counted for the shop and for no person. See People.");
        var sales = Primitive.SalesFen.Under(facts.Rules.Paying);
        var uncredited = facts.Days.Where(d => d.Agent is AgentDay.Silent or AgentDay.Flagged or AgentDay.Late).Sum(d => d.Measures[sales]);
        if (uncredited != 0)
            yield return new($"全店销售额含不归属客服的 {Show.Yuan(uncredited / 100m)}（静默、插旗、逾期）。", $"The shop's sales hold {Show.Yuan(uncredited / 100m)} credited to nobody (silent, flagged, late).");
    }

    private static Wording? Closed(KeptMonth kept)
    {
        if (kept.Sealed?.Closed is not { } closed) return null;
        var at = ShowDates.Minute(kept.Book.Facts.Rules.Clock.ToLocal(closed.ClosedAt));
        var (zh, en) = closed.State == "provisional" ? ("暂定结账，以后的差额另列", "provisionally, what moves later becomes a difference") : ("最终结账", "with final numbers");
        return new($"{closed.By} 于 {at} {zh}：得分、等级、名次与工资以结账时为准，不再改变。", $"Closed by {closed.By} on {at}, {en}: scores, grades, ranks and pay are as closed and do not change.");
    }

    /// <summary>Where today's records and rules come to something else; told only of people, and of pay, that the viewer may see.</summary>
    private static Wording? Moved(KeptMonth kept, Viewer viewer)
    {
        if (kept.Sealed is null) return null;
        var moved = kept.SeenBy(viewer).Count(p => MonthResult.Of(p.Live) is var live && MonthResult.Of(p.SealedCard, p.SealedSlip) is var closed
            && (live.Score != closed.Score || live.Grade != closed.Grade || Rights.SeesPay(viewer, p.Name) && live.Net != closed.Net));
        if (moved == 0) return null;
        // What moved is not known: records came, people were bound, or the rules are others. Only the rules tell of themselves.
        var (was, rules) = (kept.Sealed.RuleSet, kept.Book.Facts.Rules.Version);
        var (zh, en) = was == rules ? ("", "") : ($"（结账时用规则第 {was} 版，现为第 {rules} 版）", $" (closed under version {was} of the rules, now {rules})");
        return new($"按现在的数据与规则重算，{moved} 人的结果与结账时不同{zh}。结账的数字不变；每日走势与数字由来按现在的数据与规则。",
            $"Today's records and rules come to something else than the closing for {Show.Count(moved, "person", "people")}{en}. The closed numbers stay; the days and the explanations follow today's records and rules.");
    }

    private static Wording? Provisional(MonthBook book)
    {
        if (book.Facts.AsOf >= book.MaturesAt) return null;
        var day = book.Facts.Rules.Clock.DayOf(book.MaturesAt.Plus(-1));
        return new($"带 * 的数字为暂定值：订单还在有效期内，最晚 {ShowDates.Words(day, Language.Zh)}结束后定稿。", $"Numbers with * are provisional: orders are still within their windows, until the end of {ShowDates.Words(day, Language.En)} at the latest.");
    }

    private static Wording? Coverage(Month month, PeriodFacts facts)
    {
        // Most shops' refunds come with their orders; only where records of them came at all can some of their days be missing.
        (Source Source, Wording Name)[] wanted = facts.Coverage.Spans.Any(s => s.Source == Source.Refunds) ? [.. Sources, (Source.Refunds, new("退款", "Refunds"))] : Sources;
        var missing = wanted.Select(s => (s.Name, Days: Uncovered(month, facts, s.Source))).Where(s => s.Days.Count > 0).ToArray();
        if (missing.Length == 0) return null;
        string In(Language language) => string.Join(language.T("；", "; "), missing.Select(m => $"{language.T(m.Name)} {Spans(m.Days, month, language)}"));
        return new($"没有导入的日子：{In(Language.Zh)}。这些日子没有数据，不按 0 计。", $"Days without imported files: {In(Language.En)}. They have no data and do not count as zero.");
    }

    private static List<(DateOnly From, DateOnly To)> Uncovered(Month month, PeriodFacts facts, Source source)
    {
        var spans = new List<(DateOnly From, DateOnly To)>();
        // Days after the last that any import covered have not come yet, as far as is known.
        var reached = facts.Coverage.Spans.Select(s => s.To).Append(facts.Rules.Clock.DayOf(facts.AsOf.Plus(-1))).Max();
        for (var day = month.First; day <= month.Last && day <= reached; day = day.AddDays(1))
        {
            if (facts.Coverage.Covers(source, day)) continue;
            if (spans.Count > 0 && spans[^1].To.AddDays(1) == day) spans[^1] = (spans[^1].From, day);
            else spans.Add((day, day));
        }
        return spans;
    }

    private static string Spans(List<(DateOnly From, DateOnly To)> spans, Month month, Language language)
    {
        const int shown = 4;
        if (spans is [var (from, to)] && from == month.First && to == month.Last) return language.T("整月", "the whole month");
        var words = spans.Take(shown).Select(s => s.From == s.To ? ShowDates.Words(s.From, language) : $"{ShowDates.Words(s.From, language)}–{ShowDates.Words(s.To, language)}");
        return string.Join(language.T("、", ", "), words) + (spans.Count > shown ? "…" : "");
    }
}
