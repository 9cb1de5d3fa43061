using Heng.Bench.Fold;
using Heng.Bench.Intake;
using Heng.Bench.Live;
using Heng.Bench.Pay;
using Heng.Bench.Quality;
using Heng.Bench.Simulate;

return args switch
{
    ["fold", .. var rest] when FoldOptions.Parse(rest) is { } options => FoldCommand.Run(options),
    ["intake", .. var rest] when ReadingOptions.Parse(rest) is { } options => IntakeCommand.Run(options),
    ["live", .. var rest] when LiveOptions.Parse(rest) is { } options => LiveCommand.Run(options),
    ["pay", .. var rest] when PayOptions.Parse(rest) is { } options => PayCommand.Run(options),
    ["quality", .. var rest] when QualityOptions.Parse(rest) is { } options => QualityCommand.Run(options),
    ["simulate", .. var rest] when SimulateOptions.Parse(rest) is { } options => SimulateCommand.Run(options),
    ["tick", .. var rest] when TickOptions.Parse(rest) is { } options => TickCommand.Run(options),
    ["intake-once", var file] => Once(Reading.Here(file)),
    ["fold-once", var file, var threads] => Once(Reading.Folded(file, threads == "2" ? 2 : 1)),
    _ => Usage(),
};

static int Once(Reading reading)
{
    Console.WriteLine(reading.Json());
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("heng-bench fold [--messages N] [--threads N] [--engines heng,sqlite,postgresql,duckdb,chdb] [--format table|json]");
    Console.Error.WriteLine("heng-bench intake [--messages N] [--days N] [--engines heng,fold,fold2,import,duckdb] [--format table|json]");
    Console.Error.WriteLine("heng-bench live [--seconds N] [--rate N] [--watchers N] [--format table|json]");
    Console.Error.WriteLine("heng-bench pay [--people N] [--months N] [--format table|json]");
    Console.Error.WriteLine("heng-bench quality [--messages N] [--threads N] [--format table|json]");
    Console.Error.WriteLine("heng-bench simulate [--people N] [--items N] [--months N] [--format table|json]");
    Console.Error.WriteLine("heng-bench tick [--messages N] [--format table|json]");
    return 2;
}
