namespace Heng.Engine.Records;

/// <summary>The stable id of a small record as a fact: its kind, then the parts of its natural key, none of which holds the separator.</summary>
public static class RecordFact
{
    private const char Separator = '\u001F';

    public static string Of(string kind, params ReadOnlySpan<string> key) => string.Join(Separator, [kind, .. key]);

    /// <summary>Null for what is no such id.</summary>
    public static (string Kind, IReadOnlyList<string> Key)? Parts(string fact) => fact.Split(Separator) is [var kind, .. { Length: > 0 } key] ? (kind, key) : null;
}
