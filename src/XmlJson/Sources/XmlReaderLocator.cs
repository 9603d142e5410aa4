using System.Text;
using System.Xml;

namespace XmlJson;

/// <summary>Positions as an <see cref="XmlReader"/> knows them, moved from behind the markup's opening characters to the first of them; and the open elements.</summary>
internal sealed class XmlReaderLocator(XmlReader reader) : Locator
{
    private readonly IXmlLineInfo? _lines = reader as IXmlLineInfo;
    private XmlName[] _open = new XmlName[16];
    private int _depth;

    /// <inheritdoc/>
    public override int Depth => _depth;

    /// <inheritdoc/>
    public override TextPosition Position
    {
        get
        {
            if (_lines is null || !_lines.HasLineInfo() || _lines.LineNumber == 0)
            {
                return TextPosition.Unknown;
            }

            var opening = reader.NodeType switch
            {
                XmlNodeType.Element or XmlNodeType.EntityReference => 1,
                XmlNodeType.EndElement or XmlNodeType.ProcessingInstruction or XmlNodeType.XmlDeclaration => 2,
                XmlNodeType.Comment => "<!--".Length,
                XmlNodeType.CDATA => "<![CDATA[".Length,
                XmlNodeType.DocumentType => "<!DOCTYPE ".Length,
                _ => 0,
            };
            return new TextPosition(_lines.LineNumber, Math.Max(1, _lines.LinePosition - opening), -1);
        }
    }

    /// <inheritdoc/>
    public override string ElementPath
    {
        get
        {
            if (_depth == 0)
            {
                return "/";
            }

            var path = new StringBuilder();
            foreach (var name in _open.AsSpan(0, _depth))
            {
                path.Append('/').Append(name.ToString());
            }

            return path.ToString();
        }
    }

    /// <inheritdoc/>
    public override string? BaseUri => reader.BaseURI.Length == 0 ? null : reader.BaseURI;

    /// <summary>The element opened last.</summary>
    public XmlName Current => _open[_depth - 1];

    public void Push(XmlName name)
    {
        if (_depth == _open.Length)
        {
            Array.Resize(ref _open, _depth * 2);
        }

        _open[_depth++] = name;
    }

    public void Pop() => _depth--;
}
