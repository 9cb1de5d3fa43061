using System.Security.Cryptography;
using Heng.App.Features.Safes;
using Heng.Engine.Quality.Sampling;

namespace Heng.App.Features.Inspections;

/// <summary>Rolls seeds and keeps them closed until they are revealed: the database alone tells nobody what will be drawn.</summary>
public sealed class SeedSafe(string folder) : Safe(folder, "heng.seeds")
{
    public static Seed Roll() => Seed.Of(RandomNumberGenerator.GetBytes(Seed.Bytes));

    public string Close(Seed seed) => Lock(seed.Hex);
    public Seed? Open(string closed) => Seed.Parse(Unlock(closed));
}
