namespace XmlJson.Tests.Sax;

/// <summary>A question about the attributes of a start tag.</summary>
internal delegate string AttributeQuestion(scoped AttributeList attributes);

/// <summary>Asks the attributes of every start tag, and keeps the answers.</summary>
internal sealed class AttributeAnswers(AttributeQuestion question) : ContentHandler
{
    private readonly List<string> _answers = [];

    /// <summary>The answers for the elements of a document whose definition is parsed.</summary>
    public static List<string> Read(string document, AttributeQuestion question, XmlParserOptions? options = null)
    {
        var handler = new AttributeAnswers(question);
        Xml.Parse(document, handler, (options ?? XmlParserOptions.Default) with { DtdProcessing = System.Xml.DtdProcessing.Parse });
        return handler._answers;
    }

    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => _answers.Add(question(attributes));
}
