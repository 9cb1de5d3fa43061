using System.Text;
using Heng.App.Features.SignIn;
using Heng.App.Features.SignIn.Codes;
using Heng.Engine.Records;

namespace Heng.App.Tests.SignIn;

/// <summary>RFC 6238's vectors, and which codes are taken around a moment.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1_111_111_109, "07081804")]
    [InlineData(1_111_111_111, "14050471")]
    [InlineData(1_234_567_890, "89005924")]
    [InlineData(2_000_000_000, "69279037")]
    [InlineData(20_000_000_000, "65353130")]
    public void The_vectors_of_the_standard_hold(long at, string code)
    {
        Assert.Equal(code, Totp.CodeAt(Secret, Totp.StepOf(new(at)), digits: 8));
        Assert.Equal(code[2..], Totp.CodeAt(Secret, Totp.StepOf(new(at))));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_of_the_step_beside_is_taken_and_two_away_not(int steps, bool taken)
    {
        var now = new Instant(1_111_111_109);
        var code = Totp.CodeAt(Secret, Totp.StepOf(now) + steps);
        Assert.Equal(taken ? Totp.StepOf(now) + steps : null, Totp.StepWith(Secret, code, now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("08180")]
    [InlineData("0818040")]
    [InlineData("०८१८०४")]
    public void What_is_no_code_is_none(string typed) => Assert.Null(Totp.StepWith(Secret, typed, new(1_111_111_109)));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void Secrets_are_written_as_apps_want_them(string text, string written) => Assert.Equal(written, Base32.Of(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public void A_code_is_drawn_with_its_three_corners_and_a_quiet_zone()
    {
        var qr = QrPath.Of("otpauth://totp/Heng:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        // The corner's first row, seven dark modules, stands behind four of quiet; so does that of the right corner.
        Assert.Contains("M4 4h7v1h-7z", qr.Path, StringComparison.Ordinal);
        Assert.Contains($"M{qr.Size - 11} 4h7v1h-7z", qr.Path, StringComparison.Ordinal);
    }
}
