using Heng.App.CommandLine;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Suggestions;

/// <summary>What is kept of suggestions and surveys as steps. The names are stored: never renamed.</summary>
public static class VoiceMatters
{
    public static readonly MatterKind<SuggestionHappening> Suggestions = new("suggestion", h => "suggestion-" + Json.Kebab(h.What));
    public static readonly MatterKind<SurveyHappening> Surveys = new("survey", h => "survey-" + Json.Kebab(h.What));
    /// <summary>A shop's own form, keyed by its id; the number of its steps is its version.</summary>
    public static readonly MatterKind<SurveyFormKept> SurveyForms = new("survey-form", _ => "survey-form-kept");
    public static readonly MatterKind<ActionHappening> Actions = new("survey-action", h => "survey-action-" + Json.Kebab(h.What));
}
