using Heng.Engine.Facts;

namespace Heng.Bench.Fold;

/// <summary>One shop's business day of the invented month: the rows as a store would hold them, in time order, and the columns the kernel runs along.</summary>
internal sealed record ShopDay(int Shop, DateOnly Day, int DayIndex, DayRows Rows, DayMessages Columns);
