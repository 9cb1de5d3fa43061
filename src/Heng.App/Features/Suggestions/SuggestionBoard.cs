using Heng.Engine.Records;
using Heng.Engine.Voice;
using Heng.Store;

namespace Heng.App.Features.Suggestions;

/// <summary>Whose suggestions were made and adopted over some days (建议榜): what an innovation award is given by. Who gives it decides elsewhere.</summary>
public sealed class SuggestionBoard(Database database)
{
    public IReadOnlyList<SuggestionRank> Of(DateOnly from, DateOnly to) => SuggestionRanking.Of(SuggestionTelling.Loaded(database), ShopClock.Shanghai, from, to);

    /// <summary>The month, or the quarter that it lies in.</summary>
    public static (DateOnly From, DateOnly To) Days(Month month, bool quarter) => quarter
        ? (new DateOnly(month.Year, (month.Number - 1) / 3 * 3 + 1, 1), new DateOnly(month.Year, (month.Number - 1) / 3 * 3 + 1, 1).AddMonths(3).AddDays(-1))
        : (month.First, month.Last);
}
