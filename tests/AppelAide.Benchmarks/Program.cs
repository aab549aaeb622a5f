using AppelAide.Benchmarks;
using AppelAide.Benchmarks.Contestants;
using AppelAide.Benchmarks.Load;

// The parts that run as processes of their own; the benchmark starts them.
switch (args)
{
    case ["bare", var port]:
        return await BareServer.RunAsync(port);
    case ["client"]:
        return await LoadClient.RunAsync();
}

if (BenchmarkOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine("line|latency|log|cost|turn|outbox|bulletin|directory|import|registration|console|figures|all [--seconds N] [--rounds N] [--rows N] [--rate N] [--folder PATH] [--without-peer]");
    return 2;
}

Console.WriteLine(Machine.Describe());
if (options.Runs("cost"))
    await CostBenchmark.RunAsync();
if (options.Name == "turn")
    await TurnBenchmark.RunAsync();
if (options.Runs("outbox"))
    await OutboxBenchmark.RunAsync(options);
if (options.Runs("bulletin"))
    await BulletinBenchmark.RunAsync();
if (options.Runs("directory"))
    DirectoryBenchmark.Run();
if (options.Runs("import"))
    await ImportBenchmark.RunAsync();
if (options.Runs("line"))
    await LineBenchmark.RunAsync(options);
if (options.Runs("latency"))
    await LatencyBenchmark.RunAsync(options);
if (options.Runs("registration"))
    await RegistrationBenchmark.RunAsync(options);
if (options.Runs("console"))
    await ConsoleBenchmark.RunAsync(options);
if (options.Name == "figures")
    await FiguresBenchmark.RunAsync(options);
if (options.Runs("log"))
    await LogBenchmark.RunAsync(options);
return 0;
