namespace XmlJson;

/// <summary>A handler of class type that has a structure stand for it, so that a source which does not know the class is compiled for it and calls it directly.</summary>
internal interface IDirectHandler
{
    /// <summary>Runs a source with the structure.</summary>
    ParseStatus Receive<TSource>(scoped ref TSource source)
        where TSource : IEventSource, allows ref struct;
}
