using System.IO.Pipelines;

namespace XmlJson.Benchmarks;

/// <summary>The parser over a pipe that brings a stream in buffers of its default size, with a struct handler.</summary>
/// <remarks>The stream has all its bytes at hand, so each step completes at once, on the measuring thread.</remarks>
internal sealed class PipeEvents : ParserEvents
{
    public override string Name => "xmljson-pipe";

    protected override Tally Visit(Utf8XmlParser parser, InputDocument document) =>
        Parse(parser, document, new TallyHandler()).Tally;

    protected override Tally VisitThoroughly(Utf8XmlParser parser, InputDocument document, ContentDigest content)
    {
        Parse(parser, document, new DigestHandler(content));
        return content.Utf8;
    }

    private THandler Parse<THandler>(Utf8XmlParser parser, InputDocument document, THandler handler)
        where THandler : struct, IContentHandler
    {
        var reader = PipeReader.Create(document.OpenStream());
        var parse = parser.ParseAsync(reader, handler);
        if (!parse.IsCompleted)
        {
            throw new WrongAnswerException($"{Name} went on on another thread.");
        }

        reader.Complete();
        return parse.GetAwaiter().GetResult();
    }
}
