using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Orders;

/// <summary>Ratings and reviews as their corrections leave them.</summary>
public static class CorrectedRatings
{
    /// <summary>A voided rating counts nowhere, neither for the person nor for the shop; that it was asked for still does. One of a list of ratings that came is gone with it: null.</summary>
    public static Rating? Of(this Corrections corrections, Rating rating) =>
        corrections.Of(CorrectedFact.Rating, ServiceCredits.IdOf(rating)) is null ? rating : rating.Source is null ? rating with { RatedAt = null, Level = null } : null;

    /// <summary>A review that is not counted against the person is nobody's; the shop still has it.</summary>
    public static int? WhoseOf(this Corrections corrections, Review review, int? named) => corrections.Of(CorrectedFact.Review, ServiceCredits.IdOf(review)) is null ? named : AgentDay.Unbound;
}
