namespace Heng.Engine.Quality.Checking;

/// <summary>Phrases as a tree of characters, by classes: each character of any phrase has a number from 1, all else is 0. Places where a phrase ends know which.</summary>
internal sealed class PhraseTree
{
    private readonly List<SortedDictionary<int, int>> children = [[]];
    private readonly List<List<int>> ends = [[]];
    public Dictionary<char, int> Classes { get; } = [];
    public int Count => children.Count;
    public SortedDictionary<int, int> ChildrenOf(int node) => children[node];
    public List<int> EndsAt(int node) => ends[node];

    public void Add(string text, int phrase)
    {
        var node = 0;
        foreach (var c in text)
        {
            if (!Classes.TryGetValue(c, out var number)) Classes.Add(c, number = Classes.Count + 1);
            if (!children[node].TryGetValue(number, out var child))
            {
                children[node].Add(number, child = children.Count);
                children.Add([]);
                ends.Add([]);
            }
            node = child;
        }
        ends[node].Add(phrase);
    }
}
