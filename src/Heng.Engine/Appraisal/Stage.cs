using Heng.Engine.Explanation;

namespace Heng.Engine.Appraisal;

/// <summary>What is done in a stage of an assessment (考核环节). Stored by number: append, never renumber.</summary>
public enum StageWork : byte { Collect, Calculate, Rate, Confirm, Review, Approve, Publish, Interview, Close }

/// <summary>Who fills a stage (填写人): the person themself, or those who stand to them as the word says. Stored by name, as the raters of entries are.</summary>
public static class Filler
{
    public const string Self = "self", Peer = "peer", Leader = "leader", Manager = "manager", Subordinate = "subordinate", Hr = "hr";

    public static readonly IReadOnlyList<string> All = [Self, Peer, Leader, Manager, Subordinate, Hr];
}

/// <summary>One stage (环节): what is done in it, by whom, and until when. Without a due it never is late.</summary>
public sealed record Stage(string Id, Wording Name, StageWork Work, IReadOnlyList<string> By, Due? Due = null)
{
    /// <summary>Whether each person has a part in it; else it is done once for everybody.</summary>
    public bool OfEachPerson => Work is StageWork.Rate or StageWork.Confirm or StageWork.Review or StageWork.Approve or StageWork.Interview;
}
