using System.Xml;
using XmlJson.Tests;
using XmlJson.Tests.Reading;
using Xunit.Abstractions;

namespace XmlJson.Conformance.Attacks;

/// <summary>Documents made to harm an XML parser: what becomes of them, at what cost in memory, in every way of feeding.</summary>
public sealed class XmlAttackTests(ITestOutputHelper output)
{
    private const int KnownFiles = 195;

    private static readonly XmlParserOptions WithDtd = XmlParserOptions.Default with { DtdProcessing = DtdProcessing.Parse };

    [SuiteFact]
    public void By_default_every_file_is_treated_as_listed() => Check(XmlParserOptions.Default, file => file.Default);

    [SuiteFact]
    public void With_document_types_parsed_every_file_is_treated_as_listed() => Check(WithDtd, file => file.Dtd);

    [SuiteFact]
    public void Every_way_of_feeding_gives_the_same()
    {
        // Every reading's text is kept, so entities may expand to less than by default.
        foreach (var options in (XmlParserOptions[])[XmlParserOptions.Default, WithDtd with { MaxEntityExpansion = 100_000 }])
        {
            var ways = new EveryWay(options);
            var differences = SmallStack.Run(() => AttackFile.Xml
                .Select(file => (File: file, Difference: ways.FindDifference(file.Read())))
                .Where(found => found.Difference is not null)
                .Select(found => $"{found.File}, {found.Difference}")
                .ToList());
            output.WriteLine($"DTD {options.DtdProcessing}: {ways.Compared} readings");

            Expect.None(differences);
        }
    }

    [SuiteFact]
    public void The_front_door_gives_the_same()
    {
        var differences = new List<string>();
        foreach (var file in AttackFile.Xml)
        {
            var document = file.Read();
            var whole = Feedings.Whole.Run(document);
            differences.AddRange(Feedings.ThroughTheDoor.Where(door => door.Run(document) != whole).Select(door => $"{file}, {door}"));
        }

        Expect.None(differences);
    }

    private void Check(XmlParserOptions options, Func<AttackFile, string> expectation)
    {
        var files = AttackFile.Xml.ToList();
        var (wrong, costliest) = SmallStack.Run(() =>
        {
            var wrong = new List<string>();
            var costliest = (File: "", Bytes: 0L);
            foreach (var file in files)
            {
                var document = file.Read();
                var before = GC.GetAllocatedBytesForCurrentThread();
                var answer = Answer.Of(() =>
                {
                    using var parser = new Utf8XmlParser(options);
                    var handler = default(EventCounter);
                    parser.Parse(document, ref handler);
                });
                var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                costliest = allocated > costliest.Bytes ? (file.Path, allocated) : costliest;
                if (!answer.IsOneOf(expectation(file)))
                {
                    wrong.Add($"{file}: expected {expectation(file)}, found {answer}");
                }

                if (allocated > MemoryBound.Of(document))
                {
                    wrong.Add($"{file}: {allocated} bytes allocated for {document.Length}");
                }
            }

            return (wrong, costliest);
        });
        output.WriteLine($"{files.Count - wrong.Count} of {files.Count} as listed; at most {costliest.Bytes} bytes allocated, for {costliest.File}");

        Expect.None(wrong);
        Assert.True(files.Count >= KnownFiles, $"{files.Count} files");
    }
}
