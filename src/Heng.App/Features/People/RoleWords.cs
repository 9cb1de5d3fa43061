using Heng.Engine.Explanation;

namespace Heng.App.Features.People;

/// <summary>What a role (角色) is called.</summary>
public static class RoleWords
{
    public static Wording Of(Role role) => role switch
    {
        Role.Administrator => new("管理员", "Administrator"),
        Role.Manager => new("店长", "Manager"),
        Role.Hr => new("人事", "HR"),
        Role.Qa => new("质检", "QA"),
        Role.Leader => new("组长", "Leader"),
        Role.Supervisor => new("主管", "Supervisor"),
        Role.Auditor => new("审计", "Auditor"),
        Role.Operator => new("命令行", "Command line"),
        _ => new("客服", "Agent"),
    };
}
