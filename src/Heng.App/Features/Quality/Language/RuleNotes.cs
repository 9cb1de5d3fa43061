using Heng.App.Features.Plans;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Lint;
using LintSeverity = Heng.Engine.Scoring.Lint.Severity;

namespace Heng.App.Features.Quality.Language;

/// <summary>Puts what is wrong with a rule where it is written: at its condition, its example, or the rule itself.</summary>
internal static class RuleNotes
{
    public static IEnumerable<PlanError> Of(RuleRead read, IEnumerable<RuleNote> notes, string file) => notes.Select(note =>
    {
        var at = (note.Condition is { } condition ? read.Conditions[condition] : note.Example is { } example ? read.Examples[example] : read.Place).Start;
        return new PlanError(file, (int)at.Line, (int)at.Column, note.Words) { Rule = note.Kind, Severity = note.IsError ? LintSeverity.Error : LintSeverity.Warning, Place = $"rules/{read.Rule.Id}" };
    });
}
