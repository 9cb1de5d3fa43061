using System.Globalization;
using Heng.App.Features.Months;
using Heng.Engine.Facts;
using Heng.Engine.Scoring;
using Heng.Store;

namespace Heng.App.Features.Quality;

/// <summary>The QA cards (质检卡) of a period: the program's, one for each of a person's days that was checked.</summary>
internal static class QaCards
{
    public static IReadOnlyList<QaCard> Of(PeriodFacts facts, Person person) => [.. ByProgram(facts, person)];

    private static IEnumerable<QaCard> ByProgram(PeriodFacts facts, Person person)
    {
        foreach (var day in facts.Days.Where(d => d.Agent == person.Id && d.Measures[Primitive.QaPossible] > 0).GroupBy(d => d.Day).OrderBy(g => g.Key))
        {
            long Sum(Primitive of) => day.Sum(d => d.Measures[of]);
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{person.Name}/{day.Key:yyyy-MM-dd}"), day.Key, Automatic: true, Sum(Primitive.QaEarned) / 100m, Sum(Primitive.QaPossible) / 100m)
            {
                Receptions = (int)Sum(Primitive.ReceptionsChecked),
            };
        }
    }
}
