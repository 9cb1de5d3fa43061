using Heng.Engine.Explanation;
using Heng.Engine.Records;
using Heng.Store;

namespace Heng.App.Features.Appeals;

/// <summary>Which fact an appeal is about. Shop is empty for what belongs to people; day is the fact's, of a month's record the first.</summary>
public sealed record AppealedFact(string Shop, CorrectedFact Kind, string Fact, DateOnly Day);

/// <summary>Something that is recorded of a fact. Whose names the person in the value, who is shown only to those who may see them.</summary>
public sealed record FactLine(Wording Name, Wording Value, string? Whose = null);

/// <summary>A fact as the records have it now.</summary>
public sealed record KnownFact(AppealedFact Of, Wording Title, IReadOnlyList<FactLine> Says)
{
    /// <summary>Whom it bears on: they may appeal.</summary>
    public IReadOnlySet<string> Bears { get; init; } = new HashSet<string>();
    /// <summary>Who gave it, or has it: they do not decide.</summary>
    public IReadOnlySet<string> Parties { get; init; } = new HashSet<string>();
    /// <summary>What stands now, in the words of a wish.</summary>
    public AppealWish Stands { get; init; } = new();
    /// <summary>Whether this, asked for or decided, would change it.</summary>
    public Func<AppealWish, bool> Corrects { get; init; } = _ => true;
    /// <summary>The months whose numbers rest on it.</summary>
    public IReadOnlyList<Month> Months { get; init; } = [Month.Of(Of.Day)];
    public string? Href { get; init; }
    /// <summary>The correction that stands over it.</summary>
    public Correction? Corrected { get; init; }

    /// <summary>The month in which the appeal stands: the last of those.</summary>
    public Month Month => Months[^1];
}
