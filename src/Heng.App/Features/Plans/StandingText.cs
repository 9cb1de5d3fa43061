using System.Security.Cryptography;
using System.Text;
using Heng.App.Features.Doing;
using Heng.App.Ui;
using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Engine.Rules;
using Heng.Store;

namespace Heng.App.Features.Plans;

/// <summary>What stands of a scheme where it is written: its draft, else its newest version, else the template. To be rehearsed: what waits for a second person comes first.</summary>
public sealed record StandingText(string Yaml, PlanDraft? Draft, PlanVersion? Newest)
{
    /// <summary>What was proposed and waits for a second person.</summary>
    public KeptMatter<ProposalStep>? Proposal { get; init; }

    /// <summary>As it is rehearsed: what waits, where something does, and not what was written since.</summary>
    public static StandingText? ToRehearse(Database database, TimeProvider time, string scheme) => Find(database, scheme) switch
    {
        { } found when new SecondPerson(database, time, TwoPersonChange.Plan).Open(scheme, found.Newest?.Version ?? 0) is { } open => found with { Yaml = SecondPerson.Of(open).Text, Proposal = open },
        var found => found,
    };

    public static StandingText? Find(Database database, string scheme)
    {
        var (draft, newest) = (database.PlanDrafts.Find(scheme), database.Plans.Find(scheme));
        return (draft?.Yaml ?? newest?.Yaml ?? TemplateLibrary.Find(scheme)?.Yaml) is { } yaml ? new(yaml, draft, newest) : null;
    }

    public bool IsDraft => Draft is not null || Newest is null || Proposal is not null;

    /// <summary>What a form carries of the text that it shows, so that it does nothing to another.</summary>
    public string Seen => $"{Newest?.Version ?? 0}-{Hash(Yaml)}";

    /// <summary>Whether a form was filled from this text, whatever was published since.</summary>
    public static bool IsOf(string seen, string yaml) => seen.EndsWith("-" + Hash(yaml), StringComparison.Ordinal);

    /// <summary>Who wrote what stands now, and when; nobody wrote a template here.</summary>
    public Wording? Told => (Draft, Newest) switch
    {
        ({ } draft, _) => new($"{draft.By} 于 {At(draft.SavedAt)} 保存了另一份草稿", $"{draft.By} kept another draft at {At(draft.SavedAt)}"),
        (_, { } newest) => new($"现在是第 {newest.Version} 版，由 {newest.By} 于 {At(newest.PublishedAt)} 发布", $"now it is version {newest.Version}, published by {newest.By} at {At(newest.PublishedAt)}"),
        _ => null,
    };

    private static string Hash(string yaml) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)));
    private static string At(Instant at) => ShowDates.Minute(ShopClock.Shanghai.ToLocal(at));
}
