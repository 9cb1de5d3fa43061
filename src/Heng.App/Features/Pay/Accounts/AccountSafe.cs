using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Heng.Engine.Records;
using Heng.Store;
using Microsoft.AspNetCore.DataProtection;

namespace Heng.App.Features.Pay.Accounts;

/// <summary>
/// Keeps account numbers closed (账号加密), with a key that lies in the data folder under the key ring of sessions and connections: the database alone opens nothing.
/// The nonce follows from what is closed, so that the same account imported twice is the same record; whose it is, the payee, the bank and the day are bound in, so that a number
/// that is put beside another name opens no more.
/// </summary>
/// <param name="makes">Whether a key that is not there yet is made and kept; without it what is closed is only compared.</param>
public sealed class AccountSafe(string folder, bool makes = true)
{
    private const int KeyBytes = 32, NonceBytes = 12, TagBytes = 16;
    private readonly Lazy<byte[]?> kept = new(() => Read(folder));
    private byte[]? made;

    public ClosedBankAccount Close(BankAccount account)
    {
        var key = kept.Value ?? (made ??= makes ? Make(folder) : RandomNumberGenerator.GetBytes(KeyBytes));
        var (number, bound) = (Encoding.UTF8.GetBytes(account.Number), Bound(account.Agent, account.Payee, account.Bank, account.From));
        byte[] together = [.. bound, 0, .. number];
        var nonce = HMACSHA256.HashData(Part(key, "nonce"), together)[..NonceBytes];
        var (tag, closed) = (new byte[TagBytes], new byte[number.Length]);
        using var cryptic = new AesGcm(Part(key, "number"), TagBytes);
        cryptic.Encrypt(nonce, number, closed, tag, bound);
        return new(account.Agent, account.Payee, account.Bank, account.From, BankAccount.LastOf(account.Number), Convert.ToBase64String([.. nonce, .. tag, .. closed]));
    }

    /// <summary>Null where the key is not the one it was closed with, or where what stands beside the number was changed.</summary>
    public BankAccount? Open(ClosedBankAccount account)
    {
        if ((kept.Value ?? made) is not { } key) return null;
        var bytes = new byte[account.Secret.Length];
        if (!Convert.TryFromBase64String(account.Secret, bytes, out var length) || length < NonceBytes + TagBytes) return null;
        var number = new byte[length - NonceBytes - TagBytes];
        try
        {
            using var cryptic = new AesGcm(Part(key, "number"), TagBytes);
            cryptic.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes, number.Length), bytes.AsSpan(NonceBytes, TagBytes), number, Bound(account.Agent, account.Payee, account.Bank, account.From));
            return new(account.Agent, account.Payee, account.Bank, Encoding.UTF8.GetString(number), account.From);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Bound(string agent, string payee, string bank, DateOnly from) =>
        Encoding.UTF8.GetBytes(string.Join('\u001F', agent, payee, bank, from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static byte[] Part(byte[] key, string purpose) => HKDF.Expand(HashAlgorithmName.SHA256, key, KeyBytes, Encoding.UTF8.GetBytes(purpose));

    private static string Place(string folder) => Path.Combine(folder, "keys", "bank-accounts.key");

    private static IDataProtector Ring(string folder) =>
        DataProtectionProvider.Create(DataFolder.Make(Path.Combine(folder, "keys")), options => options.SetApplicationName("heng")).CreateProtector("heng.bank-accounts");

    private static byte[]? Read(string folder)
    {
        if (!File.Exists(Place(folder))) return null;
        try
        {
            return Ring(folder).Unprotect(File.ReadAllBytes(Place(folder)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A key that is there and can't be read stays: what it closed may be opened once its ring is back.</summary>
    private static byte[] Make(string folder)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var closed = Ring(folder).Protect(key);
        using var file = DataFolder.Write(Place(folder), FileMode.CreateNew);
        file.Write(closed);
        return key;
    }
}
