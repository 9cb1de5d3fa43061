using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Live.Warnings;

namespace Heng.App.Features.Warnings;

/// <summary>What a form of thresholds says. Shown has the lines that are to be dropped too, so that every field keeps its name; Texts: the fields as typed.</summary>
internal sealed record WarningTyped(WarningRules Rules, WarningRules Shown, Refusal? Refused, IReadOnlyDictionary<string, string> Texts);

/// <summary>Reads the form of thresholds. A field that is empty turns its warning off; one that can't be read is refused, the first of them by its name.</summary>
internal sealed class WarningForm(IFormCollection form, WarningRules stands, IReadOnlyList<string> groups, IReadOnlyList<string> shifts)
{
    private const int MostLines = 100;
    private static readonly WarningRules Usual = WarningRules.Usual;
    private static readonly WarningLimits Nothing = new() { WaitSeconds = null, UnansweredSeconds = null, AverageSeconds = null, OpenSessions = null, AwaySeconds = null, ForbiddenWords = false, RiskWords = false, Complaints = false };
    private Refusal? refused;

    public static string Name(string field, int? line) => line is { } i ? string.Create(CultureInfo.InvariantCulture, $"{field}.{i}") : field;

    public WarningTyped Read()
    {
        var limits = Limits(null, null);
        var (lines, shown) = Lines();
        var rules = Usual with
        {
            Limits = limits, Lines = lines, Quiet = Quiet(), MergeOver = Whole("merge-over", null, null) ?? Usual.MergeOver, MergeSeconds = MergeSeconds(), KeepSeconds = Whole("keep", null, null) ?? Usual.KeepSeconds,
            EscalateSeconds = Whole("escalate", null, null) ?? Usual.EscalateSeconds, DriftFactor = Factor(),
        };
        if (rules.Wrong() is { } wrong) refused ??= WarningWords.Wrong(wrong);
        return new(rules, rules with { Lines = shown }, refused, form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal));
    }

    private (IReadOnlyList<WarningLine> Kept, IReadOnlyList<WarningLine> Shown) Lines()
    {
        var (kept, shown, count) = (new List<WarningLine>(), new List<WarningLine>(), 0);
        while (count < MostLines && form.ContainsKey(Name("group", count))) count++;
        for (var i = 0; i < count; i++)
        {
            var (group, shift, before) = (form.Text(Name("group", i)), form.Text(Name("shift", i)), refused);
            var of = $"{group} {shift}".Trim();
            var line = new WarningLine(group, shift, Limits(i, of.Length > 0 ? new(of, of) : new("新的一行", "the new line")));
            // The last is the one that waits to be filled in: it comes with the shop's limits.
            if (i == count - 1 && of.Length == 0 && refused == before && (line.Limits == stands.Limits || line.Limits == Nothing)) break;
            shown.Add(line);
            if (form.Ticked(Name("drop", i)))
            {
                refused = before;
                continue;
            }
            // One that stands stays, though nobody is in its group today.
            if (!stands.Lines.Any(l => l.Group == group && l.Shift == shift)) refused ??= Unknown(group, groups, "group") ?? Unknown(shift, shifts, "shift");
            kept.Add(line);
        }
        return (kept, shown);
    }

    private static Refusal? Unknown(string? name, IReadOnlyList<string> known, string field) => name is null || known.Contains(name, StringComparer.Ordinal) ? null : WarningWords.NotThere(field, name);

    private WarningLimits Limits(int? line, Wording? of) => new()
    {
        WaitSeconds = Whole("wait", line, of), UnansweredSeconds = Whole("unanswered", line, of), AverageSeconds = Whole("average", line, of), AverageOver = Whole("over", line, of) ?? WarningLimits.Usual.AverageOver,
        OpenSessions = Whole("open", line, of), AwaySeconds = Whole("away", line, of),
        ForbiddenWords = form.Ticked(Name("forbidden", line)), RiskWords = form.Ticked(Name("risk", line)), Complaints = form.Ticked(Name("complaints", line)),
    };

    private int? Whole(string field, int? line, Wording? of)
    {
        if (Text(Name(field, line)) is not { } text) return null;
        if (!decimal.TryParse(Ungrouped(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) refused ??= WarningWords.Unreadable(field, of, form.Text(Name(field, line))!);
        else if (number is >= int.MinValue and <= int.MaxValue) return (int)number;
        else refused ??= WarningWords.Wrong(field);
        return null;
    }

    private int MergeSeconds()
    {
        var minutes = Whole("merge-minutes", null, null) ?? Usual.MergeSeconds / 60;
        if (minutes is >= 1 and <= 120) return minutes * 60;
        refused ??= WarningWords.Wrong("merge-minutes");
        return Usual.MergeSeconds;
    }

    private decimal? Factor()
    {
        if (Text("drift") is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var factor)) return factor;
        refused ??= WarningWords.Unreadable("drift", null, form.Text("drift")!);
        return null;
    }

    private QuietHours? Quiet()
    {
        var (from, to) = (Minute("quiet-from"), Minute("quiet-to"));
        if (form.Text("quiet-from") is null != form.Text("quiet-to") is null) refused ??= WarningWords.QuietHalf;
        if (from is not { } begins || to is not { } ends) return null;
        if (begins == ends) refused ??= WarningWords.QuietNever;
        return new(begins, ends);
    }

    private int? Minute(string field)
    {
        if (Text(field) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time.Hour * 60 + time.Minute;
        refused ??= WarningWords.Unreadable("quiet", null, form.Text(field)!);
        return null;
    }

    /// <summary>Full-width signs (３００) are read as what they stand for.</summary>
    private string? Text(string name) => form.Text(name) is { } text ? string.Concat(text.Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c)) : null;

    /// <summary>1,800 is 1800; 1,5 is nothing.</summary>
    private static string Ungrouped(string text)
    {
        var parts = text.Split(',');
        return parts.Length > 1 && parts[0].Length is >= 1 and <= 3 && parts.Skip(1).All(p => p.Length == 3) ? string.Concat(parts) : text;
    }
}
