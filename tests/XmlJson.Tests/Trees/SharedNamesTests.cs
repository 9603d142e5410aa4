using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using XmlJson.Dom;
using XmlJson.ElementTree;
using XmlJson.Mapping;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

/// <summary>Documents that are built one after the other have the strings behind their names together: none must see that.</summary>
public class SharedNamesTests
{
    private const string Message =
        """<s:e xmlns:s="urn:s"><s:b id="1" s:id="2"><b id="3" xmlns="urn:b"/></s:b><b id="4" xmlns=""/><?s b?></s:e>""";

    // Prefixes and names that an edit may come to, more names than are shared, other namespaces for the same names.
    public static TheoryData<string> Before => new(
        """<ns0:a xmlns:ns0="urn:0" xmlns:ns1="urn:1"><ns1:ns2 ns0:ns3="x"/></ns0:a>""",
        """<s:e xmlns:s="urn:other"><s:b id="1" s:id="2"/></s:e>""",
        """<e><b/><s/><id/><?ns0 x?></e>""",
        Message,
        ManyNames(1500));

    [Theory]
    [MemberData(nameof(Before))]
    public void What_an_earlier_document_had_does_not_show(string before)
    {
        var alone = OnNewThread(() => Edited(Message));
        var after = OnNewThread(() =>
        {
            using var kept = Load(before);
            Load(before).Dispose();
            var edited = Edited(Message);
            Assert.Equal(before, XmlText.Of(kept));
            return edited;
        });
        Assert.Equal(alone, after);
    }

    [Theory]
    [MemberData(nameof(Before))]
    public void Every_document_comes_back_whatever_came_before(string before) => OnNewThread(() =>
    {
        for (var i = 0; i < 3; i++)
        {
            foreach (var xml in (string[])[Message, before, ManyNames(40 + (i * 700)), "<a/>", Message])
            {
                using var document = Load(xml);
                Assert.Equal(xml, XmlText.Of(document));
            }
        }

        return 0;
    });

    [Fact]
    public void An_edit_of_one_document_does_not_change_another() => OnNewThread(() =>
    {
        using var first = Load(Message);
        using var second = Load(Message);
        using var third = Load("<a/>");
        foreach (var (document, letter) in ((Document, char)[])[(first, 'x'), (second, 'y'), (third, 'z')])
        {
            for (var i = 0; i < 2000; i++)
            {
                document.DocumentElement.AppendChild(document.CreateElement($"{letter}{i}")).SetAttributeNS($"urn:{letter}{i}", $"p:{letter}", "1");
            }
        }

        using var fourth = Load(Message);
        Assert.Equal(Message, XmlText.Of(fourth));
        foreach (var (document, letter) in ((Document, char)[])[(first, 'x'), (second, 'y'), (third, 'z')])
        {
            Assert.Single(document.GetElementsByTagName($"{letter}1999"));
            Assert.Equal("1", document.GetElementsByTagName($"{letter}777")[0].GetAttributeNS($"urn:{letter}777", letter.ToString()));
            Assert.Empty(document.GetElementsByTagName(letter == 'x' ? "y1" : "x1"));
            using var again = Load(XmlText.Of(document));
            Assert.Equal(XmlText.Of(document), XmlText.Of(again));
        }

        return 0;
    });

    [Fact]
    public void Documents_are_read_while_others_are_built()
    {
        var documents = new Document[8];
        var isBuilt = false;
        var builder = new Thread(() =>
        {
            for (var i = 0; i < 3000; i++)
            {
                using var other = Load($"""<r{i} xmlns:p{i}="urn:{i}"><p{i}:c a{i}="{i}"/></r{i}>""");
                if (i < documents.Length)
                {
                    Volatile.Write(ref documents[i], Load($"""<m{i} xmlns:q="urn:q{i}" key{i}="{i}" a-name-longer-than-sixteen-bytes="{i}"><q:c>{i}</q:c></m{i}>"""));
                }
            }

            Volatile.Write(ref isBuilt, true);
        });
        builder.Start();
        Parallel.For(0, 4, reader =>
        {
            do
            {
                for (var i = 0; i < documents.Length; i++)
                {
                    if (Volatile.Read(ref documents[i]) is not { } document)
                    {
                        continue;
                    }

                    var root = document.DocumentElement;
                    Assert.Equal($"m{i}", root.NodeName);
                    Assert.Equal($"{i}", root.GetAttribute($"key{i}"));
                    Assert.Equal($"{i}", root.GetAttribute("a-name-longer-than-sixteen-bytes"));
                    Assert.Equal("", root.GetAttribute($"a{i}"));
                    Assert.Equal($"urn:q{i}", root.LookupNamespaceUri("q"));
                    Assert.Equal($"{i}", document.Root.FindText($"{{urn:q{i}}}c"));
                    Assert.Equal(i.ToString(), document.GetElementsByTagNameNS($"urn:q{i}", "c")[0].TextContent);
                }
            }
            while (!Volatile.Read(ref isBuilt));
        });
        builder.Join();
        Array.ForEach(documents, document => document.Dispose());
    }

    [Fact]
    public void Documents_are_mapped_while_others_are_built()
    {
        MappingConvention[] conventions =
        [
            JsonConvention.Default,
            JsonConvention.Newtonsoft,
            JsonConvention.BadgerFish,
            JsonConvention.Default with { Namespaces = NamespaceRule.Expanded },
            JsonConvention.Default with { Types = TypeRule.Strings.WithSchemaInstance() },
            LosslessConvention.Default,
        ];
        using var documents = new BlockingCollection<(Document Document, string Xml)>(50);
        var builder = new Thread(() =>
        {
            for (var i = 0; i < Effort.Million / 500; i++)
            {
                var children = string.Concat(Enumerable.Range(0, 4).Select(c => $"""<n{i}-{c} xmlns:p{i}-{c}="urn:{i}-{c}" xsi:type="t{i}-{c}:x" y_x003A_{i}="1"/>"""));
                var xml = $"""<r xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{children}</r>""";
                documents.Add((Load(xml), xml));
            }

            documents.CompleteAdding();
        });
        builder.Start();
        Parallel.For(0, 3, reader =>
        {
            foreach (var (document, xml) in documents.GetConsumingEnumerable())
            {
                using (document)
                {
                    foreach (var convention in conventions)
                    {
                        using var sink = new JsonSink(new ArrayBufferWriter<byte>(), convention);
                        document.WriteTo(sink);
                    }

                    Assert.Equal(xml, XmlText.Of(document));
                }
            }
        });
        builder.Join();
    }

    [Fact]
    public void Documents_read_without_namespaces_stand_apart() => OnNewThread(() =>
    {
        var off = XmlParserOptions.Default with { Namespaces = false };
        for (var i = 0; i < 3; i++)
        {
            using var with = Load(Message);
            using var without = Xml.Load((ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(Message), off);
            Assert.Equal(("e", "urn:s", "s"), (with.DocumentElement.LocalName, with.DocumentElement.NamespaceUri, with.DocumentElement.Prefix));
            Assert.Equal("s:e", without.Root.Tag);
            Assert.Null(without.DocumentElement.NamespaceUri);
            without.DocumentElement.AppendChild(without.CreateElement("u:v"));
            Assert.Contains("<u:v/>", XmlText.Of(without), StringComparison.Ordinal);
            with.DocumentElement.AppendChild(with.CreateElement("u:v"));
            Assert.Throws<InvalidOperationException>(() => XmlText.Of(with));
        }

        return 0;
    });

    private static string ManyNames(int count) =>
        "<many>" + string.Concat(Enumerable.Range(0, count).Select(i => $"""<n{i} xmlns="urn:{i % 300}" ns{i}="v"/>""")) + "</many>";

    private static Document Load(string xml) => Xml.Load((ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(xml));

    // Makes prefixes and names of its own, and writes all.
    private static string Edited(string xml)
    {
        using var document = Load(xml);
        var root = document.DocumentElement;
        root.SetAttributeNS("urn:new", "x", "1");
        document.Root.Set("{urn:newer}y", "2");
        document.Root.SubElement("{urn:newest}z").Set("{urn:0}ns3", "3");
        document.RenameNode(root.FirstElementChild!.Value, "urn:1", "ns1:renamed");
        root.AppendChild(document.CreateElementNS(null, "b"));
        return $"{XmlText.Of(document)} {document.GetElementsByTagName("ns0:a").Count} {document.GetElementsByTagName("b").Count} {root.LookupNamespaceUri("ns0")} {root.LookupNamespaceUri("ns1")}";
    }

    // Nothing was built there before.
    private static T OnNewThread<T>(Func<T> work)
    {
        var (result, failure) = (default(T), default(Exception));
        var thread = new Thread(() => failure = Record.Exception(() => result = work()));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
        return result!;
    }
}
