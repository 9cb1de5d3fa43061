using System.Globalization;
using Heng.App.Features.Quality.Rules;
using Heng.Engine.Quality;
using Heng.Engine.Quality.Findings;
using Heng.Engine.Quality.Measure;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Demo;

/// <summary>What was planted in the demo's chats, beside what the rules found there (已知差错). A message is told by its second, account and buyer.</summary>
public sealed class PlantedBook
{
    private readonly Database database;
    private readonly Shop shop;
    private readonly Dictionary<(DateOnly Day, UInt128 Message), string> messages = [];

    private PlantedBook(Database database, Shop shop, IReadOnlyList<KnownFault> known) => (this.database, this.shop, Known) = (database, shop, known);

    public IReadOnlyList<KnownFault> Known { get; }

    /// <summary>Null where the folder is no demo's.</summary>
    public static PlantedBook? Of(Database database, string folder)
    {
        var file = Path.Combine(folder, "demo-files", DemoFiles.PlantedFile);
        if (!File.Exists(file) || database.Shops.Find(DemoShop.Name) is not { } shop) return null;
        // time,account,buyer,kind,dodge; a buyer's name has neither comma nor quotation mark.
        return new(database, shop, [.. File.ReadLines(file).Skip(1).Select(l => l.Split(',')).Where(r => r.Length == 5).Select(r => new KnownFault(r[3], r[4] == "None" ? "" : r[4], $"{r[0]}|{r[1]}|{r[2]}"))]);
    }

    /// <summary>Every message that a rule of the kind hit on the days, under any version, counting or not. A rule that counts once a reception finds whatever of its kind is planted in it.</summary>
    public IReadOnlyList<(string Kind, string Message)> Found(DateOnly from, DateOnly to)
    {
        var rules = new QualityBook(database).Courses.Select(c => RuleTexts.Read(c.Course.Newest.Text)).Where(r => r.Severity != Severity.Attention && r.CountsAs.Length > 0).ToDictionary(r => r.Id, StringComparer.Ordinal);
        var talks = Known.ToLookup(k => (k.Kind, TalkOf(k.Message)), k => k.Message);
        var found = new HashSet<(string, string)>();
        foreach (var finding in database.Findings.Between(shop.Id, from, to).Where(f => rules.ContainsKey(f.Rule)))
            foreach (var message in finding.Spans.Select(s => MessageOf(finding.Day, s.Message)))
            {
                found.Add((rules[finding.Rule].CountsAs, message));
                if (!rules[finding.Rule].EachTime) found.UnionWith(talks[(rules[finding.Rule].CountsAs, TalkOf(message))].Select(other => (rules[finding.Rule].CountsAs, other)));
            }
        return [.. found];
    }

    /// <summary>Day, account and buyer.</summary>
    private static string TalkOf(string message) => message.Length > 20 ? message[..10] + message[19..] : message;

    /// <summary>Whether what a finding says is there was planted in one of its messages.</summary>
    public bool IsPlanted(KeptFinding finding, string kind, IReadOnlySet<(string Kind, string Message)> planted) => finding.Spans.Any(s => planted.Contains((kind, MessageOf(finding.Day, s.Message))));

    /// <summary>The ids that pages know the day's messages by.</summary>
    public IReadOnlyDictionary<string, string> IdsOn(DateOnly day)
    {
        MessageOf(day, default);
        return messages.Where(m => m.Key.Day == day).GroupBy(m => m.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Corrections.IdOf(g.First().Key.Message), StringComparer.Ordinal);
    }

    public string MessageOf(DateOnly day, UInt128 key)
    {
        if (!messages.ContainsKey((day, key)) && database.Days.Load(shop.Id, day, withText: true) is { } records)
        {
            var (accounts, buyers) = (database.Names.Accounts.NamesOf(shop.Id, records.Account), database.Names.Buyers.NamesOf(shop.Id, records.Buyer));
            for (var i = 0; i < records.Count; i++)
                messages[(day, records.Key![i])] = $"{ShopClock.Shanghai.ToLocal(records.At(i)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}|{accounts[records.Account[i]]}|{buyers[records.Buyer[i]]}";
        }
        return messages.GetValueOrDefault((day, key)) ?? "";
    }
}
