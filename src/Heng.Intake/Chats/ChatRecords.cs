using Heng.Engine.Records;
using Heng.Intake.Bytes;
using Heng.Intake.Fields;

namespace Heng.Intake.Chats;

/// <summary>
/// The blocks of a chat text as records with the fields of a message. A buyer's words belong to the account that wrote last, on a new day to the first that
/// writes on it, before any to the first of all; a transfer hands them on. What is no message is told as such, so that every line is in some row.
/// </summary>
internal abstract class ChatRecords(ByteWindow window, Charset charset, Parties parties) : Records(window)
{
    public static readonly IReadOnlyList<string> Names = ["buyer", "account", "at", "from", "kind", "to", "text"];
    private readonly byte[][] fields = new byte[Names.Count][];
    private string? account;
    private string day = "";
    private bool nothing;

    protected Parties Parties => parties;
    /// <summary>When the message above was written: notices have no time of their own.</summary>
    protected string? LastTime { get; private set; }
    /// <summary>Who wrote the block, to whom and on which day, for telling the two sides apart; null where it is no message.</summary>
    public (string Nick, string? Other, string Day)? Written { get; private set; }

    public override ReadOnlySpan<byte> Field(int index) => (uint)index < (uint)Count ? fields[index] : default;

    protected override bool IsBlank => nothing || base.IsBlank;

    protected sealed override (int Length, int Lines) Scan(ReadOnlySpan<byte> rest, bool final)
    {
        (Written, nothing) = (null, false);
        var lines = new ChatLines(rest, final, Window.LineEnd, charset);
        if (!lines.TryTake(out var first) || !Block(first, ref lines)) return (0, 0);
        return (lines.Bytes, lines.Count);
    }

    /// <summary>Takes the lines of the block that begins with this one; false where the window does not hold it whole. Nothing is kept until it does.</summary>
    protected abstract bool Block(string? first, ref ChatLines lines);

    /// <summary>A line of order, such as a date alone: no record.</summary>
    protected bool Skip() => nothing = true;

    protected bool Broken(Reason reason)
    {
        Reject(reason);
        return true;
    }

    protected bool Noise()
    {
        Passed = Reasons.ChatNoise;
        return true;
    }

    protected bool Message(string nick, string? addressed, string time, IReadOnlyList<string> content)
    {
        var text = string.Join('\n', content).Trim();
        LastTime = time;
        return Say(Nicks.Short(nick), addressed is null ? null : Nicks.Short(addressed), time, content.Count > 0 && content.All(l => l.Length == 0 || ChatWords.IsOfCard(l)) ? "card" : "text", text);
    }

    /// <summary>Who took a message back is told, which one is not; the client may write 对方 in place of a nick.</summary>
    protected bool Recalled(string nick, string line)
    {
        var isKnown = parties.SenderOf(nick) != Sender.Buyer || nick == parties.Buyer;
        if (LastTime is not { } time || !isKnown) return Noise();
        Say(nick, null, time, "recalled", line);
        Written = null;
        return true;
    }

    protected bool Transferred(string by, string to)
    {
        var (from, at) = (AccountOn(day), Nicks.Short(to));
        if (parties.SenderOf(Nicks.Short(by)) == Sender.Agent) from = Nicks.Short(by);
        account = at;
        // Before the first message, or where the one it goes to has it already, nothing is handed on.
        if (LastTime is not { } time || parties.Buyer is not { } buyer || from is null || from == at) return Noise();
        Fill(buyer, from, time, "system", "transfer", at, "");
        return true;
    }

    private bool Say(string nick, string? addressed, string time, string kind, string text)
    {
        Turn(ChatAccounts.DayOf(time));
        Written = (nick, addressed, day);
        var sender = parties.SenderOf(nick);
        if (sender == Sender.Agent) account = nick;
        else if (addressed is not null && parties.SenderOf(addressed) == Sender.Agent) account = addressed;
        var buyer = sender == Sender.Buyer ? nick : addressed is not null && parties.SenderOf(addressed) == Sender.Buyer ? addressed : parties.Buyer;
        Fill(buyer ?? "", AccountOn(day) ?? "", time, Word(sender), kind, "", text);
        return true;
    }

    private void Turn(string of)
    {
        if (of == day) return;
        day = of;
        account = parties.FirstOfDay(of) ?? account;
    }

    private string? AccountOn(string of) => account ?? parties.FirstOfDay(of) ?? parties.FirstAccount;

    private void Fill(params ReadOnlySpan<string> values)
    {
        for (var i = 0; i < values.Length; i++) fields[i] = charset.Bytes(values[i]);
        Count = fields.Length;
    }

    private static string Word(Sender sender) => sender switch { Sender.Buyer => "buyer", Sender.Agent => "agent", Sender.Robot => "robot", _ => "system" };
}
