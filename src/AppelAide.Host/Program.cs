using AppelAide.Host.Commands;

return await CommandLine.RunAsync(args);
