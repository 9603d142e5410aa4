using System.Text;
using System.Xml;

namespace XmlJson.Benchmarks.Tests;

public sealed class InputFilesTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("xmljson-benchmarks-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_directory_gives_its_XML_and_JSON_files_in_order_and_passes_over_the_rest()
    {
        Write("b.xml", "<b/>");
        Write("a.svg", "\uFEFF\n<a/>");
        Write("notes.txt", "nothing");
        Write("inner/c.json", " {}");
        File.WriteAllBytes(PathOf("utf16.xml"), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<u/>")]);

        var documents = InputFiles.Load([_directory.FullName]);

        Assert.Equal(["a.svg", "b.xml", "c.json", "utf16.xml"], documents.Select(document => document.Name));
        Assert.Equal([false, false, true, false], documents.Select(document => document.IsJson));
    }

    [Fact]
    public void Two_files_of_one_name_are_told_apart_by_their_paths()
    {
        Write("one/x.xml", "<a/>");
        Write("two/x.xml", "<a/>");
        Write("y.xml", "<a/>");

        Assert.Equal([PathOf("one/x.xml"), PathOf("two/x.xml"), "y.xml"], InputFiles.Load([_directory.FullName]).Select(document => document.Name));
    }

    [Fact]
    public void A_file_that_is_no_document_or_not_wellformed_is_an_error_with_its_name()
    {
        Write("notes.txt", "nothing");
        Write("bad.xml", "<a>");

        Assert.Contains("notes.txt", Assert.Throws<XmlException>(() => InputFiles.Load([PathOf("notes.txt")])).Message, StringComparison.Ordinal);
        Assert.Contains("bad.xml", Assert.Throws<XmlException>(() => InputFiles.Load([PathOf("bad.xml")])).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => InputFiles.Load([PathOf("missing.xml")]));
    }

    [Fact]
    public void A_document_with_a_DTD_is_read_with_it()
    {
        Write("dtd.xml", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>");

        var document = Assert.Single(InputFiles.Load([PathOf("dtd.xml")]));
        Assert.True(document.HasDocumentType);
        Assert.Equal(DtdProcessing.Parse, document.ReaderSettings!.DtdProcessing);
        Assert.Equal(DtdProcessing.Parse, document.ParserOptions!.DtdProcessing);
    }

    private string PathOf(string name) => Path.Combine(_directory.FullName, name);

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
