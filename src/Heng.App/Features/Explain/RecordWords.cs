using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.App.Features.Explain;

/// <summary>What a small record is called where a number opens down to it. Its fact is named by <see cref="RecordFact"/>.</summary>
internal static class RecordWords
{
    private static readonly Dictionary<string, Wording> Kinds = new(StringComparer.Ordinal)
    {
        ["reported"] = new("平台报表", "platform report"),
    };

    public static (string Title, Wording Detail)? Of(string fact) => RecordFact.Parts(fact) is var (kind, key)
        ? (string.Join(" · ", key), Kinds.GetValueOrDefault(kind, new Wording("记录", "record")))
        : null;
}
