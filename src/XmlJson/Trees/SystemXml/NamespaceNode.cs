namespace XmlJson.Trees.SystemXml;

/// <summary>A namespace node of XPath (XPath 1.0 §5.4): a prefix that means a namespace at an element.</summary>
/// <param name="Prefix">The prefix's number; the empty one for the default namespace.</param>
/// <param name="Namespace">The namespace's number; <see cref="XmlNames.NoNamespace"/> where the default namespace is undeclared.</param>
/// <param name="Owner">The element that declares it; <see cref="Document.NoParent"/> for <c>xml</c>, which none need declare.</param>
internal readonly record struct NamespaceNode(int Prefix, int Namespace, int Owner);
