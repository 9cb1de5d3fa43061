namespace Heng.Engine.Facts.Kernel;

/// <summary>
/// Fixed numbers of the platforms' own speed figures (平台口径). They don't follow the rule set, because a platform doesn't.
/// Hours are on the wall, from the first second of the one to before the first second of the other.
/// </summary>
internal static class Presets
{
    public const int ThreeMinutes = 180;
    public const int TaobaoCap = 600;
    public const int JdGap = 600;
    public const int JdQuick = 30;
    private const int Day = 86_400, Eight = 8 * 3600, Nine = 9 * 3600, TwentyThree = 23 * 3600;

    /// <summary>08:00:00–22:59:59: Taobao, Pinduoduo and Douyin look at what was asked then.</summary>
    public static bool InDayHours(int wallSecond) => wallSecond is >= Eight and < TwentyThree;

    /// <summary>09:00:00–22:59:59: JD looks at sessions that started then.</summary>
    public static bool InJdHours(int wallSecond) => wallSecond is >= Nine and < TwentyThree;

    public static int Wall(int second, int cutSeconds)
    {
        var wall = second + cutSeconds;
        return wall >= Day ? wall - Day : wall;
    }
}
