using Heng.Engine.Explanation;
using Heng.Engine.Pay;
using Heng.Engine.Records;
using Heng.Engine.Simulation;

namespace Heng.App.Features.SoFar;

/// <summary>
/// What somebody has earned so far in a month that nobody sealed yet (本月已挣): the payslip as the records make it today, the next steps of what it goes by, and what may still change.
/// </summary>
/// <param name="FinalOn">The day after whose end nothing of the month moves by itself any more; null once it is over.</param>
public sealed record SoFarView(
    Month Month, string Agent, decimal Net, DateOnly? FinalOn, IReadOnlyList<PayLine> Lines, IReadOnlyList<NextStep> Steps, IReadOnlyList<Wording> MayChange, string? PayHref);
