using Heng.Engine.Scoring;

namespace Heng.Engine.Appraisal;

/// <summary>Why a mark can't be handed in as it is. Worded at the edge in both languages.</summary>
public enum PointFault { PointsMissing, PointsUnreadable, PointsOutOfRange, PointsOffStep, CommentMissing, CommentTooLong, ChangedMeanwhile }

/// <summary>Which marks one may give by hand, and which of them say why. What was imported is not held to it, save for the scale.</summary>
public static class PointRules
{
    public const int LongestComment = 500;

    /// <summary>Null where the mark can be handed in. An anchor is allowed wherever it stands; else marks go by steps from the lower end, and the higher end is always one.</summary>
    public static PointFault? Of(OnScale scale, decimal? points, string? comment)
    {
        if (points is not { } given) return PointFault.PointsMissing;
        if (!scale.Holds(given)) return PointFault.PointsOutOfRange;
        if (given != scale.High && (given - scale.Low) % scale.Step != 0m && scale.Anchors.All(a => a.At != given)) return PointFault.PointsOffStep;
        if (comment?.Length > LongestComment) return PointFault.CommentTooLong;
        return NeedsComment(scale, given) && string.IsNullOrWhiteSpace(comment) ? PointFault.CommentMissing : null;
    }

    /// <summary>The very good and the very bad mark say why.</summary>
    public static bool NeedsComment(OnScale scale, decimal points) => points <= scale.Edges.Low || points >= scale.Edges.High;
}
