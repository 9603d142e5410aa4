using XmlJson.Trees;

namespace XmlJson.ElementTree;

/// <summary>A record as Python's ElementTree sees it: <c>using XmlJson.ElementTree;</c> gives an <see cref="XmlRecord"/> an element.</summary>
public static class RecordExtensions
{
    extension(XmlRecord record)
    {
        /// <summary>The record's element. The root of <see cref="XmlRecord.Document"/> is the outermost of its ancestors.</summary>
        /// <exception cref="XmlSyntaxException">The record is damaged: this is its <see cref="XmlRecord.Error"/>.</exception>
        /// <exception cref="InvalidOperationException">This is no record.</exception>
        public Element AsElement() => new(record.Document, record.Row);
    }
}
