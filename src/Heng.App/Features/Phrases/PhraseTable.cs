using System.Globalization;
using Heng.App.Features.Exports;
using Heng.App.Features.Filing;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Quality.Phrases;
using Heng.Engine.Records;
using Heng.Intake;
using Heng.Store;

namespace Heng.App.Features.Phrases;

/// <summary>A row that was not taken, with its line; line 0 is the whole file.</summary>
public sealed record PhraseRowFault(long Line, Wording Words);

/// <summary>What an import of a library did: versions published, phrases ended, rows that were there already, rows that were not taken.</summary>
public sealed record PhraseImport(int Published, int Ended, int Same, IReadOnlyList<PhraseRowFault> Faults);

/// <summary>
/// The library as a plain table (话术表), a version a row: code, text, category, owner, from, until, ended. What is exported is imported again: into an empty library the same versions, into
/// its own nothing. Drafts stay where they are.
/// </summary>
public sealed class PhraseTable(Database database)
{
    public const long Largest = 4 << 20;
    public static readonly IReadOnlyList<string> Columns = ["code", "text", "category", "owner", "from", "until", "ended"];

    /// <summary>What a column is called in either language; either is read back.</summary>
    private static readonly IReadOnlyList<(string Id, Wording Name, bool Needed)> Headings =
        [("code", new("编号", "code"), true), ("text", new("内容", "text"), true), ("category", new("分类", "category"), true), ("owner", new("负责人", "owner"), true), ("from", new("生效日", "from"), false), ("until", new("有效期", "until"), false), ("ended", new("停用日", "ended"), false)];

    /// <summary>As a page gives it, under headings in the reader's language.</summary>
    public ExportSheet Export(Ui.Language language) => Export() with { Columns = [.. Headings.Select(h => language.T(h.Name.Zh, h.Name.En))] };

    public ExportSheet Export()
    {
        var rows = database.Matters(PhraseBook.Kind).All.Select(PhraseBook.Of).OrderBy(p => p.Code, StringComparer.Ordinal).SelectMany(Rows);
        return new("phrases", Columns, [.. rows]);
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(Phrase phrase)
    {
        var published = phrase.Happened.Where(h => h.What == PhraseEvent.Published).ToList();
        return published.Select((h, i) => (IReadOnlyList<object?>)[phrase.Code, h.Text, h.Category, h.Owner, Iso(h.From), Iso(h.Until), i == published.Count - 1 ? Iso(phrase.EndsOn) : ""]);
    }

    public PhraseImport Import(string path, Filer filer)
    {
        var (rows, refused) = path.Length == 0 ? (null, null) : SmallTable.Read(path);
        if (refused is not null) return new(0, 0, 0, [new(0, refused.Message)]);
        if (rows is null or { Count: 0 }) return new(0, 0, 0, [new(0, new("请选一个有表头、有内容的表（csv 或 xlsx），最大 4 MB", "Choose a table (csv or xlsx) with headings and rows, of at most 4 MB"))]);
        if (Unknown(rows) is { } unknown) return new(0, 0, 0, [new(1, unknown)]);
        var faults = new List<PhraseRowFault>();
        var done = new Dictionary<Taken, int>();
        foreach (var row in rows)
        {
            var taken = Take(row, filer, faults);
            done[taken] = done.GetValueOrDefault(taken) + 1;
        }
        return new(done.GetValueOrDefault(Taken.Published), done.GetValueOrDefault(Taken.Ended), done.GetValueOrDefault(Taken.Same), faults);
    }

    /// <summary>Without one of the needed columns no row can be taken: what is missing, and what stands there instead.</summary>
    private static Wording? Unknown(IReadOnlyList<SmallRow> rows)
    {
        string[] there = [.. rows.SelectMany(r => r.Cells.Keys).Distinct(StringComparer.Ordinal)], known = [.. Headings.SelectMany(h => new[] { h.Id, h.Name.Zh }), "话术"];
        var missing = Headings.Where(h => h.Needed && !there.Contains(h.Id, StringComparer.Ordinal) && !there.Contains(h.Name.Zh, StringComparer.Ordinal) && !(h.Id == "text" && there.Contains("话术", StringComparer.Ordinal))).ToList();
        if (missing.Count == 0) return null;
        var other = string.Join('、', there.Where(t => !known.Contains(t, StringComparer.Ordinal)).Take(10).Select(Clipped));
        return new(
            $"表头里没有{string.Join('、', missing.Select(h => h.Name.Zh))}{(other.Length > 0 ? $"，认不出：{other}" : "")}。要有：编号、内容、分类、负责人；可有：生效日、有效期、停用日（也可写 {string.Join('、', Columns)}）",
            $"The headings have no {string.Join(", ", missing.Select(h => h.Id))}{(other.Length > 0 ? $"; unknown: {other}" : "")}. Needed: code, text, category, owner; besides: from, until, ended (or their names in Chinese)");
    }

    private enum Taken { Published, Ended, Same, Faulty }

    private Taken Take(SmallRow row, Filer filer, List<PhraseRowFault> faults)
    {
        Taken Not(Wording why)
        {
            faults.Add(new(row.Line, why));
            return Taken.Faulty;
        }
        var (from, until, ended) = (row.Of("from", "生效日"), row.Of("until", "有效期"), row.Of("ended", "停用日"));
        foreach (var day in new[] { from, until, ended })
            if (day.Length > 0 && DayIn(day) is null) return Not(new($"“{Clipped(day)}”不是日期，应为 2026-10-01", $"'{Clipped(day)}' is no day such as 2026-10-01"));
        var written = new PhraseHappening(PhraseEvent.Published, filer.Name, filer.Now, "")
        {
            Code = row.Of("code", "编号"), Text = row.Of("text", "内容", "话术"), Category = row.Of("category", "分类"), Owner = row.Of("owner", "负责人"), From = DayIn(from) ?? filer.Today, Until = DayIn(until),
        };
        var (doing, kept) = (new PhraseDoing(database), database.Matters(PhraseBook.Kind).Find(written.Code));
        var isSame = kept is not null && IsThere(kept, written, from.Length > 0);
        if (!isSame && (kept is null ? doing.Begin(written, filer).Refused : doing.Write(kept, written, filer)) is { } refused) return Not(refused.Words);
        if (DayIn(ended) is not { } end || kept is not null && PhraseBook.Of(kept).EndsOn == end) return isSame ? Taken.Same : Taken.Published;
        return doing.End(database.Matters(PhraseBook.Kind).Find(written.Code)!, end, "", filer) is { } not ? Not(not.Words) : isSame ? Taken.Ended : Taken.Published;
    }

    /// <summary>A row that says no first day is there as soon as the newest version says the same.</summary>
    private static bool IsThere(KeptMatter<PhraseHappening> kept, PhraseHappening written, bool dated)
    {
        var published = kept.Happened.Where(h => h.What == PhraseEvent.Published);
        return dated ? published.Any(h => h.From == written.From && Same(h, written)) : published.LastOrDefault() is { } last && Same(last, written);
    }

    private static bool Same(PhraseHappening one, PhraseHappening other) => (one.Text, one.Category, one.Owner, one.Until) == (other.Text, other.Category, other.Owner, other.Until);

    private static DateOnly? DayIn(string text) => DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    private static string Clipped(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
