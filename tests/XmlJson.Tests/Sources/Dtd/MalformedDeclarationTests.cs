using System.Text;

namespace XmlJson.Tests.Sources.Dtd;

public class MalformedDeclarationTests
{
    // What is right, what is wrong from its first character on, and what it is called.
    [Theory]
    // [28] doctypedecl
    [InlineData("<!DOCTYPE", ">", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE", "a>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE ", ">", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE ", "1>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a ", "b>", XmlErrorCode.InvalidDocumentType)]
    [InlineData("<!DOCTYPE a ", "-- c --[]>", XmlErrorCode.InvalidDocumentType)]
    [InlineData("<!DOCTYPE a ", "system 'x'>", XmlErrorCode.InvalidDocumentType)]
    [InlineData("<!DOCTYPE a ", "SYSTEMS 'x'>", XmlErrorCode.InvalidDocumentType)]
    [InlineData("<!DOCTYPE a", "<!ELEMENT a ANY>", XmlErrorCode.InvalidDocumentType)]
    [InlineData("<!DOCTYPE a SYSTEM 'x' ", "'y'>", XmlErrorCode.InvalidDocumentType)]
    [InlineData("<!DOCTYPE a [] ", "[]>", XmlErrorCode.InvalidDocumentType)]
    [InlineData("<!DOCTYPE a []", "]>", XmlErrorCode.InvalidDocumentType)]
    [InlineData("<!DOCTYPE a [] ", "SYSTEM 'x'>", XmlErrorCode.InvalidDocumentType)]
    [InlineData("<!DOCTYPE a [", "", XmlErrorCode.UnexpectedEnd)]
    [InlineData("<!DOCTYPE a []", "", XmlErrorCode.UnexpectedEnd)]
    [InlineData("<!DOCTYPE a", "", XmlErrorCode.UnexpectedEnd)]
    [InlineData("<!DOCTYPE ", "a:b:c>", XmlErrorCode.InvalidQualifiedName)]
    // [75] ExternalID, [12] PubidLiteral
    [InlineData("<!DOCTYPE a SYSTEM", "'x'>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a SYSTEM ", ">", XmlErrorCode.ExpectedQuote)]
    [InlineData("<!DOCTYPE a SYSTEM ", "x>", XmlErrorCode.ExpectedQuote)]
    [InlineData("<!DOCTYPE a SYSTEM 'x>", "", XmlErrorCode.UnexpectedEnd)]
    [InlineData("<!DOCTYPE a PUBLIC", "'p' 'x'>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a PUBLIC 'p'", "'x'>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a PUBLIC 'p'", ">", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a PUBLIC 'p' ", ">", XmlErrorCode.ExpectedQuote)]
    [InlineData("<!DOCTYPE a PUBLIC 'p", "[' 'x'>", XmlErrorCode.InvalidPublicIdentifier)]
    [InlineData("<!DOCTYPE a PUBLIC 'p", "\t' 'x'>", XmlErrorCode.InvalidPublicIdentifier)]
    [InlineData("<!DOCTYPE a PUBLIC \"", "&#65;\" 'x'>", XmlErrorCode.InvalidPublicIdentifier)]
    [InlineData("<!DOCTYPE a PUBLIC \"", "é\" 'x'>", XmlErrorCode.InvalidPublicIdentifier)]
    // [28b] intSubset
    [InlineData("<!DOCTYPE a [", "x]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [", "'x']>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [<", "a/>]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [<", "!FOO a>]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [<", "!element a ANY>]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [<", "! ELEMENT a ANY>]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [<", "!DOCTYPE a>]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [", "&#32;]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ANY>", ">]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [", "<![INCLUDE[]]>]>", XmlErrorCode.MisplacedConditionalSection)]
    [InlineData("<!DOCTYPE a [", "<![ IGNORE []]>]>", XmlErrorCode.MisplacedConditionalSection)]
    // [15] Comment, [16] PI
    [InlineData("<!DOCTYPE a [<!-- ", "-- -->]>", XmlErrorCode.DoubleHyphenInComment)]
    [InlineData("<!DOCTYPE a [<!-- ", "--->]>", XmlErrorCode.DoubleHyphenInComment)]
    [InlineData("<!DOCTYPE a [<!-- ->]>", "", XmlErrorCode.UnexpectedEnd)]
    [InlineData("<!DOCTYPE a [<", "!- ->]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [<?", " x?>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<?", "?>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<?", "xml version='1.0'?>]>", XmlErrorCode.MisplacedXmlDeclaration)]
    [InlineData("<!DOCTYPE a [<?", "XmL?>]>", XmlErrorCode.ReservedTarget)]
    [InlineData("<!DOCTYPE a [<?", "p:i ?>]>", XmlErrorCode.ColonInName)]
    [InlineData("<!DOCTYPE a [<?pi", "+?>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<?pi >]>", "", XmlErrorCode.UnexpectedEnd)]
    // [45] elementdecl
    [InlineData("<!DOCTYPE a [<!ELEMENT", "a ANY>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ELEMENT ", "(a,b) ANY>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ELEMENT ", ":>]>", XmlErrorCode.InvalidQualifiedName)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a", ">]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a", "(b)>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ", ">]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ", "- O ANY>]>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ", "CDATA>]>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ", "EMPTYx>]>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a EMPTY ", "-- c -->]>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ANY", "*>]>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b) ", "*>]>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b) ", "+(c)>]>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ANY", "<!ELEMENT b ANY>]>", XmlErrorCode.InvalidElementDeclaration)]
    // [47]-[51] content models
    [InlineData("<!DOCTYPE a [<!ELEMENT a (", ")>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b,", ")>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (", ",b)>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b ", "c)>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b,c", "|d)>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b|(c|d)", ",e)>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b", "&c)>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b ", "?)>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b?", "+)>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b,", "#PCDATA)>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ((", "#PCDATA))>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (", "#PCDATa)>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (b", ">]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (#PCDATA|b)", ">]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (#PCDATA|b)", "+>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (#PCDATA|b)", " *>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (#PCDATA", ",b)*>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (#PCDATA|", "(b))*>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (#PCDATA|b", "*)*>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (#PCDATA)", "?>]>", XmlErrorCode.InvalidElementDeclaration)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (#PCDATA|", ")*>]>", XmlErrorCode.InvalidContentModel)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (", "b:c:d)>]>", XmlErrorCode.InvalidQualifiedName)]
    // [52]-[60] attribute lists
    [InlineData("<!DOCTYPE a [<!ATTLIST", "a>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST ", ">]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ATTLIST ", "(a|b) c CDATA #IMPLIED>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ATTLIST ", "#NOTATION n CDATA #IMPLIED>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b", ">]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b ", ">]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b", "(c) #IMPLIED>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b ", "NUTOKEN #IMPLIED>]>", XmlErrorCode.InvalidAttributeType)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b ", "cdata #IMPLIED>]>", XmlErrorCode.InvalidAttributeType)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA", ">]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA", "'x'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA", "#IMPLIED>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b (c)", "'c'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA ", ">]>", XmlErrorCode.InvalidDefaultDeclaration)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA ", "#CONREF>]>", XmlErrorCode.InvalidDefaultDeclaration)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA ", "# IMPLIED>]>", XmlErrorCode.InvalidDefaultDeclaration)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA ", "x>]>", XmlErrorCode.InvalidDefaultDeclaration)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA #FIXED", "'x'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA #FIXED ", ">]>", XmlErrorCode.ExpectedQuote)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA #REQUIRED ", "'x'>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA #IMPLIED", "c CDATA #IMPLIED>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x'", "c CDATA #IMPLIED>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b (", ") #IMPLIED>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b (c", ",d) #IMPLIED>]>", XmlErrorCode.InvalidAttributeType)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b (c ", "d) #IMPLIED>]>", XmlErrorCode.InvalidAttributeType)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b (c|", "'d') #IMPLIED>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b NOTATION", "(c) #IMPLIED>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b NOTATION ", "c #IMPLIED>]>", XmlErrorCode.InvalidAttributeType)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b NOTATION (", "0) #IMPLIED>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b NOTATION (", "c:d) #IMPLIED>]>", XmlErrorCode.ColonInName)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a ", "b:c:d CDATA #IMPLIED>]>", XmlErrorCode.InvalidQualifiedName)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x", "<y'>]>", XmlErrorCode.LessThanInAttribute)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x", "&y'>]>", XmlErrorCode.InvalidReference)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x", "& y;'>]>", XmlErrorCode.InvalidReference)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x", "&#x;'>]>", XmlErrorCode.InvalidCharacterReference)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x", "&#0;'>]>", XmlErrorCode.ForbiddenCharacterReference)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x", "&y;'>]>", XmlErrorCode.UndeclaredEntity)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x", "&y;'><!ENTITY y ''>]>", XmlErrorCode.UndeclaredEntity)]
    [InlineData("<!DOCTYPE a [<!ATTLIST a b CDATA 'x>]>", "", XmlErrorCode.UnexpectedEnd)]
    // [70]-[76] entities
    [InlineData("<!DOCTYPE a [<!ENTITY", "e 'x'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ENTITY", "% e 'x'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ENTITY ", "'x'>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ENTITY ", "1 'x'>]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ENTITY ", "e:f 'x'>]>", XmlErrorCode.ColonInName)]
    [InlineData("<!DOCTYPE a [<!ENTITY % ", "e:f 'x'>]>", XmlErrorCode.ColonInName)]
    [InlineData("<!DOCTYPE a [<!ENTITY e", "'x'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ENTITY % e", "'x'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ENTITY e ", ">]>", XmlErrorCode.InvalidEntityDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY e ", "x>]>", XmlErrorCode.InvalidEntityDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY e ", "system 'x'>]>", XmlErrorCode.InvalidEntityDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY e ", "NDATA n SYSTEM 'x'>]>", XmlErrorCode.InvalidEntityDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY e 'x' ", "'y'>]>", XmlErrorCode.InvalidEntityDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY e 'x' ", "NDATA n>]>", XmlErrorCode.InvalidEntityDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY e 'x'>", "'>]>", XmlErrorCode.InvalidMarkupDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM", "'x'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM ", ">]>", XmlErrorCode.ExpectedQuote)]
    [InlineData("<!DOCTYPE a [<!ENTITY e PUBLIC 'p' ", ">]>", XmlErrorCode.ExpectedQuote)]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'x'", "NDATA n>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'x' ", "ndata n>]>", XmlErrorCode.InvalidEntityDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'x' ", "NDATAn>]>", XmlErrorCode.InvalidEntityDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'x' NDATA", ">]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'x' NDATA ", ">]>", XmlErrorCode.InvalidName)]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM 'x' NDATA ", "n:m>]>", XmlErrorCode.ColonInName)]
    [InlineData("<!DOCTYPE a [<!ENTITY % e SYSTEM 'x' ", "NDATA n>]>", XmlErrorCode.InvalidEntityDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY ", "%e 'x'>]>", XmlErrorCode.InvalidParameterReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY ", "%e; 'x'>]>", XmlErrorCode.ParameterReferenceInDeclaration)]
    // [9] EntityValue
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "%'>]>", XmlErrorCode.InvalidParameterReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "% x;'>]>", XmlErrorCode.InvalidParameterReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "%x'>]>", XmlErrorCode.InvalidParameterReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY % x ''><!ENTITY e '", "%x;'>]>", XmlErrorCode.ParameterReferenceInDeclaration)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "&'>]>", XmlErrorCode.InvalidReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "& x;'>]>", XmlErrorCode.InvalidReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "&x'>]>", XmlErrorCode.InvalidReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "&;'>]>", XmlErrorCode.InvalidReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "&#;'>]>", XmlErrorCode.InvalidCharacterReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "&#X41;'>]>", XmlErrorCode.InvalidCharacterReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "&#xD800;'>]>", XmlErrorCode.ForbiddenCharacterReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "&#99999999999999999999;'>]>", XmlErrorCode.ForbiddenCharacterReference)]
    [InlineData("<!DOCTYPE a [<!ENTITY e 'x>]>", "", XmlErrorCode.UnexpectedEnd)]
    // §4.6
    [InlineData("<!DOCTYPE a [<!ENTITY ", "lt '&#60;'>]>", XmlErrorCode.InvalidPredefinedEntity)]
    [InlineData("<!DOCTYPE a [<!ENTITY ", "amp '&#38;'>]>", XmlErrorCode.InvalidPredefinedEntity)]
    [InlineData("<!DOCTYPE a [<!ENTITY ", "lt '&#38;#38;'>]>", XmlErrorCode.InvalidPredefinedEntity)]
    [InlineData("<!DOCTYPE a [<!ENTITY ", "quot 'x'>]>", XmlErrorCode.InvalidPredefinedEntity)]
    [InlineData("<!DOCTYPE a [<!ENTITY ", "apos SYSTEM 'x'>]>", XmlErrorCode.InvalidPredefinedEntity)]
    [InlineData("<!DOCTYPE a [<!ENTITY gt '>'><!ENTITY ", "gt ''>]>", XmlErrorCode.InvalidPredefinedEntity)]
    // [82] NotationDecl
    [InlineData("<!DOCTYPE a [<!NOTATION", "n SYSTEM 'x'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!NOTATION ", "n:m SYSTEM 'x'>]>", XmlErrorCode.ColonInName)]
    [InlineData("<!DOCTYPE a [<!NOTATION n", ">]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!NOTATION n ", ">]>", XmlErrorCode.InvalidExternalIdentifier)]
    [InlineData("<!DOCTYPE a [<!NOTATION n ", "'x'>]>", XmlErrorCode.InvalidExternalIdentifier)]
    [InlineData("<!DOCTYPE a [<!NOTATION n ", "Public 'x'>]>", XmlErrorCode.InvalidExternalIdentifier)]
    [InlineData("<!DOCTYPE a [<!NOTATION n PUBLIC ", ">]>", XmlErrorCode.ExpectedQuote)]
    [InlineData("<!DOCTYPE a [<!NOTATION n PUBLIC", "'p'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!NOTATION n PUBLIC 'p'", "'x'>]>", XmlErrorCode.ExpectedWhiteSpace)]
    [InlineData("<!DOCTYPE a [<!NOTATION n PUBLIC 'p' 'x' ", "'y'>]>", XmlErrorCode.InvalidNotationDeclaration)]
    [InlineData("<!DOCTYPE a [<!NOTATION n SYSTEM 'x'", "!>]>", XmlErrorCode.InvalidNotationDeclaration)]
    // [69] PEReference
    [InlineData("<!DOCTYPE a [", "%]>", XmlErrorCode.InvalidParameterReference)]
    [InlineData("<!DOCTYPE a [", "% e;]>", XmlErrorCode.InvalidParameterReference)]
    [InlineData("<!DOCTYPE a [", "%e]>", XmlErrorCode.InvalidParameterReference)]
    [InlineData("<!DOCTYPE a [", "%e ;]>", XmlErrorCode.InvalidParameterReference)]
    [InlineData("<!DOCTYPE a [", "%1;]>", XmlErrorCode.InvalidParameterReference)]
    [InlineData("<!DOCTYPE ", "%e; []>", XmlErrorCode.ParameterReferenceInDeclaration)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a (", "%e;)>]>", XmlErrorCode.ParameterReferenceInDeclaration)]
    [InlineData("<!DOCTYPE a [] ", "%e;>", XmlErrorCode.InvalidDocumentType)]
    // [2] Char
    [InlineData("<!DOCTYPE a [<!-- ", "\u0001 -->]>", XmlErrorCode.InvalidCharacter)]
    [InlineData("<!DOCTYPE a [<?pi ", "\uFFFF ?>]>", XmlErrorCode.InvalidCharacter)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '", "\uFFFE'>]>", XmlErrorCode.InvalidCharacter)]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM '", "\u001F'>]>", XmlErrorCode.InvalidCharacter)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a", "\u000C ANY>]>", XmlErrorCode.InvalidCharacter)]
    [InlineData("<!DOCTYPE a [", "\0]>", XmlErrorCode.InvalidCharacter)]
    [InlineData("<!DOCTYPE a [<!ELEMENT a ", "anY \u0001>]>", XmlErrorCode.InvalidElementDeclaration)]
    public void Is_refused_where_it_goes_wrong(string right, string wrong, XmlErrorCode code)
    {
        var reading = new DtdReading(right + wrong);

        Assert.Equal(code, reading.Error?.Code);
        Assert.Equal(Encoding.UTF8.GetByteCount(right), reading.ErrorPlace.DocumentOffset);
        Assert.Null(reading.ErrorPlace.Entity);
        Assert.EndsWith(".", reading.Error!.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [\r\n\r<!ELEMENT\r\na ", "BAD>]>")]
    [InlineData("<!DOCTYPE\ra [\r", "x")]
    [InlineData("<!DOCTYPE a [<!-- \r\n\r\n ", "-- -->")]
    public void Offsets_count_the_bytes_as_given_when_line_ends_are_normalized(string right, string wrong)
    {
        var reading = new DtdReading(right + wrong);

        Assert.NotNull(reading.Error);
        Assert.Equal(right.Length, reading.ErrorPlace.DocumentOffset);
    }

    [Fact]
    public void Messages_say_what_was_expected_and_what_was_found()
    {
        Assert.Equal("Expected 'EMPTY', 'ANY' or '(', found 'NONE'.", new DtdReading("<!DOCTYPE a [<!ELEMENT a NONE>]>").Error?.Description);
        Assert.Equal("Expected white space after an entity's name, found '\"'.", new DtdReading("<!DOCTYPE a [<!ENTITY a\"\">]>").Error?.Description);
        Assert.Equal("Expected the end of a comment, found the end of the document type declaration.", new DtdReading("<!DOCTYPE a [<!-- ").Error?.Description);
        Assert.Equal("The character U+0002 is not allowed in XML.", new DtdReading("<!DOCTYPE a [\u0002]>").Error?.Description);
    }

    [Fact]
    public void Without_namespaces_colons_are_like_letters()
    {
        var reading = new DtdReading(
            "<!DOCTYPE :a:b: [<!ELEMENT a:b:c (::)><!ATTLIST a:b:c :d NOTATION (n:n) #IMPLIED><!ENTITY e:f 'x'><!NOTATION n:n SYSTEM ''><?p:i ?>]>",
            new DtdSettings { Namespaces = false });

        Assert.Equal(5, reading.Events.Count);
        Assert.Equal("x", reading.Entity("e:f"));
    }
}
