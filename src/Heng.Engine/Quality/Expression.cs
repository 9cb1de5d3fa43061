namespace Heng.Engine.Quality;

/// <summary>A rule's condition, and how conditions are joined.</summary>
public abstract record Expression
{
    /// <summary>Whether any condition looks at messages of the role (<see cref="Role.Agent"/> or <see cref="Role.Buyer"/>).</summary>
    public bool Reads(Role role) => this switch
    {
        Every every => every.Of.Any(e => e.Reads(role)),
        Either either => either.Of.Any(e => e.Reads(role)),
        Not not => not.Of.Reads(role),
        Condition condition => condition.Role == role || condition.Role == Role.Anyone,
        _ => false,
    };
}

/// <summary>Every one of them holds (且).</summary>
public sealed record Every(IReadOnlyList<Expression> Of) : Expression;

/// <summary>At least one of them holds (或).</summary>
public sealed record Either(IReadOnlyList<Expression> Of) : Expression;

/// <summary>It does not hold (非). Its hits are shown nowhere.</summary>
public sealed record Not(Expression Of) : Expression;

/// <summary>Who wrote what is looked at (角色). Automatic replies are nobody's.</summary>
public enum Role : byte { Agent, Buyer, Anyone }

/// <summary>How much is taken as one: a message, the messages of a round (回合), or those of a whole reception.</summary>
public enum Stretch : byte { Message, Round, Reception }

/// <summary>Where a condition looks beside another one's hit.</summary>
public enum Side : byte { Before, After, Around }

/// <summary>Only messages that lie so to a hit of the condition of that name, which stands before this one, and at most so many seconds away where a limit is said.</summary>
public sealed record Near(string Name, Side Where, int? WithinSeconds = null);

/// <summary>
/// One condition (条件): an operator over the messages of a role, of those the near enough ones, of those the first and last so many, counted in the round where the stretch is one and else in
/// the reception; with both, the first ones and the last ones. A stretch without a message that is looked at holds nothing, so its absence is no finding.
/// </summary>
public sealed record Condition(Role Role, Stretch Stretch, Operator Of) : Expression
{
    public string? Name { get; init; }
    public int? First { get; init; }
    public int? Last { get; init; }
    public Near? Near { get; init; }
}
