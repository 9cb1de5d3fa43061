using Heng.Engine.Facts;
using Heng.Engine.Live;
using Heng.Engine.Live.Warnings;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Engine.Tests.Facts;

namespace Heng.Engine.Tests.Live;

/// <summary>A day that goes on: messages come in pieces, and what they come to is worked out after each.</summary>
internal sealed class LivePath(RuleSet rules)
{
    private readonly List<string> people = [""];

    public LiveMessages Messages { get; } = new(Chat.Day, rules.Clock.StartOf(Chat.Day), name => name);
    public LiveDay Day { get; } = new(rules.Clock.StartOf(Chat.Day), rules.SessionGapSeconds);

    public IReadOnlyList<Taken> Take(IEnumerable<Message> piece, Instant? exported = null)
    {
        var block = new MessageBlock(256);
        foreach (var message in piece) block.Add(message);
        var taken = new List<Taken>();
        for (var place = 0; place < block.Length;) taken.Add(Messages.Take(block.At(ref place), exported));
        var touched = Messages.Settle();
        Day.Put(touched, Facts(touched), DayQuality.None(Chat.Day), Messages.IsCourtesy);
        return taken;
    }

    /// <summary>A day that is over, to be gone through again.</summary>
    public static PastDay Past(IEnumerable<Message> messages, RuleSet rules)
    {
        var path = new LivePath(rules);
        var said = new MessageBlock(256);
        foreach (var message in messages.OrderBy(m => m.At)) said.Add(message);
        return new("衡", path.Messages, rules.Clock.EndOf(Chat.Day), rules.SessionGapSeconds, said, path.Facts)
        {
            AgentOf = account => Chat.PersonAt(account) is { } person ? path.Person(person) : 0, PostedAt = (agent, _) => new(agent > 0 ? path.people[agent] : null, "一组", null, null), Clock = rules.Clock,
        };
    }

    private DayFacts Facts(IReadOnlyCollection<int> touched) => Pipeline.Facts(Chat.Day, Rows(Messages.Of(touched)), Names, rules);

    public int Person(string name)
    {
        if (!people.Contains(name)) people.Add(name);
        return people.IndexOf(name);
    }

    public static int Second(string wall, RuleSet rules) => (int)((int)TimeOnly.Parse(wall, System.Globalization.CultureInfo.InvariantCulture).ToTimeSpan().TotalSeconds - rules.Clock.CutHour * 3600);

    private DayNames Names => new("衡", buyer => Messages.Buyers.Names[buyer - 1], account => Messages.Accounts.Names[account - 1],
        account => Chat.PersonAt(Messages.Accounts.Names[account - 1]) is { } person ? Person(person) : 0, agent => people[agent]);

    private static DayRows Rows(DayRecords records) => new()
    {
        Count = records.Count, Key = records.Key, Buyer = records.Buyer, Account = records.Account, Second = records.Second, From = records.From, Kind = records.Kind, Length = records.Length,
        Sequence = records.Sequence, Target = Array.ConvertAll(records.Target, t => t == 0 ? -1 : t), IsAutoText = new bool[records.Count],
    };
}
