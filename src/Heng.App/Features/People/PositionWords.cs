using Heng.Engine.Explanation;

namespace Heng.App.Features.People;

/// <summary>What a position (岗位) is called. The files' own ids have words in both languages; any other name is the shop's and stays as it is.</summary>
public static class PositionWords
{
    public static Wording Of(string position) => position switch
    {
        "front-line" => new("一线客服", "Front line"),
        "after-sales" => new("售后客服", "After-sales"),
        "leader" => new("组长", "Team leader"),
        "manager" => new("店长", "Manager"),
        "hr" => new("人事", "HR"),
        "qa" => new("质检", "Quality"),
        _ => new(position, position),
    };
}
