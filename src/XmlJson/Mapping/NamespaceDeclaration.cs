namespace XmlJson.Mapping;

/// <summary>A declaration that no key of the JSON makes.</summary>
/// <param name="Prefix">The number of the prefix.</param>
/// <param name="Uri">The number of the namespace name.</param>
/// <param name="Attribute">The name of the attribute that declares it.</param>
/// <param name="IsRequired">Whether any name may need it; otherwise an element that does declares it again where another declaration is in the way.</param>
internal readonly record struct NamespaceDeclaration(int Prefix, int Uri, XmlName Attribute, bool IsRequired);
