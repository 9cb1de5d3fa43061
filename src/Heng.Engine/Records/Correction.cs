namespace Heng.Engine.Records;

/// <summary>What a correction corrects. Stored by number: append, never renumber.</summary>
public enum CorrectedFact : byte { Order, Rating, Review, Attendance, Entry, Message, Finding }

/// <summary>
/// A correction (更正): what stands in the place of a recorded fact since an appeal was accepted. The record stays as it was, and the correction stands over every export of it, also one that is
/// imported later. <paramref name="Fact"/> is the fact's stable id, as explanations name it; it holds no buyer. <paramref name="Day"/> is the day it speaks of, of a month's record the first.
/// Natural key: kind, fact, at, appeal.
/// </summary>
/// <param name="Shop">Empty for what belongs to people and not to a shop.</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When it was decided: known from then on.</param>
public sealed record Correction(string Shop, CorrectedFact Kind, string Fact, DateOnly Day, string Why, string By, Instant At, string Appeal)
{
    /// <summary>Whose the order is; empty is nobody's.</summary>
    public string? Person { get; init; }
    /// <summary>The points that stand in the place of the rater's.</summary>
    public decimal? Points { get; init; }
    public decimal? DueDays { get; init; }
    public decimal? PaidDays { get; init; }

    /// <summary>Whether the fact is of a month and not of a day.</summary>
    public static bool IsOfMonth(CorrectedFact kind) => kind is CorrectedFact.Attendance or CorrectedFact.Entry;

    /// <summary>Whether the fact belongs to people and not to a shop.</summary>
    public static bool IsOfCompany(CorrectedFact kind) => IsOfMonth(kind);
}
