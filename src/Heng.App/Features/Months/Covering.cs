using Heng.Engine.Metrics;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Months;

/// <summary>By which records the shops' months are known to be there: chats and orders, and in shops that never had either, whatever else came.</summary>
public static class Covering
{
    private static readonly Source[] Usual = [Source.Chat, Source.Orders];

    public static IReadOnlyList<Source> Of(Database database, IReadOnlyList<Shop> shops) =>
        shops.Any(s => Usual.Any(source => database.Coverage.Span(s.Id, source) is not null)) ? Usual : Enum.GetValues<Source>();
}
