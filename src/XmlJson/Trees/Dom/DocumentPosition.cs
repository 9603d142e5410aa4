namespace XmlJson.Dom;

/// <summary>How one node stands to another (DOM Level 3 Core, <c>compareDocumentPosition</c>).</summary>
[Flags]
public enum DocumentPosition
{
    /// <summary>They are the same node.</summary>
    Same = 0,

    /// <summary>They are not in the same tree; the order is arbitrary, but always the same.</summary>
    Disconnected = 1,

    /// <summary>The other one comes before this one in document order.</summary>
    Preceding = 2,

    /// <summary>The other one comes after this one in document order.</summary>
    Following = 4,

    /// <summary>The other one stands above this one; it is <see cref="Preceding"/>, too.</summary>
    Contains = 8,

    /// <summary>The other one stands under this one; it is <see cref="Following"/>, too.</summary>
    ContainedBy = 16,

    /// <summary>The order is this library's choice, as for attributes of one element.</summary>
    ImplementationSpecific = 32,
}
