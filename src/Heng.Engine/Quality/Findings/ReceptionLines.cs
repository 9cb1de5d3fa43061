using Heng.Engine.Facts;
using Heng.Engine.Records;

namespace Heng.Engine.Quality.Findings;

/// <summary>
/// Which positions of a day's columns each reception reads, in fold order: its own conversations, transfers that come to it, and, of a shared account, what others wrote to the same buyer there.
/// </summary>
internal sealed class ReceptionLines
{
    private readonly DayMessages messages;
    private readonly DayRows rows;
    private readonly int[] receptionOf;
    private readonly Dictionary<(int Buyer, int Account), List<int>> beside = [];
    private readonly List<int>[] positions;

    public ReceptionLines(DayMessages messages, DayRows rows, IReadOnlyList<Reception> receptions)
    {
        (this.messages, this.rows) = (messages, rows);
        var places = new Dictionary<long, int>(receptions.Count);
        for (var r = 0; r < receptions.Count; r++) places[receptions[r].Id] = receptions[r].Filtered ? -1 : r;
        receptionOf = new int[messages.ConversationBuyer.Length];
        for (var c = 0; c < receptionOf.Length; c++) receptionOf[c] = places.GetValueOrDefault(IdOf(messages, c, receptions), -1);
        if (messages.ConversationTurn.Length > 0) FindBeside();
        positions = new List<int>[receptions.Count];
        for (var i = 0; i < messages.Count; i++) Place(i);
    }

    public IReadOnlyList<int> Of(int reception) => positions[reception] ?? [];

    /// <summary>Who a position is from, as a reception reads it; null where it is not read: recalled, or taken out by a correction.</summary>
    public (Speaker From, MessageKind Kind)? Read(int position, int reception)
    {
        var row = messages.Row[position];
        var (kind, own) = (rows.Kind[row], receptionOf[messages.Conversation[position]] == reception);
        if (kind == MessageKind.Recalled || rows.IsCorrected?[row] == true) return null;
        return messages.Act[position] switch
        {
            Act.Buyer or Act.BuyerOffline when own => (Speaker.Buyer, kind),
            Act.Human when own => (Speaker.Agent, kind),
            Act.Auto when own => (Speaker.Auto, kind),
            Act.Transfer when own => (Speaker.Notice, kind),
            // What comes to it, and what others wrote beside it: no leaving of the agent's own.
            _ => (Speaker.Notice, MessageKind.Text),
        };
    }

    private static long IdOf(DayMessages messages, int c, IReadOnlyList<Reception> receptions) => receptions.Count == 0 ? 0
        : FactIds.OfReception(messages.Shop, messages.ConversationAgentName[c], messages.ConversationAccountName[c], messages.ConversationBuyerName[c], receptions[0].Day);

    private void FindBeside()
    {
        for (var c = 0; c < receptionOf.Length; c++)
        {
            var pair = (messages.ConversationBuyer[c], messages.ConversationAccount[c]);
            if (!beside.TryGetValue(pair, out var of)) beside.Add(pair, of = []);
            of.Add(c);
        }
    }

    private void Place(int i)
    {
        var c = messages.Conversation[i];
        Add(receptionOf[c], i);
        if (messages.Target[i] >= 0 && receptionOf[messages.Target[i]] != receptionOf[c]) Add(receptionOf[messages.Target[i]], i);
        if (beside.Count == 0 || messages.Act[i] is not (Act.Human or Act.Auto)) return;
        foreach (var other in beside[(messages.ConversationBuyer[c], messages.ConversationAccount[c])])
            if (receptionOf[other] != receptionOf[c]) Add(receptionOf[other], i);
    }

    private void Add(int reception, int position)
    {
        if (reception < 0) return;
        var own = positions[reception] ??= [];
        // A conversation of several turns may be beside the same reception twice.
        if (own.Count == 0 || own[^1] != position) own.Add(position);
    }
}
