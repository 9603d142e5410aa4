namespace XmlJson.Mapping;

/// <summary>Where a conversion stands in its input, for errors and reports.</summary>
internal interface IInputPlace
{
    TextPosition Position { get; }

    /// <summary>The open elements of XML, or a JSON Pointer.</summary>
    string Path { get; }
}
