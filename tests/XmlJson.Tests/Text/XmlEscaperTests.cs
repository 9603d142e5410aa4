using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsCheck;
using XmlJson.Text;

namespace XmlJson.Tests.Text;

/// <summary>The kernel against a plain loop over characters, for every length, alignment and room.</summary>
public class XmlEscaperTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Const("&"), Gen.Const("<"), Gen.Const(">"), Gen.Const("\""), Gen.Const("\t"), Gen.Const("\n"), Gen.Const("\r"), Gen.Const("]]>"), Gen.Const("]"),
        Gen.Const("é"), Gen.Const("€"), Gen.Const("\uFFFD"), Gen.Const("\uFF0C"), Gen.Const("😀"), Gen.Const("\u0085"),
        Gen.Char['a', 'z'].Array[0, 40].Select(c => new string(c)),
        Gen.Char['а', 'я'].Array[0, 40].Select(c => new string(c))).Array[0, 12].Select(string.Concat);

    private static readonly byte[][] NotAllowed =
        [[0], [0x1F], [0x0B], [0xFF], [0x80], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE], [0xEF, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x98]];

    private static readonly Gen<byte[]> BadCharacters = Gen.Int[0, NotAllowed.Length - 1].Select(i => NotAllowed[i]);

    [Fact]
    public void The_kernel_agrees_with_a_plain_loop()
    {
        Gen.Select(Texts, Gen.Int[XmlEscaper.Room, 80]).Sample((text, room) =>
        {
            Assert.Equal(Plain(text, attribute: false), Escape<TextEscapeRules>(Encoding.UTF8.GetBytes(text), room));
            Assert.Equal(Plain(text, attribute: true), Escape<AttributeEscapeRules>(Encoding.UTF8.GetBytes(text), room));
        }, iter: 5000);
    }

    [Fact]
    public void Every_byte_at_every_place_is_seen()
    {
        for (var length = 1; length <= 35; length++)
        {
            for (var at = 0; at < length; at++)
            {
                for (byte b = 0; b < 0x80; b++)
                {
                    var text = Encoding.UTF8.GetBytes(new string('x', length));
                    text[at] = b;
                    var expected = Characters.IsAllowed(b) ? Plain(Encoding.UTF8.GetString(text), attribute: false) : null;
                    Assert.Equal(expected, Escape<TextEscapeRules>(text, 64));
                    Assert.Equal(expected is null ? at : -1, AllowedText.FirstInvalid(text));
                }
            }
        }
    }

    [Fact]
    public void What_XML_cannot_hold_is_found_where_it_is()
    {
        Gen.Select(Texts, BadCharacters, Texts, Gen.Int[XmlEscaper.Room, 80]).Sample((before, bad, after, room) =>
        {
            byte[] text = [.. Encoding.UTF8.GetBytes(before), .. bad, .. Encoding.UTF8.GetBytes(after)];
            Assert.Null(Escape<TextEscapeRules>(text, room));
            Assert.Null(Escape<AttributeEscapeRules>(text, room));
            Assert.Equal(Encoding.UTF8.GetByteCount(before), AllowedText.FirstInvalid(text));
        }, iter: 5000);
    }

    [Fact]
    public void Text_that_XML_can_hold_has_no_fault()
    {
        Texts.Sample(text => Assert.Equal(-1, AllowedText.FirstInvalid(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Output_room_is_never_overrun_and_always_used()
    {
        Texts.Sample(text =>
        {
            ReadOnlySpan<byte> source = Encoding.UTF8.GetBytes(text);
            var destination = new byte[XmlEscaper.Room];
            while (!source.IsEmpty)
            {
                var status = XmlEscaper.Escape<TextEscapeRules>(source, destination, out var read, out var written);
                Assert.True(written <= destination.Length);
                Assert.True(status == OperationStatus.Done ? read == source.Length : read > 0);
                Assert.Equal(-1, AllowedText.FirstInvalid(source[..read]));
                source = source[read..];
            }
        });
    }

    [Fact]
    public void Plain_text_is_copied_and_no_other()
    {
        for (var length = 0; length <= 100; length++)
        {
            var text = Enumerable.Range(0, length).Select(i => (byte)('A' + (i % 26))).ToArray();
            AssertCopied(text);
            for (var at = 0; at < length; at++)
            {
                var before = text[at];
                foreach (var b in "\0\u0001\t\n\r\u001F &<>\"'é\u007F"u8)
                {
                    text[at] = b;
                    AssertCopied(text);
                }

                text[at] = before;
            }
        }
    }

    [Fact]
    public void Copying_agrees_with_a_plain_loop()
    {
        Texts.Sample(text => AssertCopied(Encoding.UTF8.GetBytes(text)), iter: 5000);
    }

    [Fact]
    public void What_XML_cannot_hold_is_not_copied()
    {
        Gen.Select(Texts, BadCharacters, Texts).Sample((before, bad, after) =>
        {
            byte[] text = [.. Encoding.UTF8.GetBytes(before), .. bad, .. Encoding.UTF8.GetBytes(after)];
            AssertCopied(text);
        }, iter: 5000);
    }

    // What is plain is told from the specification: characters that are allowed and not replaced.
    private static void AssertCopied(byte[] text)
    {
        var isValid = Utf8.IsValid(text);
        var characters = Encoding.UTF8.GetString(text).EnumerateRunes().ToArray();
        var isAllowed = isValid && characters.All(c => Characters.IsAllowed(c.Value));
        var isAscii = text.All(b => b < 0x80);
        AssertCopied<TextEscapeRules>(text, isAllowed && !characters.Any(c => "&<>\r".Contains((char)c.Value) && c.Value < 0x80), isAscii);
        AssertCopied<AttributeEscapeRules>(text, isAllowed && !characters.Any(c => "&<\"\t\n\r".Contains((char)c.Value) && c.Value < 0x80), isAscii);
    }

    private static void AssertCopied<TRules>(byte[] text, bool isPlain, bool isAscii)
        where TRules : struct, IEscapeRules
    {
        var exact = new byte[text.Length + XmlEscaper.Room];
        Assert.Equal(isPlain, XmlEscaper.TryCopy<TRules>(text, ref exact[0]));
        Assert.True(!isPlain || exact.AsSpan().StartsWith(text));

        // What stands behind the text must not matter.
        foreach (var behind in "x&\0\u00ff"u8)
        {
            byte[] padded = [.. text, .. Enumerable.Repeat(behind, XmlEscaper.Overlap)];
            var copy = new byte[padded.Length];
            Assert.Equal(isPlain && isAscii, XmlEscaper.TryCopyPadded<TRules>(ref padded[0], text.Length, ref copy[0]));
            Assert.True(!isPlain || !isAscii || copy.AsSpan().StartsWith(text));
        }
    }

    private static string? Escape<TRules>(ReadOnlySpan<byte> source, int room)
        where TRules : struct, IEscapeRules
    {
        var result = new List<byte>();
        var destination = new byte[room];
        while (true)
        {
            var status = XmlEscaper.Escape<TRules>(source, destination, out var read, out var written);
            result.AddRange(destination[..written]);
            source = source[read..];
            switch (status)
            {
                case OperationStatus.Done:
                    Assert.True(source.IsEmpty);
                    return Encoding.UTF8.GetString([.. result]);
                case OperationStatus.InvalidData:
                    return null;
                default:
                    Assert.True(read > 0, "There was room, so there must be progress.");
                    break;
            }
        }
    }

    private static string Plain(string text, bool attribute)
    {
        var result = new StringBuilder();
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' when !attribute => result.Append("&gt;"),
                '"' when attribute => result.Append("&quot;"),
                '\r' => result.Append("&#xD;"),
                '\t' or '\n' when attribute => result.Append(CultureInfo.InvariantCulture, $"&#x{(int)c:X};"),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }
}
