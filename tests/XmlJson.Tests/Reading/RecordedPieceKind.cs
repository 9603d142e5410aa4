namespace XmlJson.Tests.Reading;

internal enum RecordedPieceKind
{
    StartDocument,
    DocumentType,
    StartElement,
    EndElement,
    Characters,
    StartCData,
    EndCData,
    Comment,
    ProcessingInstruction,
    SkippedEntity,
    EndDocument,
}
