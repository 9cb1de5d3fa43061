namespace Heng.App.Features.Demo;

/// <summary>One item of a card that people rate: its id in the built-in plan, who rates it, its full points and the lowest that the demo gives.</summary>
internal sealed record EntryItem(string Position, string Id, string Rater, int Full, int Lowest)
{
    private const string Front = DemoPosition.FrontLine, After = DemoPosition.AfterSales, Lead = DemoPosition.Leader;

    /// <summary>The whole list; ids, raters and scales are those of the built-in templates s2, s4 and s10. Nobody rates as a peer, so that a weight is redistributed.</summary>
    public static readonly IReadOnlyList<EntryItem> All =
    [
        .. Common(Front, "leader"), .. Common(After, "leader"), .. Common(Lead, "manager"),
        new(Front, "leader-rating", "leader", 5, 3), new(After, "leader-rating", "leader", 5, 3),
        .. Gold("self"), .. Gold("manager"),
    ];

    private static EntryItem[] Common(string position, string above) =>
    [
        new(position, "service-attitude", "self", 15, 11), new(position, "service-attitude", above, 15, 9), new(position, "teamwork", above, 8, 5),
        new(position, "discipline", "hr", 10, 7), new(position, "training", "hr", 7, 4),
    ];

    private static EntryItem[] Gold(string rater) =>
    [
        new(Front, "guidance", rater, 5, 3), new(Front, "remarks", rater, 5, 3), new(Front, "lost-deals", rater, 3, 1),
        new(Front, "delayed-orders", rater, 5, 3), new(Front, "parcels", rater, 5, 3),
        new(Front, "product-knowledge", rater, 6, 4), new(Front, "order-check", rater, 6, 3),
        new(Front, "discipline", rater, 7, 4), new(Front, "handover", rater, 7, 4),
        new(Front, "weekly-report", rater, 5, 3), new(Front, "attitude", rater, 6, 4),
    ];
}
