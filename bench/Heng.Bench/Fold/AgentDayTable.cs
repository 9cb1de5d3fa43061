using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heng.Engine.Facts;

namespace Heng.Bench.Fold;

/// <summary>The answer all engines must agree on: fifteen sums per agent and day, as CSV ordered by agent and day.</summary>
internal sealed class AgentDayTable
{
    public const string Header = "agent,day,consulted,received,frt_sum,frt_cnt,rt_sum,rt_cnt,w30,buyer_msgs,agent_msgs,agent_chars,dur_sum,segs,maxc,tin,tout";
    private static readonly Primitive[] Columns =
    [
        Primitive.Consulted, Primitive.Received, Primitive.FirstResponseSeconds, Primitive.FirstResponses, Primitive.RoundSeconds, Primitive.Rounds, Primitive.Within30,
        Primitive.BuyerMessages, Primitive.AgentMessages, Primitive.AgentCharacters, Primitive.SessionSeconds, Primitive.Sessions, Primitive.MaxConcurrent,
        Primitive.TransferredIn, Primitive.TransferredOut,
    ];
    private readonly long[] values = new long[(ChatMonth.Agents + 1) * ChatMonth.Days * Columns.Length];

    public void Set(int agent, int dayIndex, ReadOnlySpan<long> primitives)
    {
        var row = values.AsSpan((agent * ChatMonth.Days + dayIndex) * Columns.Length, Columns.Length);
        for (var c = 0; c < row.Length; c++) row[c] = primitives[(int)Columns[c]];
    }

    /// <summary>An agent-day without a session isn't there, as in the queries.</summary>
    public string Csv()
    {
        var csv = new StringBuilder(Header).Append('\n');
        var sessions = Array.IndexOf(Columns, Primitive.Sessions);
        for (var agent = 1; agent <= ChatMonth.Agents; agent++)
            for (var day = 0; day < ChatMonth.Days; day++)
            {
                var row = values.AsSpan((agent * ChatMonth.Days + day) * Columns.Length, Columns.Length);
                if (row[sessions] == 0) continue;
                csv.Append(CultureInfo.InvariantCulture, $"{agent},{day}");
                foreach (var value in row) csv.Append(CultureInfo.InvariantCulture, $",{value}");
                csv.Append('\n');
            }
        return csv.ToString();
    }

    [SuppressMessage("Security", "CA5351", Justification = "Compares answers, guards nothing.")]
    public static string HashOf(string csv) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(csv)));
}
