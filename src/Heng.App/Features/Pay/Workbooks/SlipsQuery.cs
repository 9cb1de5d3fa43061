using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Ui;
using Heng.Engine.Records;

namespace Heng.App.Features.Pay.Workbooks;

/// <summary>The payslips that a viewer may take away: one person's, or without a person everybody's; never none.</summary>
public delegate Seen<IReadOnlyList<SlipContent>> SlipsFor(Month month, string? agent, HttpContext context);

public sealed class SlipsQuery(BookCache books, ViewerFor viewers)
{
    public Seen<IReadOnlyList<SlipContent>> For(Month month, string? agent, HttpContext context)
    {
        if (viewers(context) is not { } viewer || !(agent is null ? Rights.Exports(viewer, pay: true) : Rights.SeesPay(viewer, agent))) return Seen<IReadOnlyList<SlipContent>>.Forbidden;
        SlipContent[] slips = [.. SlipContent.All(books.Of(month), name => agent is null || name == agent)];
        return slips.Length == 0 ? Seen<IReadOnlyList<SlipContent>>.NotFound : new(slips, StatusCodes.Status200OK);
    }
}
