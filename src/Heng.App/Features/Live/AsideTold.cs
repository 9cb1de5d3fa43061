using System.Globalization;
using Heng.App.Features.Notices;
using Heng.App.Features.People;
using Heng.Engine.Records;
using Heng.Store;
using NoticeKind = Heng.App.Features.Notices.NoticeKind;

namespace Heng.App.Features.Live;

/// <summary>Who imports is told of sendings that were set aside, once an import.</summary>
public static class AsideTold
{
    public const string Kind = "sending-set-aside";

    public static IReadOnlyList<NoticeKind> Notices { get; } =
    [
        new(Kind, new("送入的数据没能入库", "What was sent could not be imported"), "circle-alert", said => new($"{said.One("count")} 次送入的数据没能入库，已搁置、没有丢失；在“数据导入”查看原因", $"{said.One("count")} sendings could not be imported; they are set aside and not lost: see why under Import")),
    ];

    public static void Tell(Database database, IReadOnlyList<long> numbers, Instant at)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal) { ["count"] = numbers.Count.ToString(CultureInfo.InvariantCulture) };
        database.Notices.Tell([.. Recipients.Who(database, Rights.Imports).Select(who => new Notice(who, Kind, FormattableString.Invariant($"sending/{numbers[0]}/{at.UnixSeconds}"), words, "/import", at))]);
    }
}
