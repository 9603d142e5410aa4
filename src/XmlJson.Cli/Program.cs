using XmlJson.Cli;

using var interruption = new Interruption();
return interruption.ExitCode(CommandLine.Run(args, StandardStreams.OfProcess(interruption.Token)));
