namespace XmlJson.Tests.Sources.Dtd;

public class ConditionalSectionTests
{
    private static DtdReading Read(string subset) => new("<!DOCTYPE a SYSTEM 'd'>", external: new MemoryEntities(("d", subset)));

    [Theory]
    [InlineData("<![INCLUDE[<?p?>]]>", 1)]
    [InlineData("<![ INCLUDE\n[<?p?><![INCLUDE[<?p?>]]><?p?>]]><?p?>", 4)]
    [InlineData("<![INCLUDE[]]>", 0)]
    [InlineData("<![IGNORE[<?p?>]]><?p?>", 1)]
    [InlineData("<![ IGNORE []]>", 0)]
    [InlineData("<![IGNORE[ <![ x ]]> <![INCLUDE[ <?p?> ]]> ]]><?p?>", 1)]
    [InlineData("<![IGNORE[ ]]]]><?p?>", 1)]
    [InlineData("<![IGNORE[ <<![ ]]]> ' \" <!-- ]]>", 0)]
    [InlineData("<![INCLUDE[<![IGNORE[<?p?>]]><?p?>]]>", 1)]
    [InlineData("<!ENTITY % y 'INCLUDE'><!ENTITY % n 'IGNORE'><![%y;[<?p?>]]><![ %n; [<?p?>]]>", 1)]
    public void What_is_included_counts_and_what_is_ignored_does_not(string subset, int instructions)
    {
        Assert.Equal(instructions, Read(subset).Events.Count(e => e.StartsWith("pi ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<![", "include[]]>", XmlErrorCode.InvalidConditionalSection)]
    [InlineData("<![", "[]]>", XmlErrorCode.InvalidConditionalSection)]
    [InlineData("<![", "TEMP[]]>", XmlErrorCode.InvalidConditionalSection)]
    [InlineData("<![INCLUDE ", "<?p?>]]>", XmlErrorCode.InvalidConditionalSection)]
    [InlineData("<![INCLUDE[", "]]", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<![INCLUDE[<?p?>", "", XmlErrorCode.UnexpectedEnd)]
    [InlineData("<![INCLUDE[]]>", "]]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<![IGNORE[ <![ ]]>", "", XmlErrorCode.UnexpectedEnd)]
    [InlineData("<![INCLUDE[<!ELEMENT a ANY", "]]>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("", "]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<", "!DOCTYPE a>", XmlErrorCode.InvalidMarkupDeclaration)]
    public void Is_refused_where_it_goes_wrong(string right, string wrong, XmlErrorCode code)
    {
        var reading = Read(right + wrong);

        Assert.Equal(code, reading.Error?.Code);
        Assert.Equal(right.Length, reading.ErrorPlace.EntityOffset);
    }
}
