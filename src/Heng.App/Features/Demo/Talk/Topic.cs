namespace Heng.App.Features.Demo.Talk;

internal enum Speaker : byte { Buyer, BuyerImage, BuyerCard, Agent, AgentCard }

/// <summary>One message of a script in several wordings that mean the same. An optional turn is said every second time.</summary>
internal sealed record Turn(Speaker Speaker, bool Optional, Sentence[] Ways);

/// <summary>A short script: a question and its fitting answers, turn by turn.</summary>
internal sealed record Topic(IReadOnlyList<Turn> Turns)
{
    /// <summary>
    /// Reads scripts: a blank line parts two topics; a line is B (buyer), A (agent), BI (image), BC or AC (card), a lower-case letter for an optional turn;
    /// then the wordings, parted by " | ".
    /// </summary>
    public static Topic[] Read(string scripts)
    {
        var topics = new List<Topic>();
        foreach (var block in scripts.Replace("\r", "", StringComparison.Ordinal).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
            topics.Add(new Topic([.. block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadTurn)]));
        return [.. topics];
    }

    public static Sentence[] Ways(string lines) =>
        [.. lines.Replace("\r", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => new Sentence(l))];

    private static Turn ReadTurn(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        var mark = line[..blank];
        var ways = line[(blank + 1)..].Split(" | ").Select(w => new Sentence(w)).ToArray();
        return new Turn(SpeakerOf(mark.ToUpperInvariant()), char.IsLower(mark[0]), ways);
    }

    private static Speaker SpeakerOf(string mark) => mark switch
    {
        "B" => Speaker.Buyer,
        "BI" => Speaker.BuyerImage,
        "BC" => Speaker.BuyerCard,
        "A" => Speaker.Agent,
        "AC" => Speaker.AgentCard,
        _ => throw new InvalidOperationException($"A script line begins with {mark}."),
    };
}
