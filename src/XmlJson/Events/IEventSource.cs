namespace XmlJson;

/// <summary>A source that is ready to report its events.</summary>
internal interface IEventSource
{
    /// <summary>Reports them.</summary>
    /// <typeparam name="THandler">The handler's type, which the source is compiled for when it is a structure.</typeparam>
    /// <param name="handler">What receives them.</param>
    /// <returns>Whether the handler stopped it.</returns>
    ParseStatus Run<THandler>(ref THandler handler)
        where THandler : IContentHandler, allows ref struct;
}
