using System.Collections.Concurrent;

namespace Heng.Bench.Intake;

/// <summary>Takes a few of a sequence's items ahead on another thread.</summary>
internal static class Ahead
{
    public static IEnumerable<T> Of<T>(IEnumerable<T> items)
    {
        using var handed = new BlockingCollection<T>(8);
        var taking = Task.Run(() =>
        {
            try
            {
                foreach (var item in items) handed.Add(item);
            }
            finally
            {
                handed.CompleteAdding();
            }
        });
        foreach (var item in handed.GetConsumingEnumerable()) yield return item;
        taking.GetAwaiter().GetResult();
    }
}
