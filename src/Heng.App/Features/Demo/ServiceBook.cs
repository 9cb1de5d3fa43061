namespace Heng.App.Features.Demo;

/// <summary>Invitations to rate a chat with their ratings, and product reviews; collected by day and written as they come.</summary>
internal sealed class ServiceBook(DemoOptions options, DemoRandom random)
{
    private static readonly string[] Levels = ["very-satisfied", "satisfied", "neutral", "dissatisfied", "very-dissatisfied"];

    private static readonly int[][] RatingWeights =
    [
        [800, 160, 25, 9, 6],
        [690, 230, 50, 18, 12],
        [500, 270, 120, 65, 45],
    ];

    private readonly List<(string Account, string Buyer, long Sent, long? Rated, string Level)> _ratings = [];
    private readonly List<(string Order, string Item, string Agent, long At, string Level)> _reviews = [];

    /// <summary>About 35 in 100 answer an invitation; one answered after the end of the months stands unanswered.</summary>
    public void Invite(DemoPerson agent, string account, string buyer, long chatEnd, bool upset)
    {
        var sent = chatEnd + random.Between(10, 60);
        if (!random.Chance(agent.InvitePerMille) || sent >= options.End) return;
        var rated = sent + random.Between(20, 40 * Wall.Minute);
        var answers = random.Chance(350) && rated < options.End;
        var weights = RatingWeights[upset ? 2 : agent.RatingTable];
        var level = upset && random.Chance(600) ? 4 : random.Weighed(weights);
        _ratings.Add((account, buyer, sent, answers ? rated : null, answers ? Levels[level] : ""));
    }

    public void Review(DemoOrder order, string? agent)
    {
        if (order.PaidAt is not { } paid || !random.Chance(250)) return;
        var at = paid + random.Between(4 * Wall.Day, 14 * Wall.Day);
        if (at >= options.End) return;
        var level = random.Below(100) switch { < 93 => "good", < 97 => "neutral", _ => "bad" };
        _reviews.Add((order.Number, order.Product.ListedTitle(order.Style), agent is not null && random.Chance(40) ? agent : "", at, level));
    }

    public void WriteRatings(CsvFile file)
    {
        foreach (var rating in _ratings)
            file.Row(DemoShop.Name, rating.Account, rating.Buyer, Wall.Print(rating.Sent), Wall.Print(rating.Rated), rating.Level);
        _ratings.Clear();
    }

    public void WriteReviews(CsvFile file)
    {
        foreach (var review in _reviews) file.Row(DemoShop.Name, review.Order, review.Item, review.Agent, Wall.Print(review.At), review.Level);
        _reviews.Clear();
    }
}
