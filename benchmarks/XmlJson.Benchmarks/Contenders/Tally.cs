namespace XmlJson.Benchmarks;

/// <summary>The cheap count of what a contender visits while it is timed. Lengths are in the contender's own code units: bytes of UTF-8, or UTF-16 units of strings.</summary>
/// <remarks>Asks the same of everyone: each local name, attribute value and piece of text has to be at hand, and names and values are touched.</remarks>
internal record struct Tally
{
    public long Elements;
    public long Attributes;

    /// <summary>The lengths of the local names of elements and attributes.</summary>
    public long NameUnits;
    public long ValueUnits;
    public long TextUnits;

    /// <summary>The sum of the first code units of names and values.</summary>
    public long FirstUnits;

    public void Element(ReadOnlySpan<byte> localName)
    {
        Elements++;
        NameUnits += localName.Length;
        FirstUnits += localName[0];
    }

    public void Element(string localName)
    {
        Elements++;
        NameUnits += localName.Length;
        FirstUnits += localName[0];
    }

    public void Attribute(ReadOnlySpan<byte> localName, ReadOnlySpan<byte> value)
    {
        Attributes++;
        NameUnits += localName.Length;
        ValueUnits += value.Length;
        FirstUnits += localName[0] + (value.Length != 0 ? value[0] : 0);
    }

    public void Attribute(string localName, string value)
    {
        Attributes++;
        NameUnits += localName.Length;
        ValueUnits += value.Length;
        FirstUnits += localName[0] + (value.Length != 0 ? value[0] : 0);
    }

    public void Attribute(string localName, ReadOnlySpan<char> value)
    {
        Attributes++;
        NameUnits += localName.Length;
        ValueUnits += value.Length;
        FirstUnits += localName[0] + (value.Length != 0 ? value[0] : 0);
    }

    public void Text(ReadOnlySpan<byte> text) => TextUnits += text.Length;

    public void Text(ReadOnlySpan<char> text) => TextUnits += text.Length;

    public void Text(string text) => TextUnits += text.Length;

    /// <summary>Makes sure that this is what was expected.</summary>
    /// <param name="contender">Whose tally it is.</param>
    /// <param name="expected">What the thorough count gave, in the same code units.</param>
    /// <exception cref="WrongAnswerException">It is not.</exception>
    public readonly void CheckAgainst(string contender, Tally expected)
    {
        if (this != expected)
        {
            throw new WrongAnswerException($"{contender} counted {this} where {expected} was expected.");
        }
    }
}
