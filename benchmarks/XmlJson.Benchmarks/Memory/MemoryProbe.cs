using System.CommandLine;
using System.Globalization;
using System.Text;

namespace XmlJson.Benchmarks;

/// <summary>The process in which memory is measured: it does one thing once, and says by how much the memory in use grew.</summary>
internal static class MemoryProbe
{
    public const string Verb = "memory-probe";

    /// <summary>In place of a tree's name: records are read from a stream that is made on the way.</summary>
    public const string Records = "xmljson-each";

    /// <summary>In place of a tree's name: records become lines of JSON.</summary>
    public const string Lines = "xmljson-lines";

    private const long WarmUpLength = 1_000_000;

    private const string WarmUp = "<?xml version='1.0'?><r xmlns:p='urn:p'>\n  <e a='1' p:b='&lt;'>text &amp; text</e><!-- c --><?i d?><p:f><![CDATA[x]]></p:f>\n</r>";

    public static Command Create()
    {
        var contender = new Argument<string>("CONTENDER");
        var input = new Argument<string>("INPUT") { Description = "A file, or for records a number of bytes." };
        var command = new Command(Verb, "Measures for 'memory', which starts this in a process of its own.") { contender, input };
        command.Hidden = true;
        command.SetAction(result =>
        {
            var (name, what) = (result.GetRequiredValue(contender), result.GetRequiredValue(input));
            var growth = name switch
            {
                Records => MeasureLength(CountRecords, what),
                Lines => MeasureLength(WriteLines, what),
                _ when LongConversion.Is(name) => MeasureConversion(name, long.Parse(what, CultureInfo.InvariantCulture)),
                _ => MeasureTree(name, what),
            };
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{growth} {ResidentMemory.Peak}"));
        });
        return command;
    }

    private static long MeasureTree(string name, string path)
    {
        var contenders = Work.Tree.CreateGroups()[0];
        using var contender = contenders.Single(one => one.Name == name);
        contender.Prepare(InputDocument.Unread("warm-up", Encoding.UTF8.GetBytes(WarmUp)));
        contender.Run();

        // Not even a look for a document type declaration may leave garbage: whatever room it left would be used again.
        var bytes = File.ReadAllBytes(path);
        contender.Prepare(bytes.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0 ? InputDocument.WithDocumentType(path, bytes) : InputDocument.Unread(path, bytes));
        return Measure(contender.Run);
    }

    private static long MeasureLength(Action<long> read, string length)
    {
        read(WarmUpLength);
        return Measure(() => read(long.Parse(length, CultureInfo.InvariantCulture)));
    }

    // What makes the document takes memory of its own.
    private static long MeasureConversion(string name, long length)
    {
        LongConversion.Prepare(name, WarmUpLength)();
        return Measure(LongConversion.Prepare(name, length));
    }

    private static void WriteLines(long length)
    {
        using var stream = new RepeatedRecords(length);
        var written = Xml.ToJsonLines(stream, RepeatedRecords.Path, Stream.Null).Written;
        if (written != stream.Records)
        {
            throw new WrongAnswerException($"{written} lines were written of {stream.Records} records.");
        }
    }

    private static void CountRecords(long length)
    {
        var count = 0L;
        using var stream = new RepeatedRecords(length);
        foreach (var record in Xml.LoadEach(stream, RepeatedRecords.Path))
        {
            count += record.Document is null ? 0 : 1;
        }

        if (count != stream.Records)
        {
            throw new WrongAnswerException($"{count} records were read of {stream.Records}.");
        }
    }

    private static long Measure(Action run)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        ResidentMemory.TryResetPeak();
        var before = ResidentMemory.Current;
        run();
        return ResidentMemory.Peak - before;
    }
}
