using Heng.App.Features.Demo.Talk;

namespace Heng.App.Features.Demo;

/// <summary>One day of chats: who comes when (the demand), who serves them (the roster), and how it goes (the scripts).</summary>
internal sealed class ChatDay
{
    private const int PreSalesChatsEach = 46, AfterSalesChatsEach = 41, BusyFactor = 3, LoadSeconds = 600;

    /// <summary>Demand by the hour; the few at night leave a message (留言).</summary>
    private static readonly int[] HourWeights =
        [1, 0, 0, 0, 0, 0, 3, 8, 80, 124, 160, 156, 132, 140, 160, 160, 152, 124, 116, 144, 192, 208, 160, 62];

    private static readonly int[] WeekdayPercent = [112, 96, 94, 95, 97, 100, 108];

    private readonly DemoShop _shop;
    private readonly DateOnly _day;
    private readonly DemoRandom _random;
    private readonly List<ChatLine> _lines = [];
    private readonly (DemoPerson Agent, DemoShift Shift)[] _onDuty;
    private readonly Dictionary<int, List<long>> _begun = [];
    private readonly ChatPlots _plots;
    private readonly bool _busy;

    public ChatDay(DemoShop shop, DateOnly day)
    {
        (_shop, _day) = (shop, day);
        _random = DemoRandom.For(shop.Options.Seed, $"chats {Wall.Print(day)}");
        _onDuty = [.. shop.Roster.At(day).Select(p => (p, shop.Roster.ShiftOf(p, day)!.Value))];
        _busy = shop.Roster.IsPromotion(day);
        _plots = new ChatPlots(shop, day, Colleague);
        foreach (var line in shop.Overnight) _lines.Add(line with { Order = _lines.Count });
        shop.Overnight.Clear();
    }

    public int Chats { get; private set; }

    /// <summary>The day's messages in time order. What runs past midnight is kept for the next day.</summary>
    public List<ChatLine> Run()
    {
        UrgeYesterdays();
        if (_shop.Roster.IsPromotion(_day.AddDays(1)) && !_busy) Announce();
        foreach (var (second, afterSales) in Arrivals()) Serve(second, afterSales);
        var midnight = Wall.At(_day.AddDays(1), 0);
        _shop.Overnight.AddRange(_lines.Where(l => l.At >= midnight));
        _lines.RemoveAll(l => l.At >= midnight);
        _lines.Sort((a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.Order.CompareTo(b.Order));
        return PlantedFaults.Into(_lines, DemoRandom.For(_shop.Options.Seed, $"planted {Wall.Print(_day)}"));
    }

    private (int Second, bool AfterSales)[] Arrivals()
    {
        var preSales = _onDuty.Count(d => d.Agent.Position == DemoPosition.FrontLine) * PreSalesChatsEach;
        var afterSales = _onDuty.Count(d => d.Agent.Position == DemoPosition.AfterSales) * AfterSalesChatsEach;
        var percent = WeekdayPercent[(int)_day.DayOfWeek] + _random.Between(-6, 6);
        var arrivals = new List<(int Second, bool AfterSales)>();
        for (var i = preSales * percent * (_busy ? BusyFactor : 1) / 100; i > 0; i--) arrivals.Add((Second(), false));
        for (var i = afterSales * percent * (_busy ? BusyFactor - 1 : 1) / 100; i > 0; i--) arrivals.Add((Second(), true));
        return [.. arrivals.OrderBy(a => a.Second).ThenBy(a => a.AfterSales)];
    }

    private int Second() => _random.Weighed(HourWeights) * Wall.Hour + _random.Below(Wall.Hour);

    private void Serve(int second, bool afterSales)
    {
        var awake = Choose(d => d.Shift.Holds(second) && Serves(d.Agent, afterSales)) ?? Choose(d => d.Shift.Holds(second));
        var chosen = awake ?? Choose(d => Serves(d.Agent, afterSales)) ?? Choose(_ => true);
        if (chosen is not { } duty) return;
        Chats++;
        var at = Wall.At(_day, second);
        var plot = _plots.Choose(_random, afterSales);
        var chat = new Conversation(_random, _lines, plot.Buyer, new TalkSlots(_random, plot.Product, plot.Order?.Number, duty.Agent.Nick), at)
        {
            Agent = duty.Agent, Account = DemoShop.AccountOf(duty.Agent, _random), Load = LoadOf(duty.Agent, at), HurryPercent = _busy ? 125 : 100,
        };
        if (awake is null) _plots.LeaveMessage(chat, plot, Math.Max(second, duty.Shift.Start));
        else _plots.Play(chat, plot);
    }

    private (DemoPerson Agent, DemoShift Shift)? Choose(Predicate<(DemoPerson Agent, DemoShift Shift)> fits)
    {
        // A leader helps out: one chat in four of an agent's share.
        var fitting = Array.FindAll(_onDuty, d => fits(d) && (d.Agent.Position != DemoPosition.Leader || _random.Chance(250)));
        return fitting.Length == 0 ? null : _random.Pick(fitting);
    }

    private static bool Serves(DemoPerson agent, bool afterSales) => (agent.Group == DemoStaff.AfterSales) == afterSales;

    private int LoadOf(DemoPerson agent, long at)
    {
        if (!_begun.TryGetValue(agent.Index, out var begun)) _begun.Add(agent.Index, begun = []);
        begun.Add(at);
        var load = 0;
        for (var i = begun.Count - 1; i >= 0 && at - begun[i] < LoadSeconds; i--) load++;
        return load;
    }

    /// <summary>Someone at work at that moment in that position, other than the one who asks; else nobody.</summary>
    private DemoPerson? Colleague(DemoPerson asking, string position, long at)
    {
        var second = (int)(at - Wall.At(_day, 0));
        var fitting = Array.FindAll(_onDuty, d => d.Agent != asking && d.Agent.Position == position && d.Shift.Holds(second));
        return fitting.Length == 0 ? null : _random.Pick(fitting).Agent;
    }

    private void UrgeYesterdays()
    {
        while (_shop.ToUrge.TryDequeue(out var urge))
        {
            var duty = Array.Find(_onDuty, d => d.Agent == urge.Agent);
            if (duty.Agent is null || urge.Order.PaidAt is not null) continue;
            var at = Wall.At(_day, duty.Shift.Start + _random.Between(10 * Wall.Minute, 3 * Wall.Hour));
            var slots = new TalkSlots(_random, urge.Order.Product, urge.Order.Number, duty.Agent.Nick);
            var chat = new Conversation(_random, _lines, urge.Order.Buyer, slots, at) { Agent = duty.Agent, Account = DemoShop.AccountOf(duty.Agent, _random), Load = 0 };
            _plots.Urge(chat, urge.Order);
        }
    }

    /// <summary>The evening before the promotion every agent writes to some earlier buyers: broadcasts, which no metric takes for service.</summary>
    private void Announce()
    {
        foreach (var (agent, shift) in _onDuty)
        {
            for (var i = 0; i < 6; i++)
            {
                var slots = new TalkSlots(_random, _random.Pick(DemoProduct.All), null, agent.Nick);
                var at = Wall.At(_day, shift.Start + 5 * Wall.Hour + _random.Below(Wall.Hour));
                new Conversation(_random, _lines, _shop.Buyers.Returning(), slots, at) { Agent = agent, Account = agent.Accounts[0], Load = 0 }
                    .Automatic("agent", "broadcast", SmallTalk.Campaign);
            }
        }
    }
}
