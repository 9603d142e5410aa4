namespace XmlJson;

/// <summary>Turns a fault in a document type definition or in an entity into the error to throw: the owner knows the lines and the open elements.</summary>
internal interface IDtdErrors
{
    /// <summary>Makes the error.</summary>
    /// <param name="code">Its cause.</param>
    /// <param name="description">What is wrong, as a sentence; <see cref="DtdPlace.Describe"/> is to be added to it.</param>
    /// <param name="place">Where.</param>
    /// <param name="innerException">What caused it, if something did.</param>
    XmlSyntaxException Create(XmlErrorCode code, string description, in DtdPlace place, Exception? innerException = null);
}
