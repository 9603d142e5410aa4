namespace XmlJson.Fuzzing;

/// <summary>Something that must hold whatever the input is.</summary>
internal abstract class Target
{
    /// <summary>What makes the targets, by their names on the command line. No target may be made before the fuzzer runs: the instrumented library writes to memory that the fuzzer gives it.</summary>
    public static IReadOnlyDictionary<string, Func<Target>> Makers { get; } = new Dictionary<string, Func<Target>>(StringComparer.Ordinal)
    {
        ["parse"] = () => new ParseTarget(),
        ["reader"] = () => new ReaderTarget(),
        ["write"] = () => new WriteTarget(),
        ["json"] = () => new JsonTarget(),
        ["paths"] = () => new PathsTarget(),
    };

    /// <summary>Does with an input what the target is about.</summary>
    /// <exception cref="FindingException">Something does not hold; any other exception is a finding too.</exception>
    public abstract void Run(byte[] input);

    /// <summary>Inputs to begin with.</summary>
    public abstract IEnumerable<byte[]> Seeds();
}
