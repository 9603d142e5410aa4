using System.Text;
using System.Xml;

namespace XmlJson.Benchmarks;

/// <summary>A contender that writes XML.</summary>
internal abstract class XmlOutputContender : OutputContender
{
    /// <summary>Settings for whoever needs an <see cref="XmlWriter"/>. With the default line ends a carriage return would not survive; nothing else is changed.</summary>
    protected static XmlWriterSettings WriterSettings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    protected override Answer AnswerOf(byte[] output)
    {
        var content = new ContentDigest();
        using var reader = XmlReader.Create(new MemoryStream(output, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse });
        ReaderContent.AddTo(reader, content, withMiscellany: true);
        return content.Answer;
    }
}
