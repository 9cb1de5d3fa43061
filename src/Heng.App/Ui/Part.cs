using Heng.Engine.Explanation;
using Microsoft.AspNetCore.Components;

namespace Heng.App.Ui;

/// <summary>What every component stands on: the page's language and who looks at it.</summary>
public abstract class Part : ComponentBase
{
    [CascadingParameter] public Language Language { get; set; } = Language.Zh;
    [CascadingParameter] public Shell Shell { get; set; } = Shell.Nobody;
    protected bool English => Language.English;
    protected string T(string zh, string en) => Language.T(zh, en);
    protected string T(Wording words) => Language.T(words);
    protected string Opening(Wording words) => Language.Opening(words);
}
