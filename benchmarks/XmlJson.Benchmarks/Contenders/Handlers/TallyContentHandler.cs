namespace XmlJson.Benchmarks;

/// <summary>Tallies what it is given in UTF-8: the handler of a program that derives from <see cref="ContentHandler"/>.</summary>
internal class TallyContentHandler : ContentHandler
{
    private Tally _tally;

    public Tally Tally => _tally;

    public override void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        _tally.Element(name.Local);
        foreach (var attribute in attributes)
        {
            _tally.Attribute(attribute.Name.Local, attribute.Value);
        }
    }

    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => _tally.Text(text);
}
