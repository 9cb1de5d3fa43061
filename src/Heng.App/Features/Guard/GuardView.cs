using Heng.App.CommandLine;
using Heng.App.Ui;
using Heng.Engine.Pay;
using Heng.Engine.Pay.Guard;
using Heng.Engine.Records;

namespace Heng.App.Features.Guard;

/// <summary>The page of the guard (合规提示): a month's findings, what could not be looked at, and the parameters.</summary>
public sealed record GuardView(Month Month, IReadOnlyList<GuardRow> Rows, IReadOnlyList<GuardGap> Gaps, GuardSetting Setting, IReadOnlyList<MinimumWage> Minimums, bool MayAcknowledge, bool MaySet)
{
    /// <summary>Everybody who was paid, as the guard looks at them.</summary>
    public IReadOnlyList<GuardedPay> People { get; init; } = [];
    public IReadOnlyList<PlanNotice> Notices { get; init; } = [];
    public Refusal? Refused { get; init; }
    /// <summary>What was done by the form that led here: <c>acknowledged</c> or <c>set</c>.</summary>
    public string? Did { get; init; }

    public string Href => Links.Guard(Month);
}

/// <summary>Somebody's pay for normal work beside their minimum wage, and the base's share of the wage; null is not known.</summary>
public sealed record GuardedPay(string Agent, string? Place, decimal NormalWork, decimal? Minimum, decimal? BaseShare, decimal? OvertimeHours)
{
    public static GuardedPay Of(GuardMonth month, GuardPerson person) => new(person.Agent, person.Place, LegalGuard.NormalWork(month, person), LegalGuard.MinimumOf(month, person),
        person.Sum(k => k.IsWage()) is > 0m and var wage ? person.Sum(k => k == PayKind.Base) / wage : null, person.OvertimeHours);
}

/// <summary>What was sent: acknowledging a finding, or setting the parameters as typed.</summary>
public sealed record GuardForm(string Act, string Finding, string Stamp, string Reason, string Place, string Days, string Least, string Most)
{
    public string FlexibleHolidays { get; init; } = "";
}

public delegate Task<Seen<GuardView>> GuardFor(Month month, GuardForm? form, HttpContext context);
