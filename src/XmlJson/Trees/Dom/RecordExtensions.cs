using XmlJson.Trees;

namespace XmlJson.Dom;

/// <summary>A record as the DOM sees it: <c>using XmlJson.Dom;</c> gives an <see cref="XmlRecord"/> a node.</summary>
public static class RecordExtensions
{
    extension(XmlRecord record)
    {
        /// <summary>The record's element; its ancestors are above it.</summary>
        /// <exception cref="XmlSyntaxException">The record is damaged: this is its <see cref="XmlRecord.Error"/>.</exception>
        /// <exception cref="InvalidOperationException">This is no record.</exception>
        public Node AsNode() => new(record.Document, record.Row);
    }
}
