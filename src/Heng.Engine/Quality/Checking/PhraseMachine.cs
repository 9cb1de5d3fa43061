namespace Heng.Engine.Quality.Checking;

/// <summary>
/// All phrases of a reading in one automaton (Aho–Corasick), so that a text is read once however many there are. States lie in one pair of arrays: the child of a state by a class
/// is at its base plus the class, if that place names the state as its parent; else the longest ending that begins a phrase is tried.
/// </summary>
internal sealed class PhraseMachine
{
    private readonly int[] from, parent, fallback, root;
    private readonly int[][] found;

    public PhraseMachine(PhraseTree tree)
    {
        var width = tree.Classes.Count + 1;
        var place = new int[tree.Count];
        (from, parent) = Laid(tree, place, width);
        root = new int[width];
        foreach (var (number, child) in tree.ChildrenOf(0)) root[number] = place[child];
        fallback = new int[from.Length];
        found = new int[from.Length][];
        Link(tree, place);
    }

    /// <summary>The phrases that end in a state, longest first; none is null.</summary>
    public int[]? Found(int state) => found[state];

    public int Next(int state, int number)
    {
        while (state != 0)
        {
            var child = from[state] + number;
            if (parent[child] == state) return child;
            state = fallback[state];
        }
        return root[number];
    }

    private static (int[] From, int[] Parent) Laid(PhraseTree tree, int[] place, int width)
    {
        List<int> from = [0], parent = [-1];
        var free = 1;
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var node))
        {
            var numbers = tree.ChildrenOf(node);
            while (free < parent.Count && parent[free] >= 0) free++;
            var at = numbers.Count == 0 ? 0 : Math.Max(0, free - numbers.Keys.First());
            while (numbers.Keys.Any(n => at + n < parent.Count && at + n > 0 && parent[at + n] >= 0)) at++;
            from[place[node]] = at;
            foreach (var (number, child) in numbers)
            {
                while (parent.Count <= at + number) { parent.Add(-1); from.Add(0); }
                parent[at + number] = place[node];
                place[child] = at + number;
                queue.Enqueue(child);
            }
        }
        // A state may ask for any class, so the last ones are padded.
        for (var i = 0; i < width; i++) { parent.Add(-1); from.Add(0); }
        return ([.. from], [.. parent]);
    }

    private void Link(PhraseTree tree, int[] place)
    {
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var (number, child) in tree.ChildrenOf(node))
            {
                var state = place[child];
                fallback[state] = node == 0 ? 0 : Next(fallback[place[node]], number);
                int[] ends = [.. tree.EndsAt(child), .. found[fallback[state]] ?? []];
                if (ends.Length > 0) found[state] = ends;
                queue.Enqueue(child);
            }
        }
    }
}
