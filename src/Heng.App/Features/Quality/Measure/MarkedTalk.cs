using Heng.App.Features.People;
using Heng.App.Features.Quality.Findings;
using Heng.App.Features.Quality.Rules;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Facts;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Quality.Measure;

/// <summary>A reception's lines with what rules found in them, for who labels: names of buyers hidden, nothing of scores or waits beside them.</summary>
internal static class MarkedTalk
{
    public static ReceptionView Of(Database database, Shop shop, Reception reception, IReadOnlyList<KeptFinding> found, QualityBook book, Ui.Language language)
    {
        var (rules, roster) = (database.RuleSets.Current(shop.Id, reception.Day), database.People.Roster);
        var transcript = new TranscriptLines(database, shop, roster, rules, reception, language);
        var lines = transcript.Marked(transcript.Lines(), [.. found.Select(f => (FindingBook.Shown(f, book), f))]);
        return new(TranscriptLines.IdOf(reception), Month.Of(reception.Day), reception.Day, roster.NameOf(reception.Agent), Masked.Name(database.Names.Buyers.NameOf(shop.Id, reception.Buyer)),
            transcript.Accounts, lines, [], [], [], [], rules.SlowReplySeconds, rules.QuickReplySeconds);
    }

    /// <summary>So many lines around those of the finding.</summary>
    public static ReceptionView Around(ReceptionView talk, KeptFinding finding, int beside)
    {
        var messages = finding.Spans.Select(s => Corrections.IdOf(s.Message)).ToHashSet(StringComparer.Ordinal);
        int[] at = [.. Enumerable.Range(0, talk.Lines.Count).Where(i => talk.Lines[i].Fact is { } fact && messages.Contains(fact))];
        return at.Length == 0 ? talk : talk with { Lines = [.. talk.Lines.Skip(at[0] - beside).Take(at[^1] - Math.Max(0, at[0] - beside) + 1 + beside)] };
    }
}
