using System.Globalization;
using Heng.App.Features.Doing;
using Heng.App.Features.Receptions;
using Heng.Engine.Quality.Inspection;
using Heng.Engine.Quality.Sampling;

namespace Heng.App.Features.Inspections;

/// <summary>Reads what the forms of inspections send. What can't be read becomes a value that is refused by name, never a harmless one.</summary>
internal static class InspectionForms
{
    /// <summary>Whether the form is only to be shown again, which hands nothing in.</summary>
    public static bool IsShownAgain(IFormCollection form) => form.Text("rest") is not null;

    /// <summary>What it shows then: the marks as they were typed, or in one step what nobody looked at said to be fine.</summary>
    public static IReadOnlyList<CriterionMark> Again(IFormCollection form, InspectionForm of, IReadOnlyList<ChatLine>? lines) =>
        Marks(form, of, lines) is var marks && form.Text("rest") == "fine" ? of.RestFine(marks) : marks;

    /// <summary>Marks by criterion: v its verdict, where none is sent it is unmarked, t how often, m the number of a message in the transcript, c the comment. Where no messages are, m is any words.</summary>
    public static IReadOnlyList<CriterionMark> Marks(IFormCollection form, InspectionForm of, IReadOnlyList<ChatLine>? lines)
    {
        var marks = new List<CriterionMark>();
        foreach (var criterion in of.Criteria)
        {
            var verdict = form.Text("v:" + criterion.Id) switch { "found" => Verdict.Found, "na" => Verdict.NotApplicable, "fine" => Verdict.Fine, null => Verdict.Unmarked, _ => (Verdict)byte.MaxValue };
            var (message, comment) = (Message(form.Text("m:" + criterion.Id), lines), form.Text("c:" + criterion.Id)?.ReplaceLineEndings(" "));
            if (verdict == Verdict.Unmarked && message is null && comment is null) continue;
            marks.Add(new(criterion.Id, verdict, form.Text("t:" + criterion.Id) is null ? 1 : form.Whole("t:" + criterion.Id) ?? 0, message, comment));
        }
        return marks;
    }

    public static IReadOnlySet<string> MessagesIn(ReceptionView? reception) => new HashSet<string>((reception?.Lines ?? []).Select(l => l.Fact).OfType<string>(), StringComparer.Ordinal);

    /// <summary>The message's place in the transcript, from 1; null for what is not there any more.</summary>
    public static int? NumberOf(string? message, IReadOnlyList<ChatLine> lines)
    {
        for (var i = 0; message is not null && i < lines.Count; i++)
            if (lines[i].Fact == message) return i + 1;
        return null;
    }

    public static SamplingHappening Plan(IFormCollection form, InspectionForm? of)
    {
        var axes = form["axes"].Aggregate(StrataAxes.None, (all, one) => all | one switch { "group" => StrataAxes.Group, "slot" => StrataAxes.Slot, "line" => StrataAxes.Line, "risk" => StrataAxes.Risk, _ => StrataAxes.None });
        int Count(string name) => form.Text(name) is null ? 0 : form.Whole(name) ?? -1;
        var second = form.Text("second") is null ? 0m : form.Number("second") ?? -1m;
        int[] slots = [.. (form.Text("slots") ?? "0 9 18").Split([' ', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries).Select(s => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? hour : -1)];
        return new(SamplingEvent.Committed, "", default, "")
        {
            Form = of, DueDays = form.Whole("due"), AppealDays = form.Whole("appeal"),
            Plan = new(form.Text("kind") == "own" ? InspectionKind.Own : InspectionKind.Company, form.Text("of") == "calls" ? Sampled.Calls : Sampled.Receptions, form.Day("first") ?? DateOnly.MaxValue, form.Day("last") ?? DateOnly.MinValue,
                Count("per-stratum"), Count("per-risk"), Count("per-agent"), second / 100m, axes, slots) { Group = form.Text("group") },
        };
    }

    /// <summary>What was typed, to stand there again.</summary>
    public static IReadOnlyDictionary<string, string> Typed(IFormCollection form) => form.Where(f => f.Key is not "__RequestVerificationToken").ToDictionary(f => f.Key, f => string.Join(',', f.Value.ToArray()), StringComparer.Ordinal);

    private static string? Message(string? number, IReadOnlyList<ChatLine>? lines)
    {
        if (number is null || lines is null) return number;
        return int.TryParse(number.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= lines.Count && lines[at - 1].Fact is { } fact ? fact : "?" + number;
    }
}
