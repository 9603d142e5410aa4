namespace XmlJson;

/// <summary>Reads element type declarations (XML 1.0 §3.2).</summary>
internal sealed class ElementDeclarationReader(DtdInput input, DtdDeclarations declarations, DtdSettings settings)
{
    private readonly ContentModelReader _models = new(input, keepText: settings.Handler is not null);

    /// <summary>Reads a declaration whose <c>&lt;!ELEMENT</c> was passed.</summary>
    // [45] elementdecl ::= '<!ELEMENT' S Name S contentspec S? '>'
    public void Read()
    {
        input.RequireWhiteSpace("'<!ELEMENT'");
        var name = input.ReadQualifiedName("an element's name");
        input.RequireWhiteSpace("an element's name");
        var content = _models.Read();
        input.RequireEnd(XmlErrorCode.InvalidElementDeclaration);
        var element = declarations.GetOrAddElement(input.Intern(declarations.Names, name));
        if (declarations.TrySetContent(element, content))
        {
            settings.Handler?.ElementDeclaration(name, _models.Text);
        }
    }
}
