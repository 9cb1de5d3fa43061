using System.Globalization;
using Heng.App.CommandLine;
using Heng.App.Features.Doing;
using Heng.App.Features.People;
using Heng.Engine.Quality.Meaning;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Meaning;

/// <summary>
/// Has a model read one inspection's chat (语义助手). While it is off nothing is sent; that something is sent is noted before it goes, with how much and to which host and never with a text; a
/// day has a limit. What comes back proposes and decides nothing.
/// </summary>
public sealed class MeaningReader(Database database, string folder, TimeProvider time, MeaningClient client)
{
    /// <summary>What failed may be asked again within so many days.</summary>
    private const int DaysToAskAgain = 7;

    /// <summary>After so long nothing is under way any more: whoever asked was cut off before an answer was kept.</summary>
    private const int SecondsUnderWay = 120;

    /// <param name="question">Null where the chat is too long, or has nothing to ask.</param>
    public async Task<(MeaningRead? Answer, Refusal? Refused)> Read(string inspection, MeaningQuestion? question, string by, CancellationToken cancel = default)
    {
        var setting = MeaningMatters.SettingOf(database);
        if (Unready(setting, out var key) is { } not) return No(not);
        if (question is null) return No(MeaningRefusal.TooLong);
        var asked = new MeaningRead(MeaningEvent.Asked, by, Now, Sent(setting, question)) { Model = setting.Model, Lines = question.Lines.Count, Characters = question.Characters };
        var (kept, refused) = Begin(inspection, asked);
        if (kept is null) return (null, refused);
        if (AskedToday > setting.MostADay) return (null, Keep(kept, asked, null, MeaningRefusal.LimitReached).Refused);
        var (answer, failed) = await client.Ask(MeaningSetting.AddressOf(setting.Address)!, setting.Model, key, question, cancel);
        var reading = answer is null ? null : MeaningAnswer.Read(answer, question);
        return Keep(kept, asked, reading, failed ?? (reading?.Proposals is null ? MeaningRefusal.NoJson : null));
    }

    /// <summary>Sends an invented chat, so that whoever sets the reader sees whether it answers. Kept as any other, under a name of its own; on or off.</summary>
    public async Task<(MeaningReading? Reading, Refusal? Refused)> Try(MeaningSetting setting, string by, CancellationToken cancel = default)
    {
        if (Unready(setting with { On = true }, out var key) is { } not) return (null, MeaningWords.Of(not));
        var question = MeaningTrial.Question;
        database.Decisions.Append(Now, by, "meaning-reader-tried", MeaningMatters.Settings.Name, Sent(setting, question));
        var (answer, failed) = await client.Ask(MeaningSetting.AddressOf(setting.Address)!, setting.Model, key, question, cancel);
        var reading = answer is null ? null : MeaningAnswer.Read(answer, question);
        return (failed ?? (reading?.Proposals is null ? MeaningRefusal.NoJson : null)) is { } why ? (null, MeaningWords.Of(why)) : (reading, null);
    }

    private MeaningRefusal? Unready(MeaningSetting setting, out string? key)
    {
        key = null;
        if (!setting.On) return MeaningRefusal.Off;
        if (setting.Check() is { } fault) return fault;
        if (setting.ClosedKey is not { } closed) return null;
        key = new MeaningSafe(folder).Open(closed);
        return key is null ? MeaningRefusal.KeyUnreadable : null;
    }

    private (KeptMatter<MeaningRead>? Kept, Refusal? Refused) Begin(string inspection, MeaningRead asked)
    {
        var (matters, today) = (database.Matters(MeaningMatters.Reads), ShopClock.Shanghai.DayOf(asked.At));
        if (matters.Begin(new("", today, today.AddDays(DaysToAskAgain), inspection), asked) is { } begun) return (begun, null);
        var kept = matters.Find(inspection)!;
        if (!MayBegin(kept, asked.At)) return (null, MeaningWords.Of(MeaningRefusal.AlreadyRead));
        return matters.Append(kept, asked) ? (kept with { Happened = [.. kept.Happened, asked] }, null) : (null, DoingWords.ChangedMeanwhile);
    }

    /// <summary>What was never asked, what failed of late, and what was cut off; not what has an answer or may be under way.</summary>
    public static bool MayBegin(KeptMatter<MeaningRead>? kept, Instant now) => kept is null || ShopClock.Shanghai.DayOf(now) <= kept.Of.Last && kept.Happened[^1] switch
    {
        { What: MeaningEvent.Failed } => true,
        { What: MeaningEvent.Asked } asked => now.UnixSeconds - asked.At.UnixSeconds > SecondsUnderWay,
        _ => false,
    };

    private int AskedToday => ShopClock.Shanghai.DayOf(Now) is var today
        ? database.Matters(MeaningMatters.Reads).Between(today, today).Sum(m => m.Happened.Count(h => h.What == MeaningEvent.Asked && ShopClock.Shanghai.DayOf(h.At) == today)) : 0;

    private (MeaningRead? Answer, Refusal? Refused) Keep(KeptMatter<MeaningRead> kept, MeaningRead asked, MeaningReading? reading, MeaningRefusal? failed)
    {
        var happens = new MeaningRead(failed is null ? MeaningEvent.Answered : MeaningEvent.Failed, asked.Who, Now, failed is { } why ? Json.Kebab(why) : "")
        {
            Model = asked.Model, Lines = asked.Lines, Characters = asked.Characters, Proposals = reading?.Proposals ?? [], Dropped = reading?.Dropped ?? [], Failure = failed,
        };
        if (!database.Matters(MeaningMatters.Reads).Append(kept, happens)) return (null, DoingWords.ChangedMeanwhile);
        return failed is { } not ? No(not) : (happens, null);
    }

    private static string Sent(MeaningSetting setting, MeaningQuestion question) =>
        string.Create(CultureInfo.InvariantCulture, $"{MeaningSetting.AddressOf(setting.Address)!.Host} {setting.Model}: {question.Lines.Count} lines, {question.Characters} characters, {question.Criteria.Count} criteria");

    private static (MeaningRead?, Refusal?) No(MeaningRefusal why) => (null, MeaningWords.Of(why));
    private Instant Now => new(time.GetUtcNow().ToUnixTimeSeconds());
}
