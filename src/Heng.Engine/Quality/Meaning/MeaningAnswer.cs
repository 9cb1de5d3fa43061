using System.Text.Json;

namespace Heng.Engine.Quality.Meaning;

/// <summary>What a model proposes of one criterion (语义建议): found or not, how sure it says it is (0 to 1), and the words that it rests on. It decides nothing.</summary>
public sealed record MeaningProposal(string Criterion, bool Found, decimal Confidence, int? Line, string? Quote);

/// <summary>Why a proposal was dropped. Stored by number.</summary>
public enum MeaningFault : byte { UnknownCriterion, SaidTwice, ConfidenceUnreadable, QuoteMissing, QuoteNotThere, Unreadable }

public sealed record DroppedProposal(string Criterion, MeaningFault Why);

/// <summary>Null proposals: the answer was not the JSON that was asked for.</summary>
public sealed record MeaningReading(IReadOnlyList<MeaningProposal>? Proposals, IReadOnlyList<DroppedProposal> Dropped)
{
    public static readonly MeaningReading NoJson = new(null, []);
}

/// <summary>Reads a model's answer. What quotes words that do not stand in that line, letter for letter, is dropped, and that it was is said.</summary>
public static class MeaningAnswer
{
    private const int MostFindings = 200, LongestName = 80;

    public static MeaningReading Read(string answer, MeaningQuestion question)
    {
        try
        {
            using var json = JsonDocument.Parse(Unfenced(answer), new JsonDocumentOptions { MaxDepth = 8 });
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("findings", out var findings) || findings.ValueKind != JsonValueKind.Array) return MeaningReading.NoJson;
            return Of([.. findings.EnumerateArray().Take(MostFindings)], question);
        }
        catch (JsonException)
        {
            return MeaningReading.NoJson;
        }
    }

    // Many models put a fence around what they were asked to give bare.
    private static string Unfenced(string answer)
    {
        var text = answer.Trim();
        if (!text.StartsWith("```", StringComparison.Ordinal)) return text;
        var (first, last) = (text.IndexOf('\n', StringComparison.Ordinal), text.LastIndexOf("```", StringComparison.Ordinal));
        return first >= 0 && last > first ? text[(first + 1)..last] : text;
    }

    private static MeaningReading Of(IReadOnlyList<JsonElement> findings, MeaningQuestion question)
    {
        var (proposals, dropped, seen) = (new List<MeaningProposal>(), new List<DroppedProposal>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var finding in findings)
        {
            var (proposal, name, fault) = One(finding, question);
            if (fault is null && !seen.Add(name)) fault = MeaningFault.SaidTwice;
            if (fault is { } why) dropped.Add(new(name.Length > LongestName ? name[..LongestName] : name, why));
            else proposals.Add(proposal!);
        }
        return new(proposals, dropped);
    }

    private static (MeaningProposal? Proposal, string Name, MeaningFault? Fault) One(JsonElement finding, MeaningQuestion question)
    {
        if (finding.ValueKind != JsonValueKind.Object) return (null, "", MeaningFault.Unreadable);
        var name = Text(finding, "criterion") ?? "";
        if (!question.Criteria.Any(c => c.Id == name)) return (null, name, MeaningFault.UnknownCriterion);
        if (!finding.TryGetProperty("found", out var found) || found.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return (null, name, MeaningFault.Unreadable);
        if (!finding.TryGetProperty("confidence", out var sure) || sure.ValueKind != JsonValueKind.Number || !sure.TryGetDecimal(out var confidence) || confidence is < 0 or > 1) return (null, name, MeaningFault.ConfidenceUnreadable);
        if (found.ValueKind == JsonValueKind.False) return (new(name, false, confidence, null, null), name, null);
        if (Text(finding, "quote") is not { Length: > 0 } quote || !finding.TryGetProperty("line", out var at) || at.ValueKind != JsonValueKind.Number || !at.TryGetInt32(out var line)) return (null, name, MeaningFault.QuoteMissing);
        var stands = question.Lines.Any(l => l.Number == line && l.Text.Contains(quote, StringComparison.Ordinal));
        return stands ? (new(name, true, confidence, line, quote), name, null) : (null, name, MeaningFault.QuoteNotThere);
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
