using System.Buffers.Binary;
using System.Text;
using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

public class ReferenceTests
{
    private static readonly Gen<string> References = Gen.OneOf(
        Gen.OneOf("&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&lt", "&quota;", "&#38;", "&&lt;", "&AMP;", "&;"),
        Gen.OneOf('&', 'l', 'g', 't', 'a', 'm', 'p', 'o', 's', 'q', 'u', ';').Array[0, 7].Select(c => "&" + new string(c)));

    [Fact]
    public void Predefined_references_are_those_that_resolve_to_a_character_by_name() => References.Sample(
        reference =>
        {
            byte[] bytes = [.. Encoding.UTF8.GetBytes(reference + "xxxxxxxx")];
            var end = reference.IndexOf(';', StringComparison.Ordinal);
            var isPredefined = end > 0 && Reference.Resolve(bytes.AsSpan(1, end - 1), out var rune) == ReferenceKind.Character && bytes[1] != '#';

            var found = Reference.Predefined(BinaryPrimitives.ReadUInt64LittleEndian(bytes), out var length);

            Assert.Equal(isPredefined, found != 0);
            if (isPredefined)
            {
                Assert.True(Reference.Resolve(bytes.AsSpan(1, end - 1), out rune) == ReferenceKind.Character);
                Assert.Equal(rune.ToString(), ((char)found).ToString());
                Assert.Equal(end + 1, length);
            }
        },
        iter: 20_000);
}
