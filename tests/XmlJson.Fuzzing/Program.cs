using System.Globalization;
using SharpFuzz;
using XmlJson.Fuzzing;

const string Usage =
    """
    XmlJson.Fuzzing TARGET FILE…           runs a target once on each file, or on each file of a folder
    XmlJson.Fuzzing TARGET --seeds FOLDER  writes the inputs to begin with
    XmlJson.Fuzzing TARGET --afl           runs it under afl-fuzz: see fuzz.sh

    """;

ThrowingListener.Install();
if (args.Length < 2 || !Target.Makers.TryGetValue(args[0], out var make))
{
    Console.Error.WriteLine(Usage + "Targets: " + string.Join(", ", Target.Makers.Keys));
    return 2;
}

switch (args[1])
{
    case "--afl":
        // A process of its own, because a time-out ends it.
        Target? target = null;
        Fuzzer.OutOfProcess.Run(stream => (target ??= make()).Run(ReadAll(stream)));
        return 0;
    case "--seeds":
        return WriteSeeds(make(), args[2]);
    default:
        return RunFiles(make(), args.AsSpan(1));
}

static byte[] ReadAll(Stream stream)
{
    using var memory = new MemoryStream();
    stream.CopyTo(memory);
    return memory.ToArray();
}

static int WriteSeeds(Target target, string folder)
{
    Directory.CreateDirectory(folder);
    var seeds = target.Seeds().DistinctBy(Convert.ToHexString).ToList();
    for (var number = 0; number < seeds.Count; number++)
    {
        File.WriteAllBytes(Path.Combine(folder, number.ToString("D5", CultureInfo.InvariantCulture)), seeds[number]);
    }

    Console.WriteLine($"{seeds.Count} seeds in {folder}");
    return 0;
}

static int RunFiles(Target target, ReadOnlySpan<string> paths)
{
    var (passed, failed) = (0, 0);
    foreach (var path in paths)
    {
        foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path).Order(StringComparer.Ordinal).ToArray() : [path])
        {
            try
            {
                target.Run(File.ReadAllBytes(file));
                passed++;
            }
            catch (Exception e)
            {
                Console.WriteLine($"{file}: {e}");
                failed++;
            }
        }
    }

    Console.WriteLine($"{passed} passed, {failed} failed, 0 skipped");
    return failed == 0 ? 0 : 1;
}
