using System.Diagnostics.Metrics;

namespace Heng.App.Features.Api.Running;

/// <summary>What Heng itself counts while it runs. Labels are names that the documents know, never what was sent or where to.</summary>
public static class OwnNumbers
{
    private static readonly Meter Own = new(RunningNumbers.Own);
    private static readonly Counter<long> LineCounter = Own.CreateCounter<long>("heng.ingest.lines", "{line}", "Lines that programs sent, by what became of them");
    private static readonly Counter<long> PostCounter = Own.CreateCounter<long>("heng.webhook.posts", "{post}", "Tries to post an event to a webhook, by what came of them");

    public static void Lines(string address, string outcome, long count)
    {
        if (count > 0) LineCounter.Add(count, new("heng.address", address), new("heng.outcome", outcome));
    }

    public static void Posted(string outcome) => PostCounter.Add(1, new KeyValuePair<string, object?>("heng.outcome", outcome));
}
