using System.CommandLine;
using System.Text.Json.Nodes;
using Heng.App.Features.Months;
using Heng.App.Features.People;
using Heng.App.Features.SoFar;

namespace Heng.App.CommandLine;

/// <summary><c>heng pay --so-far</c>: what people have earned so far, and their next steps.</summary>
internal sealed class PaySoFar
{
    public static readonly Refusal Sealed = new("month-sealed", new("这个月的结果已经封存，没有“已挣”：看 heng pay", "The month's results are sealed, so nothing is earned so far: see heng pay"));

    private readonly Option<bool> soFar = new("--so-far") { Description = "What is earned so far in an open month, and the nearest next step of each number" };

    public void AddTo(Command command) => command.Add(soFar);

    public bool Asked(ParseResult parsed) => parsed.GetValue(soFar);

    public void Write(CommandContext context, MonthBook book, string? only)
    {
        if (only is not null && book.Alone.ContainsKey(only)) throw CommandStoppedException.Refused(Sealed);
        SoFarView[] views =
        [
            .. book.People.Select(p => p.Person.Name).Where(name => (only is null || name == only) && Rights.SeesPay(context.Viewer, name) && !book.Alone.ContainsKey(name))
                .Select(name => EarnedSoFar.Of(book, name)).OfType<SoFarView>(),
        ];
        context.Output.Write(new JsonArray([.. views.Select(SoFarJson.Of)]), () => SoFarJson.Sheet(views));
        context.Tell(MonthNotes.Standing(book, context.Viewer));
    }
}
