namespace XmlJson.Mapping;

/// <summary>Where a conversion stands in its input, for errors and reports.</summary>
internal interface IInputPlace
{
    TextPosition Position { get; }

    /// <summary>The open elements of XML, or a JSON Pointer.</summary>
    string Path { get; }

    /// <summary>Where in the JSON that is written; null when it is not known, or not yet: then the first loss of a kind is given to <see cref="AwaitTarget"/>.</summary>
    string? Target => null;

    /// <summary>Asks to be told where in the JSON something ends up that was just reported: <see cref="MappingReport.SetTarget"/>.</summary>
    void AwaitTarget(MappingLossKind kind)
    {
    }
}
