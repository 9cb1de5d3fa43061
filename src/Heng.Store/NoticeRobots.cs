using Dapper;
using Heng.Engine.Records;

namespace Heng.Store;

/// <summary>Stored by name.</summary>
public enum RobotState { Active, Paused, Removed }

/// <summary>A group robot (群机器人): of which platform, for which group (null: the whole shop) and kinds. Secrets are protected before they come here; null once it is removed.</summary>
public sealed record NoticeRobot(long Id, string Name, string Platform, string? Group, IReadOnlyList<string> Kinds, bool English, RobotState State, string? Secrets, long After, Instant AddedAt, string AddedBy);

public sealed class NoticeRobots(Database database)
{
    /// <summary>A new robot begins with what is told from now on.</summary>
    public NoticeRobot Add(NoticeRobot robot) => database.Write(Durability.Full, t =>
    {
        t.Alone("notice_robot");
        var added = robot with { Id = 1 + t.Scalar<long>("SELECT COALESCE(MAX(robot_id), 0) FROM notice_robot"), After = Newest(t) };
        t.Execute("""
            INSERT INTO notice_robot (robot_id, name, platform, team, kinds, language, state, secrets, after_seq, added_at, added_by)
            VALUES (@Id, @Name, @Platform, @Group, @kinds, @language, @state, @Secrets, @After, @at, @AddedBy)
            """, new
        {
            added.Id, added.Name, added.Platform, added.Group, kinds = string.Join(' ', added.Kinds), language = added.English ? "en" : "zh", state = added.State.ToString(), added.Secrets, added.After,
            at = added.AddedAt.UnixSeconds, added.AddedBy,
        });
        return added;
    });

    /// <summary>False where it is so already, or was removed. What was told during a pause is not sent after it; a removed robot's secrets are gone.</summary>
    public bool Turn(long id, RobotState to) => database.Write(Durability.Full, t => t.Execute(to switch
    {
        RobotState.Active => "UPDATE notice_robot SET state = 'Active', after_seq = @newest WHERE robot_id = @id AND state = 'Paused'",
        RobotState.Paused => "UPDATE notice_robot SET state = 'Paused' WHERE robot_id = @id AND state = 'Active'",
        _ => "UPDATE notice_robot SET state = 'Removed', secrets = NULL WHERE robot_id = @id AND state <> 'Removed'",
    }, new { id, newest = Newest(t) })) == 1;

    /// <summary>Nothing up to this number is the robot's.</summary>
    public void Past(long id, long seq) => database.Write(Durability.Full, t => t.Execute("UPDATE notice_robot SET after_seq = @seq WHERE robot_id = @id AND after_seq < @seq", new { id, seq }));

    public IReadOnlyList<NoticeRobot> All => database.Read(c => c
        .Query<Row>("SELECT robot_id, name, platform, team, kinds, language, state, secrets, after_seq, added_at, added_by FROM notice_robot ORDER BY robot_id").Select(r => r.Robot).ToList());

    private static long Newest(Transaction t) => t.Scalar<long>("SELECT COALESCE(MAX(seq), 0) FROM notice");

#pragma warning disable IDE1006, CA1812 // The names are the columns'.
    private sealed record Row(long robot_id, string name, string platform, string? team, string kinds, string language, string state, string? secrets, long after_seq, long added_at, string added_by)
    {
        public NoticeRobot Robot => new(robot_id, name, platform, team, kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries), language == "en", Enum.Parse<RobotState>(state), secrets, after_seq, new(added_at), added_by);
    }
#pragma warning restore IDE1006, CA1812
}
