using System.Globalization;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>What is to stand instead, as it was written in a form, an address or a command.</summary>
public sealed record WrittenWish(string? Person = null, string? Points = null, string? DueDays = null, string? PaidDays = null)
{
    /// <summary>How nobody is written.</summary>
    public const string Nobody = "-";

    public bool IsEmpty => this == new WrittenWish();

    /// <summary>Null for a number that is none. Of each kind only its own parts are taken.</summary>
    public AppealWish? Read(CorrectedFact kind) => kind switch
    {
        CorrectedFact.Order => new(Person: Person?.Trim() is { Length: > 0 } person ? person == Nobody ? "" : person : null),
        CorrectedFact.Entry => Number(Points, out var points) ? new(Points: points) : null,
        CorrectedFact.Attendance => Number(DueDays, out var due) && Number(PaidDays, out var paid) ? new(DueDays: due, PaidDays: paid) : null,
        _ => new(),
    };

    private static bool Number(string? text, out decimal? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (!decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) || Math.Abs(read) > 100_000m) return false;
        number = Math.Round(read, 2, MidpointRounding.AwayFromZero);
        return true;
    }
}
