using System.Runtime.InteropServices;
using System.Text;

namespace Heng.Engine.Records;

/// <summary>
/// What a packed message begins with: its whole size, which of its block's shops, then what a <see cref="Message"/> says in numbers, then the lengths of its
/// buyer, account, target, text and id, which follow as UTF-8. A target or an id that is none has length -1.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public struct MessageHead
{
    public const int Bytes = 48;

    public int Size, Shop;
    public long At, Sequence;
    public Sender From;
    public MessageKind Kind;
    public int Buyer, Account, Target, Text, Id;
}

/// <summary>A message as bytes, on its way from a file to its day. All of it is storable (<see cref="MergeHash.Storable"/>).</summary>
public readonly ref struct PackedMessage
{
    private readonly ReadOnlySpan<byte> words;
    private readonly int accountAt, targetAt, textAt, idAt;

    public PackedMessage(ReadOnlySpan<byte> bytes)
    {
        Bytes = bytes;
        Head = MemoryMarshal.Read<MessageHead>(bytes);
        words = bytes[MessageHead.Bytes..];
        accountAt = Head.Buyer;
        targetAt = accountAt + Head.Account;
        textAt = targetAt + Math.Max(Head.Target, 0);
        idAt = textAt + Head.Text;
    }

    public MessageHead Head { get; }
    public ReadOnlySpan<byte> Bytes { get; }
    public Instant At => new(Head.At);
    public bool HasTarget => Head.Target >= 0;
    public bool HasId => Head.Id >= 0;
    public ReadOnlySpan<byte> Buyer => words[..accountAt];
    public ReadOnlySpan<byte> Account => words[accountAt..targetAt];
    public ReadOnlySpan<byte> Target => words[targetAt..textAt];
    public ReadOnlySpan<byte> Text => words[textAt..idAt];
    public ReadOnlySpan<byte> Id => words[idAt..];

    public Message Read(string shop) => new(
        shop, Said(Buyer), Said(Account), At, Head.From, Head.Kind, HasTarget ? Said(Target) : null, Said(Text), HasId ? Said(Id) : null, Head.Sequence);

    private static string Said(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);
}
