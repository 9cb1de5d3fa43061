using Heng.Intake.Tests;

namespace Heng.App.Tests.CommandLine;

/// <summary>Like <see cref="SharedDataFactAttribute"/>, for several cases.</summary>
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (SharedData.Folder is null) Skip = "shared/data is not beside this project";
    }
}
