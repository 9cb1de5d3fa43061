using Heng.Engine.Explanation;
using Heng.Store;

namespace Heng.App.Features.Plans;

/// <summary>The choice of indicators that a file says it rests on: only the database knows whether there is one.</summary>
public static class ChoiceLink
{
    /// <summary>Null where the file names none, or one that there is.</summary>
    public static Wording? Unknown(int? choice, Database database) => choice is { } number && database.IndicatorChoices.Of(number).Count == 0
        ? new($"choice: {number}：没有这次指标选择", $"choice: {number}: there is no such choice of indicators") : null;
}
