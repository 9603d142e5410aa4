namespace XmlJson;

/// <summary>Makes filters without naming the handler's type.</summary>
public static class Filter
{
    /// <summary>Puts a filter before a handler.</summary>
    /// <param name="handler">Gets the events that pass. A struct is copied.</param>
    /// <param name="selection">Which events pass.</param>
    /// <returns>The filter, a handler: pass it by <c>ref</c>.</returns>
    public static Filter<THandler> Create<THandler>(THandler handler, EventSelection selection)
        where THandler : IContentHandler
        => new(handler, selection);
}
