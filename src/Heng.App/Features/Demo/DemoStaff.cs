namespace Heng.App.Features.Demo;

/// <summary>
/// Invents the people: two pre-sales groups, one after-sales group, a leader each, the manager and HR.
/// From eight agents on, one joins in the middle month (and takes over an account), one leaves in it and one changes group.
/// </summary>
internal static class DemoStaff
{
    public const string First = "售前一组", Second = "售前二组", AfterSales = "售后组";
    public static readonly string[] Groups = [First, Second, AfterSales];
    private const int FewestForChanges = 8;

    private static readonly int[] ReplySeconds = [12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 25, 27, 29, 32, 36, 42, 52];
    private static readonly int[] Conversion = [330, 380, 420, 450, 480, 500, 520, 540, 570, 600, 640, 700];
    private static readonly int[] Invite = [420, 500, 560, 620, 680, 720, 760, 800, 850, 900];

    public static IReadOnlyList<DemoPerson> Invent(DemoOptions options, string shop)
    {
        var random = DemoRandom.For(options.Seed, "staff");
        var total = options.Agents + Groups.Length + 2;
        var names = DemoNames.People(random, total);
        var nicks = DemoNames.Nicks(random, total);
        var people = new List<DemoPerson>(total);
        var deal = random.Below(Conversion.Length * Invite.Length * ReplySeconds.Length);
        var afterSales = Math.Max(1, options.Agents / 4);
        for (var i = 0; i < total; i++)
        {
            var (group, position) = Place(i, options.Agents, afterSales);
            people.Add(Person(random, deal, options, shop, i, names[i], nicks[i], group, position));
        }
        if (options.Agents >= FewestForChanges) MakeChanges(people, options);
        MakeSlack(people);
        return people;
    }

    private static (string Group, string Position) Place(int index, int agents, int afterSales)
    {
        if (index < Groups.Length) return (Groups[index], DemoPosition.Leader);
        var agent = index - Groups.Length;
        if (agent >= agents) return ("店长室", agent == agents ? DemoPosition.Manager : DemoPosition.Hr);
        if (agent >= agents - afterSales) return (AfterSales, DemoPosition.AfterSales);
        return (agent % 2 == 0 ? First : Second, DemoPosition.FrontLine);
    }

    private static DemoPerson Person(
        DemoRandom random, int deal, DemoOptions options, string shop, int index, string name, string nick, string group, string position)
    {
        var seniority = random.Between(3, 40);
        var basePay = position == DemoPosition.Leader ? 5200 + random.Below(5) * 200 : 3200 + seniority / 6 * 150;
        var second = random.Chance(250);
        string[] accounts = position is DemoPosition.Manager or DemoPosition.Hr ? [] : second ? [$"{shop}:{nick}", $"{shop}:{nick}02"] : [$"{shop}:{nick}"];
        return new DemoPerson(index, name, nick, group, position, basePay, options.FirstDay.AddMonths(-seniority), null, accounts)
        {
            ReplySeconds = Dealt(ReplySeconds, deal, 7 * index) + (position == DemoPosition.AfterSales ? 4 : 0),
            ConversionPerMille = Dealt(Conversion, deal, 5 * index),
            InvitePerMille = Dealt(Invite, deal, 3 * index),
            SlackPerMille = random.Between(4, 40),
            RudePerMille = 0,
            AutoReplies = random.Chance(850),
            RatingTable = random.Weighed([40, 45, 15]),
        };
    }

    /// <summary>Dealt like cards, not drawn: every shop has its quick and its slow ones.</summary>
    private static int Dealt(int[] table, int deal, int index) => table[(deal + index) % table.Length];

    private static void MakeChanges(List<DemoPerson> people, DemoOptions options)
    {
        var middle = options.FirstMonth.Plus(options.Months / 2).First;
        int At(int fromEnd) => people.FindLastIndex(p => p.Position == DemoPosition.FrontLine) - fromEnd;
        var (joins, leaves, moves) = (At(0), At(1), At(2));
        people[leaves] = people[leaves] with { To = middle.AddDays(11) };
        people[joins] = people[joins] with
        {
            From = middle.AddDays(15), BasePay = 3000, ReplySeconds = 48, ConversionPerMille = 400,
            Accounts = [people[joins].Accounts[0], people[leaves].Accounts[0]],
        };
        var mover = people[moves];
        people[moves] = mover with { MovesOn = middle.AddDays(10), MovesTo = mover.Group == First ? Second : First };
    }

    /// <summary>One rude and two slack agents, so that quality checks find something; the worst is in after-sales.</summary>
    private static void MakeSlack(List<DemoPerson> people)
    {
        var rude = people.FindIndex(p => p.Position == DemoPosition.AfterSales);
        people[rude] = people[rude] with { RudePerMille = 35, SlackPerMille = 420, RatingTable = 2 };
        var slack = people.FindIndex(p => p.Position == DemoPosition.FrontLine);
        people[slack] = people[slack] with { RudePerMille = 8, SlackPerMille = 300 };
    }
}
