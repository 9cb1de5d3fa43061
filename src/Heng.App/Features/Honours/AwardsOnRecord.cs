using System.Globalization;
using Heng.App.CommandLine;
using Heng.Engine.Growth;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Honours;

/// <summary>An award or a certificate that was taken as a measure, and with whom.</summary>
public sealed record AwardOnRecord(MeasureTaken Record, string Person)
{
    public HonourKind Kind => Record.Kind == MeasureKind.Award ? HonourKind.Award : HonourKind.Certificate;
    public string Key => string.Create(CultureInfo.InvariantCulture, $"measure/{Record.Day:yyyy-MM-dd}/{Json.Kebab(Record.Kind)}/{Record.For}/{Person}");
}

/// <summary>Those of a month, by the day on which they were taken.</summary>
public static class AwardsOnRecord
{
    public static IReadOnlyList<AwardOnRecord> Of(Database database, Month month)
    {
        var roster = database.People.Roster;
        return [.. database.Records(RecordKinds.Measures).Between(Shops.Company.Id, month.First, month.Last).Where(m => m.Kind is MeasureKind.Award or MeasureKind.Certificate)
            .Select(m => (Record: m, Person: roster.NameOf(roster.PersonOf(m.Agent, m.Day)))).Where(m => m.Person is not null).Select(m => new AwardOnRecord(m.Record, m.Person!))];
    }
}
