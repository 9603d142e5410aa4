using System.Diagnostics;
using System.Xml;

namespace XmlJson.Cli.Tests;

public sealed class DirectoryResolverTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DirectoryResolverTests()
    {
        _folder.Write("allowed/a.ent", "a");
        _folder.Write("allowed/with space%20#.ent", "odd");
        _folder.Write("allowed/sub/b.ent", "b");
        _folder.Write("allowed-not/c.ent", "c");
        _folder.Write("secret.ent", "secret");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.ent", "a")]
    [InlineData("./a.ent", "a")]
    [InlineData("sub/b.ent", "b")]
    [InlineData("sub/../a.ent", "a")]
    [InlineData("../allowed/a.ent", "a")]
    [InlineData("%61.ent", "a")]
    [InlineData("with%20space%2520%23.ent", "odd")]
    public void Files_under_the_directory_are_read(string identifier, string content) => Assert.Equal(content, Read(identifier));

    [Fact]
    public void A_named_pipe_is_refused_and_not_waited_for()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using (var mkfifo = Process.Start("mkfifo", [_folder["allowed/pipe"]]))
        {
            mkfifo.WaitForExit();
        }

        Assert.Throws<XmlException>(() => Read("pipe"));
    }

    [Theory]
    [InlineData("../secret.ent")]
    [InlineData("../allowed-not/c.ent")]
    [InlineData("sub/../../secret.ent")]
    [InlineData("%2e%2e/secret.ent")]
    [InlineData("..%2Fsecret.ent")]
    [InlineData("../../../../../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("//localhost/etc/passwd")]
    [InlineData("\\\\server\\share\\x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("file:/etc/passwd")]
    [InlineData("FILE:///etc/passwd")]
    [InlineData("http://localhost/x.ent")]
    [InlineData("https://localhost/x.ent")]
    [InlineData("ftp://localhost/x.ent")]
    [InlineData("data:text/plain,x")]
    [InlineData("jar:file:///x.jar!/x")]
    [InlineData("a.ent%00")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    public void Everything_else_is_refused(string identifier) => Assert.ThrowsAny<Exception>(() => Read(identifier));

    [Fact]
    public void An_absolute_identifier_is_refused_even_under_the_directory()
    {
        Assert.Throws<XmlException>(() => Read(_folder["allowed/a.ent"]));
        Assert.Throws<XmlException>(() => Read(new Uri(_folder["allowed/a.ent"]).AbsoluteUri));
    }

    [Fact]
    public void Symbolic_links_may_not_lead_out()
    {
        File.CreateSymbolicLink(_folder["allowed/out.ent"], "../secret.ent");
        File.CreateSymbolicLink(_folder["allowed/absolute.ent"], _folder["secret.ent"]);
        Directory.CreateSymbolicLink(_folder["allowed/dir"], "..");
        File.CreateSymbolicLink(_folder["allowed/twice.ent"], "out.ent");
        File.CreateSymbolicLink(_folder["allowed/loop.ent"], "loop.ent");
        File.CreateSymbolicLink(_folder["allowed/in.ent"], "sub/b.ent");
        File.CreateSymbolicLink(_folder["allowed/around.ent"], "../allowed/a.ent");
        Directory.CreateSymbolicLink(_folder["allowed/inside"], "sub");

        Assert.Equal("b", Read("in.ent"));
        Assert.Equal("a", Read("around.ent"));
        Assert.Equal("b", Read("inside/b.ent"));
        foreach (var identifier in (string[])["out.ent", "absolute.ent", "dir/secret.ent", "twice.ent", "loop.ent"])
        {
            Assert.Throws<XmlException>(() => Read(identifier));
        }
    }

    [Fact]
    public void The_directory_itself_may_be_a_link()
    {
        Directory.CreateSymbolicLink(_folder["link"], "allowed");

        Assert.Equal("a", Read("a.ent", "link", "link/doc.xml"));
        Assert.Equal("a", Read("a.ent", "link", "allowed/doc.xml"));
        Assert.Equal("a", Read("a.ent", "link/", "link/doc.xml"));
    }

    [Fact]
    public void The_document_may_be_elsewhere()
    {
        Assert.Equal("a", Read("allowed/a.ent", "allowed", "doc.xml"));
        Assert.ThrowsAny<Exception>(() => Read("a.ent", "allowed", "doc.xml"));
        Assert.Equal("b", Read("../sub/b.ent", "allowed", "allowed/q?#%20/doc.xml"));
    }

    [Fact]
    public void An_entity_of_an_entity_is_relative_to_it()
    {
        var resolver = new DirectoryResolver(_folder["allowed"]) { Document = _folder["allowed/doc.xml"] };
        var outer = resolver.ResolveUri(null, "sub/b.ent");

        Assert.Equal(new Uri(_folder["allowed/a.ent"]), resolver.ResolveUri(outer, "../a.ent"));
    }

    [Fact]
    public void The_root_directory_allows_every_file()
    {
        var resolver = new DirectoryResolver("/") { Document = _folder["doc.xml"] };

        using var stream = (Stream)resolver.GetEntity(resolver.ResolveUri(null, "secret.ent"), null, typeof(Stream));

        Assert.Equal("secret", new StreamReader(stream).ReadToEnd());
    }

    [Fact]
    public void The_parser_tells_why_an_entity_was_refused()
    {
        _folder.Write("allowed/doc.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM '../secret.ent'>]>\n<a>&e;</a>");

        var run = CommandRun.Of("convert", _folder["allowed/doc.xml"], "--dtd", "parse", "--resolve", _folder["allowed"]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("is not under the directory given with --resolve", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret\"", run.Error, StringComparison.Ordinal);
        Assert.Equal("{\"a\":\"secret\"}\n", CommandRun.Of("convert", _folder["allowed/doc.xml"], "--dtd", "parse", "--resolve", _folder.FullPath).Output);
    }

    private string Read(string identifier, string directory = "allowed", string document = "allowed/doc.xml")
    {
        var resolver = new DirectoryResolver(_folder[directory]) { Document = _folder[document] };
        using var stream = (Stream)resolver.GetEntity(resolver.ResolveUri(null, identifier), null, typeof(Stream));
        return new StreamReader(stream).ReadToEnd();
    }
}
