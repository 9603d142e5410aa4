using System.Text;
using System.Xml;

namespace XmlJson.Trees.SystemXml;

// Adjacent texts are one node: a reader that leaves white space out would otherwise take the beginning or the end of a text for some.
internal sealed partial class DocumentReader
{
    /// <summary>The first node after a text that does not belong to it; 0 when there is none.</summary>
    private int AfterText(int row)
    {
        do
        {
            row = _document.Node(row).Next;
        }
        while (row != 0 && IsPlainText(row));
        return row;
    }

    private XmlNodeType TypeOfText(int row)
    {
        for (var piece = row; piece != 0 && IsPlainText(piece); piece = _document.Node(piece).Next)
        {
            if (!Text.Characters.IsWhiteSpace(_document.TextOf(piece)))
            {
                return XmlNodeType.Text;
            }
        }

        return _scope.Space == XmlSpace.Preserve ? XmlNodeType.SignificantWhitespace : XmlNodeType.Whitespace;
    }

    private string ValueOfText(int row)
    {
        var next = _document.Node(row).Next;
        if (next == 0 || !IsPlainText(next))
        {
            return _document.StringOf(row);
        }

        var text = new StringBuilder();
        for (; row != 0 && IsPlainText(row); row = _document.Node(row).Next)
        {
            text.Append(_document.StringOf(row));
        }

        return text.ToString();
    }

    private bool IsPlainText(int row) => _document.Node(row).Kind is NodeKind.Text or NodeKind.WhiteSpace;
}
