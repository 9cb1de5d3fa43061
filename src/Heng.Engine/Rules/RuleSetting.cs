using Heng.Engine.Explanation;
using Heng.Engine.Records;

namespace Heng.Engine.Rules;

/// <summary>What a setting's value looks like: a number (or off), one of a few words, or a list with a line an item.</summary>
public enum SettingKind { Number, Choice, List }

/// <summary>What a setting moves: whatever follows from chats, what follows from orders, reviews by the order's credit, the company's attendance, or only what is shown.</summary>
public enum Moves { Chats, Orders, Reviews, Attendance, Nothing }

/// <summary>
/// One setting of the rule set (判定设置): what it is called, what it may be, and how it is read from and put into a rule set. Values are texts, the same on the page, in files and on the command line.
/// <see cref="Write"/> gives null for a value outside the range.
/// </summary>
public sealed record RuleSetting(string Id, SettingKind Kind, Wording Name, Wording Range, Func<RuleSet, string> Read, Func<RuleSet, string, RuleSet?> Write)
{
    public Wording Unit { get; init; }
    public Wording Hint { get; init; }
    public Moves Moves { get; init; }
    public IReadOnlyList<(string Value, Wording Name)> Choices { get; init; } = [];
}

/// <summary>Settings that are changed for one reason, as they stand together on the page.</summary>
public sealed record RuleSettingGroup(string Id, Wording Name, IReadOnlyList<RuleSetting> Settings);

/// <summary>A change that was refused: which setting, the value that was asked for, and why.</summary>
public sealed record RuleFault(string Name, string Setting, string Value, Wording Words);
