using XmlJson.Mapping;

namespace XmlJson.Benchmarks;

/// <summary>Our lines straight from the parser's events.</summary>
internal sealed class DirectLines : LinesContender
{
    public override string Name => "xmljson-lines";

    protected override void Convert(InputDocument document, Stream output)
    {
        var options = document.ParserOptions is { } parser ? new JsonLinesOptions { Parser = parser } : null;
        Xml.ToJsonLines(document.OpenStream(), Path, output, JsonConvention.Newtonsoft, linesOptions: options);
    }
}
