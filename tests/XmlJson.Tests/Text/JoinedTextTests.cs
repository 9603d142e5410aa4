using System.Text;
using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

public class JoinedTextTests
{
    private static readonly string[] Characters = ["&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#65;", "&#x20AC;", "&#x1F30D;"];

    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.OneOf("", "a", "some text", "a text that is longer than one vector of thirty-two bytes", new string('l', 256), new string('m', 257)),
        Gen.OneOf(Characters),
        Gen.OneOf("&#000000000065;", "&#0;", "&#x;", "&name;", "&lt", "]", "\r"));

    [Fact]
    public void What_is_read_is_what_its_references_stand_for() => Pieces.Array[1, 40].Sample(
        pieces =>
        {
            var text = string.Concat(pieces) + "<";
            byte[] bytes = [.. Encoding.UTF8.GetBytes(text), .. new byte[MarkedBytes.Padding]];
            var length = bytes.Length - MarkedBytes.Padding;
            var masks = new MarkupMasks();
            masks.Reserve(length);
            MarkupClassifier.Classify(ref bytes[0], length, masks);
            var input = new MarkedBytes(ref bytes[0], length, masks);
            var reference = input.FindTextEnd(0);
            var joined = new JoinedText();
            var start = 0;

            var count = joined.Read(input, ref start, reference);

            Assert.Equal(Resolve(Encoding.UTF8.GetString(bytes, 0, start)), Encoding.UTF8.GetString(joined.Bytes(count)));
            Assert.Equal(start == 0, count == 0);

            // It stops at the end of the text, before what it leaves to others, or when it is long enough.
            var rest = input.Slice(start, input.FindTextEnd(start) - start);
            Assert.True(bytes[start] == '<' || rest.Length > 256 || count > JoinedText.Capacity || !CanRead(Encoding.UTF8.GetString(bytes, start + rest.Length, 9)));
        },
        iter: 10_000);

    private static bool CanRead(string text) => text.StartsWith('<') || Characters.Any(text.StartsWith);

    // Only the references that are read, one after the other.
    private static string Resolve(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "&([^;]*);", match =>
        {
            Assert.Equal(ReferenceKind.Character, Reference.Resolve(Encoding.UTF8.GetBytes(match.Groups[1].Value), out var character));
            return character.ToString();
        });
}
