using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Benchmarks;

/// <summary>Our <see cref="Document"/>, walked by its DOM view with strings.</summary>
/// <param name="storage">Where the tree keeps what it holds.</param>
/// <param name="walks">Whether the tree is walked too.</param>
internal sealed class DocumentTree(TreeStorage storage, bool walks) : TreeContender<Document>(NameOf(storage), walks)
{
    protected override Document Load(InputDocument document) =>
        storage == TreeStorage.Copied ? Xml.Load(document.Bytes, document.ParserOptions) : Xml.Load((ReadOnlyMemory<byte>)document.Bytes, document.ParserOptions);

    protected override void Release(Document tree)
    {
        if (storage != TreeStorage.Fresh)
        {
            tree.Dispose();
        }
    }

    private static string NameOf(TreeStorage storage) => storage switch
    {
        TreeStorage.InPlace => "xmljson-tree",
        TreeStorage.Copied => "xmljson-tree-copied",
        _ => "xmljson-tree-fresh",
    };

    protected override Tally Walk(Document tree)
    {
        var tally = default(Tally);
        NodeWalk.Visit(tree.DocumentElement, ref tally);
        return tally;
    }

    protected override void AddTo(Document tree, ContentDigest content) => NodeWalk.AddTo(tree.DocumentElement, content);
}
