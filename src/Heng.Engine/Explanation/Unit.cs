namespace Heng.Engine.Explanation;

/// <summary>What a number counts. A rate is a fraction (0.25), shown as 25 %.</summary>
public enum Unit { None, People, Times, Seconds, Rate, Ratio, Yuan, Points, Days, Orders, Pieces, Characters, PerHour, PerMinute, PerPerson }

/// <summary>A value's state (状态). Missing (暂无数据) is not zero.</summary>
public enum ValueState { Final, Provisional, Missing }
