using Heng.Bench.Fold;

return args is ["fold", .. var rest] && FoldOptions.Parse(rest) is { } options
    ? FoldCommand.Run(options)
    : Usage();

static int Usage()
{
    Console.Error.WriteLine("heng-bench fold [--messages N] [--threads N] [--engines heng,sqlite,postgresql,duckdb,chdb] [--format table|json]");
    return 2;
}
