using Heng.App.Features.Plans;
using Heng.App.Features.Suggestions;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Surveys;

/// <summary>A form as it stands: shipped with Heng (version 0), or the shop's own copy, whose version is how often it was kept.</summary>
public sealed record KnownForm(SurveyForm Form, string Text, int Version);

/// <summary>The forms that can be asked: those shipped, and the shop's own in place of one of the same id or beside them.</summary>
public sealed class SurveyForms(Database database)
{
    public const int MostForms = 50;
    private static string Folder => Path.Combine(TemplateLibrary.Folder, "surveys");

    public IReadOnlyList<KnownForm> All
    {
        get
        {
            var own = database.Matters(VoiceMatters.SurveyForms).All.Select(Own).ToDictionary(f => f.Form.Id, StringComparer.Ordinal);
            return [.. Shipped.Where(f => !own.ContainsKey(f.Form.Id)).Concat(own.Values).OrderBy(f => f.Form.Rhythm).ThenBy(f => f.Form.Id, StringComparer.Ordinal)];
        }
    }

    public KnownForm? Find(string id) => All.FirstOrDefault(f => f.Form.Id == id);

    public static IReadOnlyList<KnownForm> Shipped => !Directory.Exists(Folder) ? [] :
        [.. Directory.EnumerateFiles(Folder, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllText).Select(text => new KnownForm(FormOf(text), text, 0))];

    private static KnownForm Own(KeptMatter<SurveyFormKept> kept) => new(FormOf(kept.Happened[^1].Text), kept.Happened[^1].Text, kept.Happened.Count);

    /// <summary>What was kept could be read then; that it cannot be now is our mistake.</summary>
    internal static SurveyForm FormOf(string text) => SurveyFormFile.Read(text) is { Form: { } form } ? form : throw new InvalidOperationException("a survey's form that was kept can't be read");
}
