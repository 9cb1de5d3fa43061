namespace Heng.Engine.Records;

public static class MergeDayKnown
{
    /// <summary>A day, loaded with its text, as it stood before some imports: their rows are left out, or are the versions that they replaced. The order of imports decides between several.</summary>
    public static DayRecords KnownTo(this DayRecords now, Func<ImportSource, bool> known, IReadOnlyList<SupersededMessage> superseded)
    {
        var columns = new MergeDayColumns(now.Day, now.Start, now.Revision, now.Count);
        var replaced = superseded.Where(s => known(s.Source)).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.MaxBy(s => s.Source.Import)!);
        for (var row = 0; row < now.Count; row++)
        {
            var stood = known(now.Sources[now.Source[row]]);
            if (!stood && !replaced.ContainsKey(now.Key![row])) continue;
            columns.Copy(now, row);
            if (!stood) columns.Put(columns.Count - 1, replaced[now.Key![row]]);
        }
        return columns.Build();
    }
}
