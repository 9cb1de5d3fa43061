using Heng.App.CommandLine;
using Heng.Engine.Growth;
using Heng.Store;

namespace Heng.App.Features.Training;

/// <summary>What is kept of trainings, exams and simulated dialogues. Names are stored and never renamed.</summary>
public static class LearningKinds
{
    public static readonly MatterKind<TrainingHappening> Trainings = new("training", h => "training-" + Json.Kebab(h.What));
    public static readonly MatterKind<ExamBankHappening> Banks = new("exam-bank", h => "exam-bank-" + Json.Kebab(h.What));
    public static readonly MatterKind<ExamHappening> Exams = new("exam", h => "exam-" + Json.Kebab(h.What));
    public static readonly MatterKind<SittingHappening> Sittings = new("exam-sitting", h => "exam-sitting-" + Json.Kebab(h.What));
    public static readonly MatterKind<DialogueScriptHappening> Scripts = new("dialogue-script", h => "dialogue-script-" + Json.Kebab(h.What));
    public static readonly MatterKind<DialogueHappening> Dialogues = new("dialogue", h => "dialogue-" + Json.Kebab(h.What));
    public static readonly MatterKind<DialogueRunHappening> Runs = new("dialogue-run", h => "dialogue-run-" + Json.Kebab(h.What));
}
