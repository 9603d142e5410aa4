using System.Text;

namespace XmlJson.Benchmarks.Tests;

public class GeneratedCorpusTests
{
    // Speeds measured on different bytes cannot be compared: whoever changes a document on purpose changes its hash here, and measures everything again.
    private static readonly Dictionary<string, ulong> Hashes = new()
    {
        ["records.xml"] = 0x0a95232c1bd9b7d4,
        ["text-heavy.xml"] = 0xc6a7e0656d665524,
        ["attribute-heavy.xml"] = 0x06936f4d8b95a548,
        ["spreadsheet-dense.xml"] = 0x8ad9fd0529c35bd9,
        ["non-ascii.xml"] = 0x41998c2dc9ef147a,
        ["entity-heavy.xml"] = 0x723bca252e98d59b,
        ["namespaces.xml"] = 0xeeab00a34224354e,
        ["deep.xml"] = 0x57dedcacf7d9c878,
        ["mixed-markup.xml"] = 0x2bde6666b11b6a0d,
        ["pages.xml"] = 0xfc4a661e976f6e74,
        ["vocabulary.xml"] = 0x559b25645a3285b5,
        ["document-type.xml"] = 0x992a2626b6093814,
        ["windows-lines.xml"] = 0x553edb92e1c0723a,
        ["feed.xml"] = 0x15feeefee4d57778,
        ["settings-small.xml"] = 0xace623c82dd346d2,
        ["soap-small.xml"] = 0x3aca2d86b2d75dda,
    };

    public static TheoryData<string> Files => [.. GeneratedCorpus.Kinds.Select(kind => kind.FileName)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_document_is_the_same_every_time(string file)
    {
        var hash = new Hash64();
        hash.Add(Create(file).Bytes);

        Assert.Equal(Hashes[file].ToString("x16"), hash.Value.ToString("x16"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_document_is_wellformed_and_of_its_size(string file)
    {
        var document = Create(file);
        using var reader = document.CreateReader();
        while (reader.Read())
        {
        }

        var small = file is "feed.xml" or "settings-small.xml" or "soap-small.xml";
        Assert.InRange(document.Bytes.Length, small ? 200 : 1_000_000, small ? 25_000 : 4_100_000);
        Assert.Equal(file == "document-type.xml", document.HasDocumentType);
    }

    [Fact]
    public void Documents_are_of_the_kinds_they_are_named_after()
    {
        Assert.True(ShareOf("text-heavy.xml", content => content.TextUnits) > 0.9);
        Assert.True(ShareOf("attribute-heavy.xml", content => content.ValueUnits) > 0.3);
        Assert.True(ShareOf("spreadsheet-dense.xml", content => content.Elements) > 0.05);
        Assert.True(Create("non-ascii.xml").Bytes.Count(value => value >= 0x80) > 1_000_000);
        Assert.True(Create("entity-heavy.xml").Bytes.Count(value => value == (byte)'&') > 60_000);
        Assert.Equal(150, DepthOf("deep.xml") - 2);
        Assert.True(NamesOf("vocabulary.xml") > 900);
        Assert.All(Encoding.UTF8.GetString(Create("windows-lines.xml").Bytes).Split('\n')[..^1], line => Assert.EndsWith("\r", line, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Another_length_gives_another_document_of_the_kind(string file)
    {
        var document = GeneratedCorpus.Kinds.Single(kind => kind.FileName == file).Create(4_000);
        Assert.InRange(Encoding.UTF8.GetCharCount(document.Bytes), 200, 12_000);
    }

    private static InputDocument Create(string file) => GeneratedCorpus.Kinds.Single(kind => kind.FileName == file).Create();

    private static double ShareOf(string file, Func<Tally, long> count)
    {
        var document = Create(file);
        var content = new ContentDigest();
        using var reader = document.CreateReader();
        ReaderContent.AddTo(reader, content);
        return (double)count(content.Utf8) / document.Bytes.Length;
    }

    private static int NamesOf(string file)
    {
        var names = new HashSet<string>();
        using var reader = Create(file).CreateReader();
        while (reader.Read())
        {
            names.Add(reader.Name);
        }

        return names.Count;
    }

    private static int DepthOf(string file)
    {
        var depth = 0;
        using var reader = Create(file).CreateReader();
        while (reader.Read())
        {
            depth = Math.Max(depth, reader.Depth + 1);
        }

        return depth - 1;
    }
}
