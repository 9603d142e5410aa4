using System.Text;

namespace XmlJson.Trees;

/// <summary>Where the events of a tree stand: a path, but no line.</summary>
internal sealed class NodeLocator(Document document) : Locator
{
    /// <summary>The node whose event is being reported.</summary>
    public int Row { get; set; }

    public override TextPosition Position => TextPosition.Unknown;

    public override string ElementPath
    {
        get
        {
            var names = new Stack<string>();
            for (var row = Row; row > Document.DocumentRow; row = document.Node(row).Parent)
            {
                ref var node = ref document.Node(row);
                if (node.Kind == NodeKind.Element)
                {
                    names.Push(document.Names.NameOf(node.Name).ToString());
                }
            }

            var path = new StringBuilder();
            foreach (var name in names)
            {
                path.Append('/').Append(name);
            }

            return path.Length == 0 ? "/" : path.ToString();
        }
    }

    public override int Depth
    {
        get
        {
            var depth = 0;
            for (var row = Row; row > Document.DocumentRow; row = document.Node(row).Parent)
            {
                depth += document.Node(row).Kind == NodeKind.Element ? 1 : 0;
            }

            return depth;
        }
    }
}
