using System.Runtime.CompilerServices;
using Heng.App.Features.SignIn;

namespace Heng.App.Tests.SignIn;

/// <summary>Tests make thousands of accounts and sign in as them: at the shipped number of rounds that was a good part of their time.</summary>
internal static class QuickHashes
{
#pragma warning disable CA2255 // Before any test of the assembly makes an account.
    [ModuleInitializer]
    internal static void Begin() => Accounts.Rounds = 1000;
#pragma warning restore CA2255
}

public sealed class ShippedHashTests
{
    /// <summary>OWASP's number for PBKDF2 with SHA-512; only tests set another.</summary>
    [Fact]
    public void A_password_is_hashed_with_210_000_rounds_outside_of_tests() => Assert.Equal(210_000, Accounts.ShippedRounds);
}
