using Heng.Engine.Daily;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Leaves;

/// <summary>The kinds of leave that the page offers: the usual ones, and those that imports brought. What a form here asked for adds none.</summary>
public static class LeaveKinds
{
    /// <summary>Before the number of a form that was handed in here.</summary>
    public const string Own = "heng-";
    private static readonly string[] Usual = ["事假", "病假", "年假", "调休", "婚假", "产假", "丧假"];

    public static IReadOnlyList<string> Of(IEnumerable<Leave> records) =>
        [.. Usual.Concat(records.Where(r => !r.Form.StartsWith(Own, StringComparison.Ordinal)).Select(r => r.Kind)).Where(k => k.Length is > 0 and <= LeaveCheck.LongestKind).Distinct(StringComparer.Ordinal)];

    public static IReadOnlyList<string> Of(Database database) => Of(database.Records(RecordKinds.Leave).All(Shops.Company.Id));
}
