using Heng.Engine.Orders;
using Heng.Engine.Records;
using static Heng.Engine.Tests.Orders.Desk;

namespace Heng.Engine.Tests.Orders;

/// <summary>The worked cases of attribution: b talked with A 10:00–10:20, with B 10:15–10:40, with C next day 09:00–09:10; window two days.</summary>
public class WorkedCasesTests
{
    [Theory]
    [InlineData("1 10:05", "1 10:30", "A", "B", "A", "B", "A")]
    [InlineData("1 10:18", "1 10:19", "B", "B", "B", "B", "B")]
    [InlineData("1 11:00", "1 11:01", "B", "B", "B", "B", "B")]
    [InlineData("1 09:30", "2 09:05", "silent", "C", "silent", "C", "C")]
    [InlineData("1 09:30", "1 09:31", "silent", "silent", "silent", "silent", "silent")]
    [InlineData("1 10:05", null, "A", "–", "unpaid", "unpaid", "unpaid")]
    [InlineData("5 10:00", "5 10:00", "silent", "silent", "silent", "silent", "silent")]
    public void The_worked_table_holds(string created, string? paid, string landedOrder, string landedPayment, string orderPlaced, string payment,
        string orderFirst)
    {
        var row = new Desk().Talk(A, "1 10:00", "1 10:20").Talk(B, "1 10:15", "1 10:40").Talk(C, "2 09:00", "2 09:10").Order("1", created, paid).Only();

        Assert.Equal(
            (landedOrder, landedPayment, orderPlaced, payment, orderFirst),
            (Name(row.Created), Name(row.Paid), Name(row.Under(Judgement.OrderPlaced)), Name(row.Under(Judgement.Payment)),
                Name(row.Under(Judgement.OrderFirst))));
    }

    private static string Name(Landing landing) => landing.Clause == Clause.NotYet ? "–" : Name(landing.Agent) ?? "silent";
    private static string Name(Credit credit) => Name(credit.Agent) ?? credit.Bucket.ToString().ToLowerInvariant();
    private static string? Name(int? agent) => agent switch { A => "A", B => "B", C => "C", _ => null };
}
