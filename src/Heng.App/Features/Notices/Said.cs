using System.Globalization;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Notices;

/// <summary>The words that a notice was kept with, read for its sentence. What is not there, or can't be read, shows as missing: an old notice never breaks a page.</summary>
public sealed class Said(IReadOnlyDictionary<string, string> words)
{
    public string One(string name) => words.TryGetValue(name, out var word) && word.Length > 0 ? word : Show.None;

    public Wording Two(string name) => new(One(name + "-zh"), One(name + "-en"));

    public int? Number(string name) => words.TryGetValue(name, out var word) && int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public Wording Day(string name) => words.TryGetValue(name, out var word) && DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new(ShowDates.Words(day, Language.Zh), ShowDates.Words(day, Language.En)) : new(Show.None, Show.None);

    public Wording Month(string name) => words.TryGetValue(name, out var word) && Engine.Records.Month.Parse(word) is { } month
        ? new(ShowDates.Words(month, Language.Zh), ShowDates.Words(month, Language.En)) : new(Show.None, Show.None);

    public bool Has(string name) => words.ContainsKey(name);

    /// <summary>All of it, for a kind that nobody worded.</summary>
    public string Whole => string.Join(" · ", words.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key} {w.Value}"));
}
