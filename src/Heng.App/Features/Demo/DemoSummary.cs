namespace Heng.App.Features.Demo;

/// <summary>One written file: its name within the folder, what it holds, and its data rows.</summary>
public sealed record DemoFile(string Name, string Kind, int Rows);

/// <summary>How much was invented. Rows of the orders count an order once, however many exports list it.</summary>
public sealed record DemoCounts(int Chats, int Messages, int Orders, int SilentOrders, int Refunds, int Ratings, int Reviews, int RowsToReject);

/// <summary>What was written, in the order in which it should be imported: people first, so that each account has its person.</summary>
public sealed record DemoSummary(string Shop, string Folder, IReadOnlyList<DemoFile> Files, DemoCounts Counts, IReadOnlyList<DemoPerson> People);
