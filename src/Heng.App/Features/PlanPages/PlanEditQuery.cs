using System.Text.RegularExpressions;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Records;
using Heng.Engine.Scoring.Lint;
using Heng.Store;

namespace Heng.App.Features.PlanPages;

/// <summary>Fills the editor: a draft, else the newest published version, else the template. Checking keeps nothing; a draft is kept with all its faults.</summary>
public sealed partial class PlanEditQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    private const int Longest = 400_000;

    public Task<Seen<PlanEditView>> For(string? scheme, string? yaml, PlanAct act, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Publishes(viewer)) return Task.FromResult(Seen<PlanEditView>.Forbidden);
        var text = yaml?.ReplaceLineEndings("\n") ?? (scheme is null ? null : Start(scheme));
        if (text is null) return Task.FromResult(Seen<PlanEditView>.NotFound);
        if (text.Length > Longest) return Answer(new(text, []) { Scheme = scheme, Refused = new($"方案超过 {Longest / 1000} 千字，没有保存", $"the plan is longer than {Longest / 1000} thousand characters and was not kept") });
        if (act == PlanAct.Discard && scheme is not null)
        {
            database.PlanDrafts.Discard(scheme);
            return Start(scheme) is { } start ? Answer(Look(start)) : Task.FromResult(Seen<PlanEditView>.NotFound);
        }
        return Answer(act == PlanAct.Save ? Saved(text, viewer) : Look(text));
    }

    private PlanEditView Saved(string text, Viewer viewer)
    {
        var view = Look(text);
        if (view.Scheme is not { } scheme)
            return view with { Refused = new("没有保存：文件没有 scheme（小写字母、数字、连字符）", "not kept: the file has no scheme (small letters, digits, hyphens)") };
        var draft = new PlanDraft(scheme, text, new(time.GetUtcNow().ToUnixTimeSeconds()), viewer.Name);
        database.PlanDrafts.Keep(draft);
        return view with { Saved = Row(draft) };
    }

    private PlanEditView Look(string text)
    {
        var scheme = SchemeLine().Match(text) is { Success: true } found ? found.Groups[1].Value : null;
        var result = PlanFile.Load(text, scheme is null ? "plan.yaml" : $"{scheme}.yaml", ShopCatalogue.Latest(database).Find);
        var newest = scheme is null ? null : database.Plans.Find(scheme);
        return new(text, [.. result.Findings, .. Unknown(result.Content?.Choice, text)])
        {
            Scheme = scheme, Changes = newest is null ? null : PlanDiff.Of(newest.Yaml, text),
            Saved = scheme is not null && database.PlanDrafts.Find(scheme) is { } draft && draft.Yaml == text ? Row(draft) : null,
        };
    }

    /// <summary>A warning at the line that names the choice.</summary>
    private IEnumerable<PlanError> Unknown(int? choice, string text) => ChoiceLink.Unknown(choice, database) is { } words
        ? [new("", text[..Math.Max(0, ChoiceLine().Match(text).Index)].Count(c => c == '\n') + 1, 1, words) { Rule = "choice-unknown", Severity = Severity.Warning, Place = "choice" }] : [];

    private string? Start(string scheme) => database.PlanDrafts.Find(scheme)?.Yaml ?? database.Plans.Find(scheme)?.Yaml ?? TemplateLibrary.Find(scheme)?.Yaml;

    private static DraftRow Row(PlanDraft draft) => new(draft.Scheme, ShopClock.Shanghai.ToLocal(draft.SavedAt), draft.By);
    private static Task<Seen<PlanEditView>> Answer(PlanEditView view) => Task.FromResult<Seen<PlanEditView>>(view);

    [GeneratedRegex(@"^scheme:[ \t]*([a-z0-9]+(?:-[a-z0-9]+)*)[ \t]*(?:#.*)?$", RegexOptions.Multiline)]
    private static partial Regex SchemeLine();
    [GeneratedRegex(@"^choice:", RegexOptions.Multiline)]
    private static partial Regex ChoiceLine();
}
