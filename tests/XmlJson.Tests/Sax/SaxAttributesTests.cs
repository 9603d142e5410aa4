using System.Text;

namespace XmlJson.Tests.Sax;

/// <summary>SAX2's <c>Attributes</c> and <c>Attributes2</c>.</summary>
public class SaxAttributesTests
{
    private const string Defined = "<!DOCTYPE r [<!ATTLIST r id ID #IMPLIED d CDATA 'v' p:n NMTOKEN #IMPLIED>]>";

    [Fact]
    public void They_are_counted_with_the_declarations_of_namespaces() =>
        Assert.Equal(["3", "0"], AttributeAnswers.Read("<r a='1' xmlns:p='u' p:b='2'><e/></r>", attributes => $"{attributes.Count}"));

    [Fact]
    public void Each_has_namespace_local_and_qualified_name() =>
        Assert.Equal(["|a|a;u|b|p:b;"], AttributeAnswers.Read("<r a='1' p:b='2' xmlns:p='u' xmlns='other'/>", attributes =>
        {
            var text = "";
            foreach (var attribute in attributes)
            {
                text += attribute.IsNamespaceDeclaration ? "" : $"{attribute.Name.GetNamespaceUri()}|{attribute.Name.GetLocal()}|{attribute.Name};";
            }

            return text;
        }));

    [Fact]
    public void They_come_in_the_order_of_the_tag_with_defaults_behind() =>
        Assert.Equal(["b=1 a=2 c=3"], AttributeAnswers.Read("<!DOCTYPE r [<!ATTLIST r c CDATA '3' a CDATA '4'>]><r b='1' a='2'/>", attributes =>
            $"{attributes[0].Name}={attributes[0].GetString()} {attributes[1].Name}={attributes[1].GetString()} {attributes[2].Name}={attributes[2].GetString()}"));

    [Fact]
    public void A_position_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AttributeAnswers.Read("<r a='1'/>", attributes => attributes[1].GetString()));

    [Fact]
    public void They_are_found_by_qualified_name() =>
        Assert.Equal(["2 none"], AttributeAnswers.Read("<r a='1' p:a='2' xmlns:p='u'/>", attributes => $"{attributes.GetString("p:a"u8)} {attributes.GetString("q:a"u8) ?? "none"}"));

    [Fact]
    public void They_are_found_by_namespace_and_local_name() =>
        Assert.Equal(["1 2 False"], AttributeAnswers.Read("<r a='1' p:a='2' xmlns:p='u'/>", attributes =>
            $"{Find(attributes, ""u8)} {Find(attributes, "u"u8)} {attributes.TryGet("v"u8, "a"u8, out _)}"));

    [Fact]
    public void Values_are_normalized_and_kept_as_written_too() =>
        Assert.Equal(["[ x <] [\tx\r\n&lt;]"], AttributeAnswers.Read("<r a='\tx\r\n&lt;'/>", attributes =>
            $"[{attributes[0].GetString()}] [{Encoding.UTF8.GetString(attributes[0].RawValue)}]"));

    [Theory]
    [InlineData("CDATA", AttributeType.CData)]
    [InlineData("ID", AttributeType.Id)]
    [InlineData("IDREF", AttributeType.IdRef)]
    [InlineData("IDREFS", AttributeType.IdRefs)]
    [InlineData("ENTITY", AttributeType.Entity)]
    [InlineData("ENTITIES", AttributeType.Entities)]
    [InlineData("NMTOKEN", AttributeType.NmToken)]
    [InlineData("NMTOKENS", AttributeType.NmTokens)]
    [InlineData("NOTATION (x)", AttributeType.Notation)]
    [InlineData("(x|y)", AttributeType.Enumeration)]
    public void Each_has_its_declared_type(string declared, AttributeType type) =>
        Assert.Equal([$"{type} [x]"], AttributeAnswers.Read(
            $"<!DOCTYPE r [<!ATTLIST r a {declared} #IMPLIED>]><r a='x'/>",
            attributes => $"{attributes[0].Type} [{attributes[0].GetString()}]"));

    [Fact]
    public void The_type_is_that_of_the_item_however_it_was_found() =>
        Assert.Equal(["NmToken NmToken"], AttributeAnswers.Read(Defined + "<r p:n='x' xmlns:p='u'/>", attributes =>
        {
            Assert.True(attributes.TryGet("p:n"u8, out var byName));
            Assert.True(attributes.TryGet("u"u8, "n"u8, out var byNamespace));
            return $"{byName.Type} {byNamespace.Type}";
        }));

    [Fact]
    public void What_is_declared_and_what_is_specified_is_told() =>
        Assert.Equal(
            ["id:True:True other:False:True d:True:False ", "id:False:True "],
            AttributeAnswers.Read(Defined + "<r id='i' other='o'><e id='j'/></r>", attributes =>
            {
                var text = "";
                foreach (var attribute in attributes)
                {
                    text += $"{attribute.Name}:{attribute.IsDeclared}:{attribute.IsSpecified} ";
                }

                return text;
            }));

    [Fact]
    public void Facts_are_those_of_the_item_however_it_was_found() =>
        Assert.Equal(["True False False True"], AttributeAnswers.Read("<!DOCTYPE r [<!ATTLIST r p:d CDATA 'v'>]><r p:s='s' xmlns:p='u'/>", attributes =>
        {
            Assert.True(attributes.TryGet("p:d"u8, out var declared));
            Assert.True(attributes.TryGet("u"u8, "s"u8, out var specified));
            Assert.True(attributes.TryGet("u"u8, "d"u8, out var same));
            Assert.True(attributes.TryGet("p:s"u8, out var equal));
            Assert.Equal((declared.IsDeclared, declared.IsSpecified, specified.IsDeclared, specified.IsSpecified), (same.IsDeclared, same.IsSpecified, equal.IsDeclared, equal.IsSpecified));
            return $"{declared.IsDeclared} {declared.IsSpecified} {specified.IsDeclared} {specified.IsSpecified}";
        }));

    [Fact]
    public void Without_a_definition_all_are_specified_and_none_is_declared() =>
        Assert.Equal(["False True"], AttributeAnswers.Read("<r a='1'/>", attributes => $"{attributes[0].IsDeclared} {attributes[0].IsSpecified}"));

    [Fact]
    public void A_declaration_in_the_external_subset_counts() =>
        Assert.Equal(["True False"], AttributeAnswers.Read(
            "<!DOCTYPE r SYSTEM 'r.dtd'><r/>",
            attributes => $"{attributes[0].IsDeclared} {attributes[0].IsSpecified}",
            MemoryResolver.Options(("mem://host/folder/r.dtd", "<!ATTLIST r a CDATA 'v'>"))));

    private static string? Find(scoped AttributeList attributes, ReadOnlySpan<byte> uri) => attributes.TryGet(uri, "a"u8, out var attribute) ? attribute.GetString() : null;
}
