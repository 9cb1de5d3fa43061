using System.Runtime.CompilerServices;
using Dapper;

namespace Heng.App.Tests.Store;

/// <summary>
/// What Dapper compiles for a query it keeps by connection string, and here every test has a database of its own: all of one engine share it, as they do in a server, which has one.
/// </summary>
internal static class SharedReaders
{
#pragma warning disable CA2255 // Before any test of the assembly asks a database.
    [ModuleInitializer]
    internal static void Begin() => SqlMapper.ConnectionStringComparer = new ByEngine();
#pragma warning restore CA2255

    private sealed class ByEngine : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => IsPostgres(x) == IsPostgres(y);
        public int GetHashCode(string obj) => IsPostgres(obj) ? 1 : 0;

        private static bool IsPostgres(string? target) => target?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true;
    }
}
