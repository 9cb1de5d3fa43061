namespace Heng.App.Features.Demo.Talk;

/// <summary>
/// One conversation being written, message by message, at its own clock. The agent's ability, slackness and load decide how long a reply takes and how it sounds.
/// Once <see cref="Over"/>, nothing more is said.
/// </summary>
internal sealed class Conversation(DemoRandom random, List<ChatLine> lines, string buyer, TalkSlots slots, long start)
{
    /// <summary>Waits as percent of the agent's mean, one for each twentieth: most replies are quicker than the mean, a few far slower.</summary>
    private static readonly int[] WaitPercent = [18, 25, 31, 37, 43, 48, 54, 60, 66, 72, 79, 87, 95, 104, 115, 128, 146, 172, 215, 365];

    private static readonly int[] BuyerSeconds = [3, 5, 7, 9, 12, 15, 18, 22, 27, 33, 40, 50, 65, 85, 120, 200];
    private bool _agentSpokeLast, _begun;

    public required DemoPerson Agent { get; set; }
    public required string Account { get; set; }
    /// <summary>Chats that this agent began within the last ten minutes.</summary>
    public required int Load { get; init; }
    public int HurryPercent { get; init; } = 100;

    public DemoRandom Random => random;
    public string Buyer => buyer;
    public TalkSlots Slots => slots;
    public long Now { get; private set; } = start;
    public bool Over { get; private set; }
    /// <summary>The agent who has the chat now has written at least once.</summary>
    public bool Answered { get; private set; }
    public bool Upset { get; private set; }

    public void Wait(int seconds) => Now += seconds;

    /// <summary>From a later turn on where the buyer has asked the first already.</summary>
    public void Play(Topic topic, int from = 0)
    {
        foreach (var turn in topic.Turns.Skip(from))
        {
            if (Over) return;
            if (turn.Optional && random.Chance(500)) continue;
            var text = random.Pick(turn.Ways).Fill(slots);
            switch (turn.Speaker)
            {
                case Speaker.Buyer: BuyerSays(text); break;
                case Speaker.BuyerImage: BuyerSays(text, "image"); break;
                case Speaker.BuyerCard: BuyerSays(text, "card"); break;
                case Speaker.AgentCard: AgentSays(text, "card"); break;
                default: AgentSays(text); break;
            }
        }
    }

    public void BuyerSays(Sentence[] ways) => BuyerSays(random.Pick(ways).Fill(slots));

    public void BuyerSays(string text, string kind = "text")
    {
        if (Over) return;
        if (_agentSpokeLast) Now += ThinkingSeconds();
        else if (_begun) Now += random.Between(2, 20);
        Write("buyer", kind, text);
        _agentSpokeLast = false;
    }

    public void AgentSays(Sentence[] ways) => AgentSays(random.Pick(ways).Fill(slots));

    public void AgentSays(string text, string kind = "text")
    {
        if (Over) return;
        if (_agentSpokeLast) Now += random.Between(3, 12);
        else if (!WillAnswer()) return;
        else Now += ReplySeconds();
        if (kind == "text" && random.Chance(Agent.RudePerMille)) BeRude();
        else if (kind == "text") Say(text);
        else Write("agent", kind, text);
        Answered = true;
        _agentSpokeLast = true;
    }

    /// <summary>Auto-replies and robots answer at once and open no wait.</summary>
    public void Automatic(string from, string kind, Sentence[] ways)
    {
        if (random.Chance(500)) Now += 1;
        Write(from, kind, random.Pick(ways).Fill(slots));
    }

    /// <summary>A transfer (转交). Where the buyer's last message has no reply yet, the round goes on open.</summary>
    public void PassTo(DemoPerson next, string account)
    {
        Now += random.Between(5, 25);
        lines.Add(new ChatLine(Now, lines.Count, buyer, Account, "agent", "transfer", account, $"由 {Account} 转交给 {account}"));
        (Agent, Account) = (next, account);
        slots.PassTo(next.Nick);
        _agentSpokeLast = Answered = false;
        AgentSays(SmallTalk.TakeOver);
    }

    /// <summary>The agent takes a message back; the next one replaces it.</summary>
    public void TakeBack() => Write("agent", "recalled", $"{Account} 撤回了一条消息");

    public void Offline(string text) => Write("buyer", "offline", text);

    /// <summary>A buyer kept waiting asks again, and is answered late or never: the more chats at once, the oftener.</summary>
    private bool WillAnswer()
    {
        if (!random.Chance(Math.Min(8 + Load * 5, 60))) return true;
        if (random.Chance(300)) return GiveUp();
        Now += random.Between(90, 330);
        Write("buyer", "text", random.Pick(SmallTalk.Hurry).Fill(slots));
        if (random.Chance(350)) return GiveUp();
        Now += ReplySeconds();
        Say(random.Pick(SmallTalk.Sorry).Fill(slots));
        return true;
    }

    private bool GiveUp()
    {
        Over = true;
        return false;
    }

    private int ReplySeconds()
    {
        var crowded = HurryPercent + 14 * Math.Max(0, Load - 2);
        var seconds = Agent.ReplySeconds * WaitPercent[random.Below(WaitPercent.Length)] * crowded / 10_000;
        return Math.Max(2, seconds + random.Below(2 + seconds / 6) - seconds / 12);
    }

    /// <summary>Seconds mostly; three in a hundred come back after a break long enough for another session, late at night none.</summary>
    private int ThinkingSeconds()
    {
        if (random.Chance(30) && Wall.SecondOfDay(Now) < 22 * Wall.Hour) return random.Between(11 * Wall.Minute, 50 * Wall.Minute);
        var seconds = random.Pick(BuyerSeconds);
        return seconds + random.Below(1 + seconds / 4);
    }

    private void BeRude()
    {
        var (text, kind) = random.Pick(SmallTalk.Rude);
        Write("agent", "text", text, kind);
        Now += random.Between(5, 60);
        Write("buyer", "text", random.Pick(SmallTalk.Upset).Fill(slots));
        Upset = true;
        if (random.Chance(600)) Over = true;
    }

    /// <summary>In the tone of who says it: a slack agent says 你 for 您, and lets a particle follow.</summary>
    private void Say(string text)
    {
        if (!random.Chance(Agent.SlackPerMille))
        {
            Write("agent", "text", text);
            return;
        }
        var plain = text.Replace('您', '你');
        var particle = random.Chance(600) ? random.Pick(SmallTalk.Particles) : "";
        string[] faults = [.. plain == text ? [] : new[] { "禁用称呼" }, .. particle.AsSpan().ContainsAny('哦', '喔', '噢') ? new[] { "禁用语气词" } : []];
        Write("agent", "text", plain + particle, faults.Length == 0 ? null : string.Join('、', faults));
    }

    private void Write(string from, string kind, string text, string? fault = null)
    {
        lines.Add(new ChatLine(Now, lines.Count, buyer, Account, from, kind, null, text) { Planted = fault is null ? null : new(fault, Dodge.None) });
        _begun = true;
    }
}
