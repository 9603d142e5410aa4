using System.Runtime;

namespace XmlJson.Benchmarks;

/// <summary>Runs everybody until the runtime has compiled their code for good, with a profile from documents of every kind, not from the first file alone.</summary>
internal static class WarmUp
{
    private const int DocumentCharacters = 8_000;
    private const int RunsPerDocument = 20;
    private const int QuietPasses = 2;
    private const int StrayMethods = 1;
    private const int MaxPasses = 30;

    // Calls are counted only once no new method was met for 100 ms, and a method goes through up to three stages: longer than that, between passes.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Warms up the contenders of a work.</summary>
    public static void Run(Work work)
    {
        InputDocument[] documents = [.. GeneratedCorpus.Kinds.Select(kind => work.InputFrom(kind.Create(DocumentCharacters))).OfType<InputDocument>()];
        var quiet = 0;
        for (var pass = 0; pass < MaxPasses && quiet < QuietPasses; pass++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            foreach (var document in documents)
            {
                RunAll(work, document);
            }

            Thread.Sleep(Pause);
            quiet = JitInfo.GetCompiledMethodCount() - compiled <= StrayMethods ? quiet + 1 : 0;
        }
    }

    private static void RunAll(Work work, InputDocument document)
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
}
