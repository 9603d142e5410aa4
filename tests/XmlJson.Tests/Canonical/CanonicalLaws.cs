using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using XmlJson.Dom;
using XmlJson.Tests.Differential;
using XmlJson.Tests.Reading;
using XmlJson.Tests.Sinks;

namespace XmlJson.Tests.Canonical;

/// <summary>What holds for every document and every form.</summary>
public class CanonicalLaws
{
    private static readonly CanonicalizationOptions Rewriting = CanonicalForms.All[^1] with { PrefixRewriting = PrefixRewriting.Sequential, QNameAwareElements = ["a", "{urn:1}b"] };

    [Fact]
    public void A_canonical_form_is_its_own() => EveryDocument(bytes =>
    {
        foreach (var options in CanonicalForms.All)
        {
            var form = CanonicalForms.Of(bytes, options);

            Assert.Equal(form, CanonicalForms.Of(form, options));
        }
    });

    [Fact]
    public void It_has_the_events_of_the_document_but_for_what_it_drops() => EveryDocument(bytes =>
    {
        var form = CanonicalForms.Of(bytes, CanonicalizationOptions.Inclusive10 with { KeepComments = true, AllowRelativeNamespaces = true });

        Assert.Equal(ContentOf(bytes), ContentOf(Encoding.UTF8.GetBytes(form)));
    });

    [Fact]
    public void A_tree_has_the_form_of_its_document() => EveryDocument(bytes =>
    {
        using var tree = Xml.Load(bytes, CanonicalForms.WithDtd);
        foreach (var options in CanonicalForms.All)
        {
            var expected = CanonicalForms.Of(bytes, options);

            Assert.Equal(expected, tree.Canonicalize(options));
            Assert.Equal(expected, CanonicalForms.Of(handler => tree.WriteTo(handler), options));
        }
    });

    [Fact]
    public void The_root_element_has_the_form_of_its_document_without_what_is_around() => EveryDocument(bytes =>
    {
        using var tree = Xml.Load(bytes, CanonicalForms.WithDtd);
        foreach (var options in CanonicalForms.All)
        {
            var root = tree.DocumentElement.Canonicalize(options);

            Assert.Matches("^(<!--[^>]*-->\n|<\\?[^>]*\\?>\n)*" + Regex.Escape(root) + "(\n<!--[^>]*-->|\n<\\?[^>]*\\?>)*$", tree.Canonicalize(options));
        }
    });

    [Fact]
    public void An_element_by_itself_has_the_form_that_it_has_in_a_copy() => NamespacedDocuments.All.Sample(document =>
    {
        using var tree = Xml.Load(document);
        foreach (var element in tree.GetElementsByTagName("*"))
        {
            // What a parser reads from the form is the element with all that it inherits.
            foreach (var options in CanonicalForms.All)
            {
                var form = element.Canonicalize(options);

                Assert.Equal(form, CanonicalForms.Of(form, options));
            }
        }
    }, iter: 50);

    [Fact]
    public void Every_cut_gives_the_same_form() => NamespacedDocuments.All.Sample(document =>
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        foreach (var options in CanonicalForms.All.Append(Rewriting))
        {
            var expected = CanonicalForms.Of(bytes, options);
            foreach (var size in Cuts.ChunkSizes)
            {
                var output = new MemoryStream();
                Xml.Canonicalize(new ShortReadStream(bytes, size), output, options);
                Assert.Equal(expected, Encoding.UTF8.GetString(output.ToArray()));
            }

            Assert.Equal(expected, Xml.Canonicalize(document, options));
        }
    }, iter: 30);

    // What Utf8XmlWriter makes well-formed, declarations that it adds included, has the form of the events.
    [Fact]
    public void Events_have_the_form_of_what_is_written_of_them() => GeneratedDocuments.All.Sample(events =>
    {
        var written = WriteParseLaws.Write(events, new());
        foreach (var options in CanonicalForms.All)
        {
            Assert.Equal(CanonicalForms.Of(written, options), CanonicalForms.Of(events, options));
        }
    }, iter: 200);

    [Fact]
    public void One_canonicalizer_does_for_many_documents()
    {
        using var reused = new Canonicalizer(new ArrayBufferWriter<byte>(), Rewriting);
        NamespacedDocuments.All.Sample(document =>
        {
            var output = new ArrayBufferWriter<byte>();
            reused.Reset(output);
            Xml.Parse(document, reused);
            reused.Flush();

            Assert.Equal(CanonicalForms.Of(document, Rewriting), Encoding.UTF8.GetString(output.WrittenSpan));
        }, iter: 100, threads: 1);
    }

    [Fact]
    public void Comments_change_nothing_where_they_are_left_out() => NamespacedDocuments.All.Sample(document =>
    {
        var without = document.Replace("<!--c-->", "", StringComparison.Ordinal).Replace("<!--b-->\n", "", StringComparison.Ordinal);
        foreach (var options in CanonicalForms.All)
        {
            Assert.Equal(CanonicalForms.Of(without, options), CanonicalForms.Of(document, options with { KeepComments = false }));
        }
    }, iter: 100);

    private static void EveryDocument(Action<byte[]> check)
    {
        NamespacedDocuments.All.Sample(document => check(Encoding.UTF8.GetBytes(document)), iter: 100);
        XmlSoup.Documents.Where(document => !HasDuplicates(document)).Sample(document => check(Encoding.UTF8.GetBytes(document)), iter: 100);
        GeneratedDocuments.All.Sample(events => check(WriteParseLaws.Write(events, new())), iter: 100);
    }

    private static bool HasDuplicates(string document)
    {
        try
        {
            var discard = new Discard();
            Xml.Parse(document, ref discard, CanonicalForms.WithDtd);
            return false;
        }
        catch (XmlSyntaxException)
        {
            return true;
        }
    }

    // Elements with their attributes in order of names, text, comments and instructions; what a canonical form keeps.
    private static string ContentOf(byte[] document)
    {
        var content = new CanonicalContent();
        Xml.Parse(document, content, CanonicalForms.WithDtd);
        return content.ToString();
    }
}
