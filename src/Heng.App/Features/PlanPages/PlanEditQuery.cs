using System.Text.RegularExpressions;
using Heng.App.Features.CustomMetrics;
using Heng.App.Features.People;
using Heng.App.Features.Plans;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Scoring.Lint;
using Heng.Store;

namespace Heng.App.Features.PlanPages;

/// <summary>Fills the editor: a draft, else the newest published version, else the template. Checking keeps nothing; a draft is kept with all its faults, and over nobody's newer text unseen.</summary>
public sealed partial class PlanEditQuery(Database database, ViewerFor viewers, TimeProvider time)
{
    private const int Longest = 400_000;

    public Task<Seen<PlanEditView>> For(string? scheme, PlanEditAsk ask, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !Rights.Publishes(viewer)) return Task.FromResult(Seen<PlanEditView>.Forbidden);
        var standing = scheme is null ? null : StandingText.Find(database, scheme);
        if ((ask.Yaml?.ReplaceLineEndings("\n") ?? standing?.Yaml) is not { } text) return Task.FromResult(Seen<PlanEditView>.NotFound);
        if (Unkept(text) is { } unkept) return Answer(new(Shown(text), []) { Scheme = scheme, Seen = ask.Seen, Refused = unkept });
        return Answer(ask.Act switch
        {
            PlanAct.Look => Look(text) with { Seen = standing?.Seen },
            PlanAct.Save => Saved(text, ask.Seen, viewer),
            PlanAct.AskToDiscard => AskedToDiscard(text, standing, ask.Seen),
            PlanAct.Discard => Discarded(text, standing, ask.Seen),
            _ => Look(text) with { Seen = ask.Seen },
        });
    }

    private static Wording? Unkept(string text) =>
        text.Length > Longest ? new($"方案超过 {Longest / 1000} 千字，没有保存", $"the plan is longer than {Longest / 1000} thousand characters and was not kept")
        : text.Any(Unwritable) ? new("文本里有不可见的控制字符（可能是二进制内容），没有保存；它们在编辑器里显示为 �", "the text holds control characters, as binary content does, and was not kept; they stand as � in the editor")
        : null;

    private static bool Unwritable(char c) => char.IsControl(c) && c is not ('\n' or '\t' or '\u0085');

    private static string Shown(string text) => string.Concat(text.Select(c => Unwritable(c) ? '\uFFFD' : c));

    private PlanEditView Saved(string text, string? seen, Viewer viewer)
    {
        var view = Look(text) with { Seen = seen };
        if (view.Scheme is not { } scheme)
            return view with { Refused = new("没有保存：文件没有 scheme（小写字母、数字、连字符）", "not kept: the file has no scheme (small letters, digits, hyphens)") };
        var standing = StandingText.Find(database, scheme);
        var draft = new PlanDraft(scheme, text, new(time.GetUtcNow().ToUnixTimeSeconds()), viewer.Name);
        var known = standing?.Told is null || standing.Seen == seen || standing.Draft?.Yaml == text;
        if (known && database.PlanDrafts.Keep(draft, standing?.Draft?.Yaml)) return view with { Saved = Row(draft) };
        // Read again: where it was lost by a moment, somebody else's draft stands only now.
        return Meanwhile(view, StandingText.Find(database, scheme), new("没有保存，您写的仍在编辑器里", "yours was not kept and still stands in the editor")) with { Over = StandingText.Find(database, scheme)?.Seen };
    }

    private PlanEditView AskedToDiscard(string text, StandingText? standing, string? seen)
    {
        var view = Look(text) with { Seen = seen };
        if (standing?.Draft is not { } draft) return view with { Refused = new("没有草稿可以放弃", "there is no draft to discard") };
        return standing.Seen == seen ? view with { ToDiscard = (Row(draft), standing.Seen) } : NotDiscarded(view, standing);
    }

    private PlanEditView Discarded(string text, StandingText? standing, string? seen)
    {
        if (standing?.Draft is not { } draft || standing.Seen != seen || !database.PlanDrafts.Discard(draft.Scheme, draft.Yaml)) return NotDiscarded(Look(text) with { Seen = seen }, standing);
        return Look(StandingText.Find(database, draft.Scheme)?.Yaml ?? "") with { Discarded = true };
    }

    private static PlanEditView NotDiscarded(PlanEditView view, StandingText? standing) =>
        Meanwhile(view, standing, new("没有放弃；重新打开编辑器即可看到它", "nothing was discarded; open the editor again to see it"));

    private static PlanEditView Meanwhile(PlanEditView view, StandingText? standing, Wording so) =>
        view with { Refused = standing?.Told is { } told ? new($"{told.Zh}；{so.Zh}", $"{told.En}; {so.En}") : so };

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

    private static DraftRow Row(PlanDraft draft) => new(draft.Scheme, ShopClock.Shanghai.ToLocal(draft.SavedAt), draft.By);
    private static Task<Seen<PlanEditView>> Answer(PlanEditView view) => Task.FromResult<Seen<PlanEditView>>(view);

    [GeneratedRegex(@"^scheme:[ \t]*([a-z0-9]+(?:-[a-z0-9]+)*)[ \t]*(?:#.*)?$", RegexOptions.Multiline)]
    private static partial Regex SchemeLine();
    [GeneratedRegex(@"^choice:", RegexOptions.Multiline)]
    private static partial Regex ChoiceLine();
}
