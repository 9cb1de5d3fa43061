using Heng.App.Features.Floor;
using Heng.Engine.Daily;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Cases;

/// <summary>A case as lists show it: the person who has it (empty where nobody of that name is known), their group now, and where it stands.</summary>
public sealed record CaseEntry(Case Case, string Holder, string? Group)
{
    public string Key => CaseBook.KeyOf(Case.Shop, Case.Id);
    public CaseStage Stage => CaseCourse.StageOf(Case);
}

/// <summary>Every case on record, whether an import brought it or somebody opened it here, and what was done with it here.</summary>
public sealed class CaseBook(Database database)
{
    public IReadOnlyList<CaseEntry> All
    {
        get
        {
            var roster = database.People.Roster;
            return [.. database.Shops.All.Append(Shops.Company).SelectMany(shop => database.Records(RecordKinds.Cases).All(shop.Id)).Select(c => Entry(roster, c))];
        }
    }

    public CaseEntry? Find(string shop, string id)
    {
        var number = shop.Length == 0 ? Shops.Company.Id : database.Shops.Find(shop)?.Id;
        return number is { } of && database.Records(RecordKinds.Cases).All(of).FirstOrDefault(c => c.Id == id) is { } found ? Entry(database.People.Roster, found) : null;
    }

    public KeptMatter<CaseHappening>? Steps(string shop, string id) => database.Matters(FloorKinds.Cases).Find(KeyOf(shop, id));

    /// <summary>A shop's name has no bar in it; an id may.</summary>
    public static string KeyOf(string shop, string id) => $"{shop}|{id}";

    public static (string Shop, string Id) Split(string key) => key.IndexOf('|', StringComparison.Ordinal) is >= 0 and var bar ? (key[..bar], key[(bar + 1)..]) : ("", key);

    private static CaseEntry Entry(Roster roster, Case of)
    {
        var day = ShopClock.Shanghai.DayOf(of.OpenedAt);
        var person = roster.PersonOf(of.Holder, day, of.Shop);
        return new(of, roster.NameOf(person) ?? "", (roster.HistoryOf(person) is [var latest, ..] ? latest : roster.On(person, day))?.Group);
    }
}
