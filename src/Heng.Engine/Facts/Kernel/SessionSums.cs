using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Heng.Engine.Facts.Kernel;

/// <summary>
/// What one message adds to the eight numbers of its session: all that it could add (<see cref="Values"/>), of which a table tells what it does add.
/// The row of the table is the act, whether a round is open, and whether the text is long enough to have been typed.
/// </summary>
internal static class SessionSums
{
    private static readonly Vector256<int>[] Table = Rows();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Of(int act, int closed, int shortText) =>
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Table), act & 7 | closed & 8 | shortText & 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Values(int length, int sinceBuyer) =>
        Vector256.ConditionalSelect(Vector256.Create(0, 0, 0, -1, -1, 0, 0, 0), Vector256.Create(length),
            Vector256.ConditionalSelect(Vector256.Create(0, 0, 0, 0, 0, -1, 0, -1), Vector256.Create(sinceBuyer), Vector256.Create(1)));

    private static Vector256<int>[] Rows()
    {
        var rows = new Vector256<int>[32];
        for (var i = 0; i < rows.Length; i++)
        {
            var act = (Act)(i & 7);
            bool buyer = act is Act.Buyer or Act.BuyerOffline, human = act is Act.Human, answers = human && (i & 8) == 0, typed = answers && (i & 16) == 0;
            rows[i] = Vector256.Create(Mask(buyer), Mask(human), Mask(act is Act.Auto), Mask(human), Mask(typed), Mask(typed), Mask(answers), Mask(buyer));
        }
        return rows;
    }

    private static int Mask(bool counts) => counts ? -1 : 0;
}
