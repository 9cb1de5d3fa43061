using System.Globalization;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>A superseded message as its payload keeps it: the two hashes as hexadecimal text, the rest as it was.</summary>
internal sealed record SupersededText(
    string Key, string Content, Instant At, Sender From, MessageKind Kind, int Buyer, int Account, int Target,
    string Text, string? PlatformId, long Sequence, long Import, Instant? Exported)
{
    public static SupersededText Of(SupersededMessage s) => new(
        KeyOf(s), s.Content.ToString("x16", CultureInfo.InvariantCulture), s.At, s.From, s.Kind, s.Buyer, s.Account, s.Target,
        s.Text, s.PlatformId, s.Sequence, s.Source.Import, s.Source.Exported);

    [System.Text.Json.Serialization.JsonIgnore]
    public SupersededMessage Message => new(
        UInt128.Parse(Key, NumberStyles.HexNumber, CultureInfo.InvariantCulture), ulong.Parse(Content, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        At, From, Kind, Buyer, Account, Target, Text, PlatformId, Sequence, new(Import, Exported));

    public static string KeyOf(SupersededMessage s) => s.Key.ToString("x32", CultureInfo.InvariantCulture);
}
