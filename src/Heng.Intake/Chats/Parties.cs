using Heng.Engine.Records;
using Heng.Intake.Fields;

namespace Heng.Intake.Chats;

/// <summary>
/// Who is who in a chat text (双方): the shop's accounts are those written <c>main:sub</c>, those given, those that people are known by, and the shop's own name.
/// Everybody else is the buyer, and must be one, unless each message says whom it was written to.
/// </summary>
internal sealed class Parties(IntakeOptions options, string? shop)
{
    private const int MostNicks = 100, MostDays = 40_000;
    private readonly HashSet<string> given = [.. options.Accounts.Select(Nicks.Short)], agents = [], others = [];
    private readonly string? buyer = options.Buyer is { } named ? Nicks.Short(named) : null;
    private readonly Dictionary<string, string> firstOfDay = [];
    private bool allAddressed = true;

    public string? FirstAccount { get; private set; }
    /// <summary>The one buyer of the text; null where each message names its own.</summary>
    public string? Buyer => buyer ?? (others.Count == 1 ? others.First() : null);

    public string? FirstOfDay(string day) => firstOfDay.GetValueOrDefault(day);

    public Sender SenderOf(string nick) => nick switch
    {
        _ when nick == buyer => Sender.Buyer,
        "系统" or "系统消息" or "系统提示" => Sender.System,
        _ when nick[(nick.LastIndexOf(':') + 1)..] is "服务助手" or "店小蜜" => Sender.Robot,
        _ => IsAccount(nick) ? Sender.Agent : Sender.Buyer,
    };

    /// <summary>Where the buyer was given, only that nick and accounts stand over messages; another line may look like a head and is none.</summary>
    public bool MayWrite(string nick) => buyer is null || nick == buyer || IsAccount(nick) || SenderOf(nick) is Sender.System or Sender.Robot;

    public void See(string nick, string? addressed, string day)
    {
        allAddressed &= addressed is not null;
        Note(nick, day);
        if (addressed is not null) Note(addressed, day);
    }

    /// <summary>Null where it is clear who is who.</summary>
    public Refusal? Unclear()
    {
        FirstAccount ??= given.FirstOrDefault();
        var one = Buyer is not null || (others.Count > 0 && allAddressed);
        return one && FirstAccount is not null && agents.Count < MostNicks ? null : Refusals.ChatSidesUnknown(agents.Concat(others).Take(20));
    }

    private void Note(string nick, string day)
    {
        var sender = SenderOf(nick);
        if (sender is Sender.System or Sender.Robot) return;
        var side = sender == Sender.Agent ? agents : others;
        if (side.Count < MostNicks) side.Add(nick);
        if (sender != Sender.Agent) return;
        FirstAccount ??= nick;
        if (firstOfDay.Count < MostDays) firstOfDay.TryAdd(day, nick);
    }

    private bool IsAccount(string nick) =>
        given.Contains(nick) || nick.IndexOf(':', StringComparison.Ordinal) > 0 || nick == shop || options.KnownAccounts.Contains(nick);
}
