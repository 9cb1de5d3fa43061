using System.Globalization;
using Heng.App.Features.Doing;
using Heng.App.Features.Training;
using Heng.Engine.Growth;

namespace Heng.App.Features.Exams;

/// <summary>What stands in the forms of exams.</summary>
public static class ExamForms
{
    private const string Drawn = "draw:";

    /// <summary>The field of how many are drawn from a bank by a tag; an empty tag is any.</summary>
    public static string Field(string bank, string tag) => $"{Drawn}{bank}:{tag}";

    public static ExamForm Of(IFormCollection form) => new(form.Text("name") ?? "", form.Text("bank") ?? "", form.Text("ids") ?? "", DrawsIn(form), form.Whole("minutes"), form.Instant("opens"), form.Instant("closes"),
        form.Number("pass"), form.Whole("tries"), TrainingEndpoints.AskedIn(form))
    {
        DrawsElsewhere = form.Keys.Any(k => k.StartsWith(Drawn, StringComparison.Ordinal) && !k.StartsWith(Field(form.Text("bank") ?? "", ""), StringComparison.Ordinal) && Counts(form.Text(k))),
    };

    /// <summary>The counts under the bank that is chosen, as lines of a tag and how many; lines may also be sent as they are.</summary>
    private static string DrawsIn(IFormCollection form)
    {
        var under = Field(form.Text("bank") ?? "", "");
        return string.Join('\n', form.Keys.Where(k => k.StartsWith(under, StringComparison.Ordinal) && Counts(form.Text(k))).Select(k => $"{k[under.Length..]} {form.Text(k)}".Trim()).Prepend(form.Text("draws")).OfType<string>());
    }

    private static bool Counts(string? typed) => typed is not null and not "0";

    public static ExamForm Of(ExamSetting setting) => new(setting.Name, setting.Bank, string.Join(' ', setting.FixedIds), Written(setting.Draws), setting.Minutes, setting.Opens, setting.Closes, setting.PassShare * 100m, setting.Tries, new([], [], setting.Asked));

    public static IReadOnlyList<string> Ids(string text) => [.. text.Split([' ', ',', '，', '、', ';', '；', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>A line each: a tag and how many, or a number alone for any tag. What can't be read is a draw of none, which is refused.</summary>
    public static IReadOnlyList<ExamDraw> Draws(string text) => [.. text.Split(['\n', '\r', ';', '；', ',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Draw)];

    public static string Written(IEnumerable<ExamDraw> draws) => string.Join('\n', draws.Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Tag} {d.Count}").Trim()));

    private static ExamDraw Draw(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return int.TryParse(words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? new(string.Join(' ', words[..^1]), count) : new(line, 0);
    }

    /// <summary>The fields of a sheet by the number of their question: chosen places as shown, words, and what stood there when the page was made.</summary>
    public static SheetForm Sheet(IFormCollection form) => new(form.Text("act") ?? "",
    [
        .. form.Keys.Where(k => k.StartsWith("from:", StringComparison.Ordinal)).Select(k => (Number: int.TryParse(k["from:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1, From: form[k].ToString()))
            .Where(f => f.Number >= 0).Select(f => new SheetField(f.Number, [.. form[$"a:{f.Number}"].Select(a => int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : -1)],
                // A zero byte is no character that PostgreSQL keeps.
                form[$"t:{f.Number}"].ToString().Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim(), f.From)),
    ]);

    /// <summary>What an answer is known by on a page: of two devices, whichever changed it since its page was made is heard.</summary>
    public static string Print(SittingAnswer? answer) => answer is null || answer.IsEmpty ? "-"
        : Heng.Engine.Records.StableHash.Of([answer.Text, .. answer.Chosen.Order().Select(c => c.ToString(CultureInfo.InvariantCulture))]).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The answers that a sheet changes, in the bank's places.</summary>
    public static IReadOnlyList<SittingAnswer> Changed(SheetForm form, IReadOnlyList<PaperQuestion> paper) =>
        [.. form.Fields.Where(f => f.Number < paper.Count).Select(f => (Field: f, Answer: new SittingAnswer(paper[f.Number].Question.Id, [.. f.Shown.Select(paper[f.Number].BankPlace)], f.Text))).Where(p => Print(p.Answer) != p.Field.From).Select(p => p.Answer)];
}
