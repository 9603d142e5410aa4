using System.Text;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees;

/// <summary>Writes events as plain XML text, so that expectations can be read. Only what the tests need is escaped.</summary>
internal sealed class XmlText : ContentHandler
{
    private readonly StringBuilder _text = new();
    private bool _isOpen;

    public static string Of(Document document)
    {
        var text = new XmlText();
        document.WriteTo(text);
        return text._text.ToString();
    }

    public static string Of(XmlJson.Dom.Node node)
    {
        var text = new XmlText();
        node.WriteTo(text);
        return text._text.ToString();
    }

    public static string Of(XmlJson.ElementTree.Element element)
    {
        var text = new XmlText();
        element.WriteTo(text);
        return text._text.ToString();
    }

    public override void DocumentType(scoped DocumentTypeDeclaration documentType) => Open().Append("<!DOCTYPE ").Append(String(documentType.Name)).Append('>');

    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        Open().Append('<').Append(name.ToString());
        foreach (var attribute in attributes)
        {
            _text.Append(' ').Append(attribute.Name.ToString()).Append("=\"").Append(Escape(attribute.GetString()).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }

        _isOpen = true;
    }

    public override void EndElement(scoped in XmlName name)
    {
        if (_isOpen)
        {
            _text.Append("/>");
            _isOpen = false;
        }
        else
        {
            _text.Append("</").Append(name.ToString()).Append('>');
        }
    }

    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => Open().Append(kind == TextKind.CData ? String(text) : Escape(String(text)));

    public override void StartCData() => Open().Append("<![CDATA[");

    public override void EndCData() => Open().Append("]]>");

    public override void Comment(scoped ReadOnlySpan<byte> text) => Open().Append("<!--").Append(String(text)).Append("-->");

    public override void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) =>
        Open().Append("<?").Append(String(target)).Append(data.IsEmpty ? "" : " ").Append(String(data)).Append("?>");

    public override void SkippedEntity(scoped ReadOnlySpan<byte> name) => Open().Append('&').Append(String(name)).Append(';');

    private static string String(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text);

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private StringBuilder Open()
    {
        if (_isOpen)
        {
            _text.Append('>');
            _isOpen = false;
        }

        return _text;
    }
}
