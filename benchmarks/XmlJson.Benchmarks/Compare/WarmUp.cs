namespace XmlJson.Benchmarks;

/// <summary>Runs everybody until the runtime has compiled their code for good, with a profile from documents of every kind, not from the first file alone.</summary>
internal static class WarmUp
{
    private const int DocumentBytes = 8_000;
    private const int Passes = 3;
    private const int RunsPerDocument = 20;

    // The runtime compiles in the background once no new method was met for 100 ms.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Warms up the contenders of a work.</summary>
    public static void Run(Work work)
    {
        InputDocument[] documents = [.. GeneratedCorpus.Kinds.Select(kind => work.InputFrom(kind.Create(DocumentBytes))).OfType<InputDocument>()];
        for (var pass = 0; pass < Passes; pass++)
        {
            foreach (var document in documents)
            {
                foreach (var contender in work.CreateGroups().SelectMany(group => group))
                {
                    using (contender)
                    {
                        contender.Prepare(document);
                        for (var i = 0; i < RunsPerDocument; i++)
                        {
                            contender.Run();
                        }
                    }
                }
            }

            Thread.Sleep(Pause);
        }
    }
}
