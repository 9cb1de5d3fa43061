using Heng.Engine.Quality.Phrases;

namespace Heng.Engine.Quality.Findings;

/// <summary>
/// What checking asks beside the columns of a day: texts and natural keys by stored row, the group and position of a person, the remarks of the cases that an agent opened for a buyer
/// (null where nobody tells of cases), and the findings that a correction took back, by id.
/// </summary>
public sealed record DayTexts(
    TextOfRow Text, IReadOnlyList<UInt128> Keys, Func<int, (string? Line, string? Position)> Whose, Func<int, int, IReadOnlyList<string>?> Remarks, IReadOnlySet<string> Struck);
