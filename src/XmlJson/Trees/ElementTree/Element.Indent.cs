namespace XmlJson.ElementTree;

// White space for people.
public readonly partial struct Element
{
    /// <summary>
    /// Puts each child on a line of its own: white space is added between elements, and replaced where there is only white space. Other text is never changed, so an element with text keeps
    /// what it has beside it. As Python's <c>indent</c>, but that no-break spaces and the like are text.
    /// </summary>
    /// <param name="space">What each level adds; spaces or tabs.</param>
    /// <param name="level">The level that this element is at.</param>
    /// <exception cref="ArgumentException"><paramref name="space"/> is not white space, or <paramref name="level"/> is negative.</exception>
    public void Indent(string space = "  ", int level = 0)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        if (space.AsSpan().ContainsAnyExcept(Space))
        {
            throw new ArgumentException("An indentation is made of white space.", nameof(space));
        }

        new Indentation(Document, _row, space, level).Apply();
    }
}
