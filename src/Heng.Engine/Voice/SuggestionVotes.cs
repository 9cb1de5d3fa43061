namespace Heng.Engine.Voice;

/// <summary>
/// Votes where duplicates were merged (合并): those for it and for whatever was merged into it, one a person; who wrote a duplicate under their name is for it too. Its own author is
/// never counted.
/// </summary>
public static class SuggestionVotes
{
    public static IReadOnlySet<string> For(long id, IReadOnlyDictionary<long, SuggestionState> all)
    {
        var into = all.Where(s => s.Value.Into is not null).ToLookup(s => s.Value.Into!.Value, s => s.Key);
        var (votes, seen, open) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<long> { id }, new Queue<long>([id]));
        while (open.TryDequeue(out var at))
        {
            votes.UnionWith(all[at].Voters);
            if (at != id && all[at].Author is { } author) votes.Add(author);
            // Two who merge each into the other at once leave a ring.
            foreach (var merged in into[at].Where(seen.Add)) open.Enqueue(merged);
        }
        if (all[id].Author is { } own) votes.Remove(own);
        return votes;
    }
}
