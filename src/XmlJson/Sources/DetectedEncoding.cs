using System.Text;

namespace XmlJson;

/// <summary>How the first bytes of a document say it is encoded.</summary>
/// <param name="Encoding">What to transcode from; null for UTF-8, which is read as it is.</param>
/// <param name="ByteOrderMarkLength">How many bytes to skip first.</param>
internal readonly record struct DetectedEncoding(Encoding? Encoding, int ByteOrderMarkLength);
