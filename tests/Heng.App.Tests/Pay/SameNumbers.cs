namespace Heng.App.Tests.Pay;

/// <summary>A payslip's sheet as Heng wrote it beside what LibreOffice calculated.</summary>
internal static class SameNumbers
{
    private const int Value = 1, Result = 5, FirstRow = 7;

    /// <summary>Every step agrees, every line and the net to the fen.</summary>
    /// <returns>How many lines were compared, the net among them.</returns>
    public static int Hold(byte[] written, object?[][] calculated)
    {
        var ours = LibreOffice.FirstSheet(written);
        var lines = 0;
        for (var row = FirstRow; row < ours.Length; row++)
        {
            var (heng, office, what) = (ours[row][Value], calculated[row][Value], $"row {row + 1}, {ours[row][0]}");
            if (heng is not double ourNumber)
            {
                Assert.True(office is null or "–", $"{what}: no value is calculated as {office}");
                continue;
            }
            Assert.True(office is double, $"{what}: {ourNumber} is calculated as {office ?? "nothing"}");
            var number = (decimal)(double)office!;
            Assert.True(Math.Abs(number - (decimal)ourNumber) < 0.0000001m, $"{what}: {ourNumber} is calculated as {number}");
            if (ours[row][Result] is not double result) continue;
            Assert.True((decimal)result == number, $"{what}: {result} to the fen is calculated as {number}");
            lines++;
        }
        return lines;
    }
}
