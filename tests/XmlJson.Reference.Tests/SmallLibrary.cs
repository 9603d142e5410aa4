using Microsoft.CodeAnalysis;

namespace XmlJson.Reference.Tests;

/// <summary>A library of one file, compiled in memory with its doc comments.</summary>
internal sealed class SmallLibrary
{
    private const string Path = "/repository/src/Small.cs";

    private SmallLibrary(Library library, Comments comments, SourceCode sources)
    {
        Library = library;
        Comments = comments;
        Sources = sources;
    }

    public Library Library { get; }

    public Comments Comments { get; }

    public SourceCode Sources { get; }

    /// <summary>What the audit says of it.</summary>
    public IReadOnlyList<string> Problems => new Audit(Library, Comments, Sources).Problems();

    public static SmallLibrary Of(string code)
    {
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = SourceCode.Compile([(Path, code)]).Emit(assembly, xmlDocumentationStream: documentation);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        var library = Library.Load(MetadataReference.CreateFromImage(assembly.ToArray()));
        var comments = new Comments(library, CommentFile.Parse(System.Text.Encoding.UTF8.GetString(documentation.ToArray())));
        return new SmallLibrary(library, comments, SourceCode.Of([(Path, code)], "/repository"));
    }

    /// <summary>A page of the reference by its file's name.</summary>
    /// <param name="name">That name.</param>
    /// <param name="guides">The guides there are, by name and text.</param>
    public string Page(string name, params (string Name, string Text)[] guides) => new Pages(Library, Comments, Sources, new Guides(guides, Library), "https://example.org/").Write().Single(page => page.Name == name).Text;
}
