namespace Heng.App.Features.Demo;

/// <summary>One item of a card that people rate: its id in the built-in plan, who rates it, its full points and the lowest that the demo gives.</summary>
internal sealed record EntryItem(string Position, string Id, string Rater, int Full, int Lowest)
{
    private const string Front = DemoPosition.FrontLine, After = DemoPosition.AfterSales, Lead = DemoPosition.Leader;

    /// <summary>The whole list; the ids are those of the built-in templates.</summary>
    public static readonly IReadOnlyList<EntryItem> All =
    [
        .. Common(Front, "leader"), .. Common(After, "leader"), .. Common(Lead, "manager"),
        // S4
        new(Front, "leader-rating", "leader", 100, 70), new(After, "leader-rating", "leader", 100, 70),
        // S10
        .. Gold("self"), .. Gold("manager"),
    ];

    private static EntryItem[] Common(string position, string rater) =>
    [
        new(position, "service-attitude", rater, 15, 9), new(position, "discipline", rater, 10, 7),
        new(position, "teamwork", rater, 8, 5), new(position, "training", rater, 7, 4),
    ];

    private static EntryItem[] Gold(string rater) =>
    [
        new(Front, "polite-reception", rater, 5, 3), new(Front, "order-remarks", rater, 5, 3), new(Front, "lost-deals", rater, 3, 1),
        new(Front, "delay-notice", rater, 5, 3), new(Front, "parcel-follow-up", rater, 5, 3), new(Front, "basics-other", rater, 12, 8),
        new(Front, "attendance-discipline", rater, 7, 4), new(Front, "handover", rater, 7, 4),
        new(Front, "weekly-report", rater, 5, 3), new(Front, "attitude", rater, 6, 4),
    ];
}
