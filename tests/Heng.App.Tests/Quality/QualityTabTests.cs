using Heng.App.Features.People;
using Heng.App.Features.Quality;
using Heng.App.Ui;

namespace Heng.App.Tests.Quality;

/// <summary>Each role stands before the tabs on which there can be something for it.</summary>
public sealed class QualityTabTests
{
    [Theory]
    [InlineData(Role.Agent, "findings coaching phrases examples inspections")]
    [InlineData(Role.Leader, "findings attention coaching rules phrases examples inspections plans agreement calibrations")]
    [InlineData(Role.Supervisor, "findings attention coaching rules phrases examples inspections plans agreement calibrations")]
    [InlineData(Role.Qa, "findings attention coaching rules label audit phrases examples inspections plans agreement calibrations")]
    [InlineData(Role.Hr, "findings attention coaching rules label audit phrases examples inspections plans agreement calibrations")]
    [InlineData(Role.Manager, "findings attention coaching rules label audit phrases examples inspections plans agreement calibrations")]
    [InlineData(Role.Auditor, "findings attention coaching rules label audit phrases examples inspections plans agreement calibrations")]
    [InlineData(Role.Administrator, "findings attention coaching rules phrases examples plans agreement")]
    public void A_role_sees_the_tabs_that_hold_something_for_it(Role role, string tabs)
    {
        var viewer = role switch { Role.Agent or Role.Leader => new Viewer("x", role, "王雨桐", "一组"), Role.Supervisor => new("x", role, "陈静", null) { Groups = ["一组", "二组"] }, _ => new("x", role, null, null) };
        var empty = QualityTabs.EmptyFor(viewer);
        Assert.Equal(tabs.Split(' '), Sections.Quality.Tabs.Where(t => !empty.Contains(t.Href)).Select(t => t.Id));
    }
}
