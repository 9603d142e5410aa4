namespace XmlJson.ElementTree;

/// <summary>Something that a parser said while a tree grew. It can be taken apart as in Python: <c>foreach (var (kind, element) in …)</c>.</summary>
public readonly record struct ElementEvent
{
    private readonly Element? _element;

    internal ElementEvent(ElementEventKinds kind, Element element)
    {
        Kind = kind;
        _element = element;
    }

    internal ElementEvent(ElementEventKinds kind, string? prefix, string? namespaceUri)
    {
        Kind = kind;
        Prefix = prefix;
        NamespaceUri = namespaceUri;
    }

    /// <summary>What happened: one of the kinds; <see cref="ElementEventKinds.None"/> only in <c>default(ElementEvent)</c>.</summary>
    public ElementEventKinds Kind { get; }

    /// <summary>The element, comment or processing instruction, as it is when it is looked at, which may be later.</summary>
    /// <exception cref="InvalidOperationException">This is about a namespace.</exception>
    public Element Element => _element ?? throw new InvalidOperationException($"{Kind} comes without an element.");

    /// <summary>The prefix that is declared, empty for the default namespace; <see langword="null"/> but for <see cref="ElementEventKinds.StartNamespace"/>.</summary>
    public string? Prefix { get; }

    /// <summary>The namespace name that the prefix means, empty when a default namespace ends; <see langword="null"/> but for <see cref="ElementEventKinds.StartNamespace"/>.</summary>
    public string? NamespaceUri { get; }

    /// <summary>Takes the event apart.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="element">The element; <see langword="null"/> for a namespace.</param>
    public void Deconstruct(out ElementEventKinds kind, out Element? element)
    {
        kind = Kind;
        element = _element;
    }
}
