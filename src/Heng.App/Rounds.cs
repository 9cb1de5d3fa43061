namespace Heng.App;

/// <summary>What works beside the pages, round after round.</summary>
internal static class Rounds
{
    /// <summary>Waits for the next round; false where the server ends. One that never began to serve ends without saying so to its host, which then takes a cancelled round for a failure.</summary>
    public static async Task<bool> Next(this PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
