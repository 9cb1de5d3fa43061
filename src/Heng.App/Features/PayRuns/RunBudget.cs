using System.Globalization;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.PayRuns;

/// <summary>A month's budget for all pay (工资预算), in yuan. It holds from its month on until a later month has one of its own; each is a decision.</summary>
public sealed class RunBudget(Database database)
{
    private const string Subject = "pay-budget";
    private const decimal Most = 1e12m;

    /// <summary>The budget and the month it was set for; null where none holds.</summary>
    public (decimal Yuan, Month Since)? Of(Month month)
    {
        (decimal Yuan, Month Since)? found = null;
        foreach (var decision in database.Decisions.About(Subject))
        {
            var words = decision.Why.Split(' ');
            var since = Month.Parse(words[0])!.Value;
            if (since.First <= month.First && (found is null || since.First >= found.Value.Since.First)) found = (decimal.Parse(words[1], CultureInfo.InvariantCulture), since);
        }
        return found;
    }

    public void Set(Month month, decimal yuan, string who, Instant at) => database.Decisions.Append(at, who, "pay-budget-set", Subject, string.Create(CultureInfo.InvariantCulture, $"{month} {yuan:0.00}"));

    /// <summary>Yuan to the fen, above 0; null where it is not that.</summary>
    public static decimal? Read(string? text) =>
        decimal.TryParse(text?.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan > 0m && yuan < Most && decimal.Round(yuan, 2) == yuan ? yuan : null;
}
