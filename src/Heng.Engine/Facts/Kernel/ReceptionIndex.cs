namespace Heng.Engine.Facts.Kernel;

/// <summary>
/// Finds the reception of an agent and a buyer, or opens it. Receptions of one buyer form a chain, so distinct buyers are the chain heads.
/// An account that nobody is bound to is its own reception: two unknown accounts need not be one person.
/// </summary>
internal sealed class ReceptionIndex
{
    private int[] slots = new int[1024];
    private int[] unboundAccount = new int[256];
    private int[] heads = new int[256];
    private ReceptionState[] states = new ReceptionState[256];

    public int Count { get; private set; }
    public int Buyers { get; private set; }
    public ref ReceptionState this[int reception] => ref states[reception];
    /// <summary>The first reception of the <paramref name="buyer"/>-th distinct buyer.</summary>
    public int Head(int buyer) => heads[buyer];

    public void Clear()
    {
        Array.Clear(slots);
        Count = Buyers = 0;
    }

    public int Of(int buyer, int account, int agent)
    {
        if (Buyers * 2 >= slots.Length) Grow();
        var slot = SlotOf(buyer);
        if (slots[slot] == 0)
        {
            if (Buyers == heads.Length) Array.Resize(ref heads, Buyers * 2);
            heads[Buyers++] = Count;
            slots[slot] = Count + 1;
            return Open(buyer, account, agent);
        }
        var reception = slots[slot] - 1;
        while (true)
        {
            if (states[reception].Agent == agent && (agent != AgentDay.Unbound || unboundAccount[reception] == account)) return reception;
            if (states[reception].NextOfBuyer < 0) break;
            reception = states[reception].NextOfBuyer;
        }
        var opened = Open(buyer, account, agent);
        states[reception].NextOfBuyer = opened;
        return opened;
    }

    private int Open(int buyer, int account, int agent)
    {
        if (Count == states.Length)
        {
            Array.Resize(ref states, Count * 2);
            Array.Resize(ref unboundAccount, Count * 2);
        }
        states[Count] = new() { Agent = agent, Buyer = buyer, Asked = SessionState.None, Replied = SessionState.None, NextOfBuyer = -1, LatestSession = -1 };
        unboundAccount[Count] = account;
        return Count++;
    }

    private int SlotOf(int buyer)
    {
        var mask = slots.Length - 1;
        var slot = (int)(unchecked((uint)buyer * 0x9E3779B9u) >> 8) & mask;
        while (slots[slot] != 0 && states[slots[slot] - 1].Buyer != buyer) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (var b = 0; b < Buyers; b++) slots[SlotOf(states[heads[b]].Buyer)] = heads[b] + 1;
    }
}
