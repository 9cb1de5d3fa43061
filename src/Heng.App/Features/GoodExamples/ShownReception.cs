using System.Globalization;
using Heng.App.Features.Receptions;
using Heng.App.Ui;
using Heng.Engine.Quality.Examples;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.GoodExamples;

/// <summary>A reception of somebody as an example shows it: who wrote is the agent, the buyer or a robot, and every text is masked once more than on its own page.</summary>
public sealed record ShownReception(string Id, string Agent, int AgentId, DateOnly Day, IReadOnlyList<(Instant At, ChatLine Line)> Lines)
{
    /// <summary>Null where there is none, or nobody is bound to it.</summary>
    public static ShownReception? Of(Database database, string? id, Language language)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        foreach (var shop in database.Shops.All)
            if (database.Facts.Reception(shop.Id, number) is { } reception && database.People.Roster.NameOf(reception.Agent) is { } agent)
            {
                var rules = database.RuleSets.Current(shop.Id, reception.Day);
                var buyer = database.Names.Buyers.NameOf(shop.Id, reception.Buyer);
                var names = new BuyerNames(database.Records(RecordKinds.BuyerAliases).All(shop.Id)).AliasesOf(buyer).Append(buyer).Append(People.Masked.Name(buyer)).ToList();
                var lines = new TranscriptLines(database, shop, database.People.Roster, rules, reception, language).Lines();
                return new(TranscriptLines.IdOf(reception), agent, reception.Agent, reception.Day, [.. lines.Select(l => (rules.Clock.FromLocal(l.At), Masked(l, names, language)))]);
            }
        return null;
    }

    public IReadOnlyList<ChatLine> Between(Instant? first, Instant? last) => [.. Lines.Where(l => (first is null || first <= l.At) && (last is null || l.At <= last)).Select(l => l.Line)];

    private static ChatLine Masked(ChatLine line, IReadOnlyList<string> names, Language language) => line with
    {
        Who = line.From == Receptions.Speaker.Buyer ? language.T("买家", "Buyer") : line.Who,
        Text = line.Text is { } text ? ChatMask.Of(text, names) : null,
        Notice = line.Notice is { } notice ? new(ChatMask.Of(notice.Zh, names), ChatMask.Of(notice.En, names)) : null,
        Fact = null,
    };
}
