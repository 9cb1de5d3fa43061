using Heng.App.Features.Closing;
using Heng.App.Features.Guard;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Facts;
using Heng.Engine.Metrics;
using Heng.Engine.Pay;
using Heng.Engine.Records;

namespace Heng.App.Features.Months;

/// <summary>Puts the lines that settle closed months at the end of the payslips of the month that settles them.</summary>
internal static class LateSlips
{
    public static IReadOnlyList<PersonMonth> Settle(IReadOnlyList<PersonMonth> people, LateLines late, LeastPay least, PeriodFacts facts, Month month)
    {
        var there = people.Select(p => p.Person.Name).ToHashSet(StringComparer.Ordinal);
        var settled = people.Select(p => Settled(p, late, least));
        var gone = late.Agents.Where(a => !there.Contains(a)).Select(a => Gone(a, late.Of(a, 0m, 0m), facts, month)).OfType<PersonMonth>();
        return [.. settled.Concat(gone).OrderBy(p => p.Person.Name, StringComparer.Ordinal)];
    }

    public static PersonMonth Settled(PersonMonth person, LateLines late, LeastPay least) =>
        late.Of(person.Person.Name, person.Pay?.Net ?? 0m, least.Of(person)) is { Count: > 0 } lines ? person with { Pay = With(person.Person.Name, person.Pay, lines) } : person;

    private static Payslip With(string agent, Payslip? own, IReadOnlyList<PayLine> lines) => own is null
        ? new(agent, "", lines.Sum(l => l.Amount), lines)
        : own with { Net = own.Net + lines.Sum(l => l.Amount), Lines = [.. own.Lines, .. lines] };

    /// <summary>Who left before the month is paid on their own, with these lines alone.</summary>
    private static PersonMonth? Gone(string agent, IReadOnlyList<PayLine> lines, PeriodFacts facts, Month month)
    {
        if (lines.Count == 0 || facts.Roster.Find(agent) is not { } person || facts.Roster.HistoryOf(person.Id).FirstOrDefault(e => e.From <= month.Last) is not { } last) return null;
        var left = last.To is { } to ? new Wording($"{ShowDates.Words(to, Language.Zh)}已离职：差额单独发放，不随当月工资", $"left on {ShowDates.Words(to, Language.En)}: paid off-cycle, not with the month's pay") : default;
        PayLine[] told = [lines[0] with { Notes = [.. lines[0].Notes, left] }, .. lines.Skip(1)];
        return new(person, last, Totals.Of(facts.From, facts.To, Array.Empty<AgentDay>(), facts.Coverage), null, With(agent, null, told), null);
    }
}
