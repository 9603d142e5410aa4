using System.Text;
using System.Xml;

namespace XmlJson.Tests.Sources.Dtd;

public class ExternalEntityTests
{
    private static EntityFault? Decode(byte[] bytes, out string text)
    {
        var fault = ExternalEntityDecoder.Decode(bytes, out var decoded, out var length, out var start);
        text = Encoding.UTF8.GetString(decoded.AsSpan(start, length - start));
        return fault;
    }

    [Theory]
    [InlineData("utf-8", "", "é€")]
    [InlineData("utf-8", "<?xml encoding='UTF-8'?>", "é€")]
    [InlineData("utf-8", "<?xml version=\"1.0\" encoding = \"utf-8\" ?>", "é€")]
    [InlineData("utf-8", "<?xml version='1.1' encoding='utf-8'?>", "é€")]
    [InlineData("utf-8", "<?xml-stylesheet?>", "é€")]
    [InlineData("iso-8859-1", "<?xml encoding='ISO-8859-1'?>", "é")]
    [InlineData("windows-1252", "<?xml encoding='windows-1252'?>", "é€")]
    [InlineData("us-ascii", "<?xml encoding='US-ASCII'?>", "e")]
    [InlineData("shift_jis", "<?xml encoding='Shift_JIS'?>", "日本")]
    [InlineData("euc-jp", "<?xml encoding='EUC-JP'?>", "日本")]
    [InlineData("iso-2022-jp", "<?xml encoding='ISO-2022-JP'?>", "日本")]
    [InlineData("gb18030", "<?xml encoding='GB18030'?>", "日本\U0001F600")]
    [InlineData("utf-16", "<?xml encoding='UTF-16'?>", "日本\U0001F600")]
    [InlineData("utf-16BE", "<?xml encoding='UTF-16'?>", "日本\U0001F600")]
    [InlineData("utf-32", "<?xml encoding='UTF-32'?>", "日本\U0001F600")]
    public void Is_decoded_with_and_without_byte_order_mark(string name, string declaration, string content)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes(declaration + content + "\r\nx\ry");
        var kept = declaration.Contains("stylesheet", StringComparison.Ordinal) ? declaration : "";

        Assert.Null(Decode(bytes, out var text));
        Assert.Equal(kept + content + "\nx\ny", text);
        if (!encoding.Preamble.IsEmpty)
        {
            Assert.Null(Decode([.. encoding.Preamble, .. bytes], out text));
            Assert.Equal(kept + content + "\nx\ny", text);
        }
    }

    [Theory]
    [InlineData("<?xml version='1.0'?>", XmlErrorCode.InvalidXmlDeclaration)]
    [InlineData("<?xml encoding='UTF-8' version='1.0'?>", XmlErrorCode.InvalidXmlDeclaration)]
    [InlineData("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>", XmlErrorCode.InvalidXmlDeclaration)]
    [InlineData("<?xml encoding=UTF-8?>", XmlErrorCode.InvalidXmlDeclaration)]
    [InlineData("<?xml version='2.0' encoding='UTF-8'?>", XmlErrorCode.InvalidVersion)]
    [InlineData("<?xml encoding='UTF-8'", XmlErrorCode.UnexpectedEnd)]
    [InlineData("<?xml encoding='no-such'?>", XmlErrorCode.UnsupportedEncoding)]
    [InlineData("<?xml encoding='UTF-16'?>", XmlErrorCode.EncodingMismatch)]
    [InlineData("\uFEFF<?xml encoding='ISO-8859-1'?>", XmlErrorCode.EncodingMismatch)]
    [InlineData("ab\u0001", XmlErrorCode.InvalidCharacter)]
    public void A_text_declaration_that_is_wrong_is_refused(string text, XmlErrorCode code)
    {
        Assert.Equal(code, Decode(Encoding.UTF8.GetBytes(text), out _)?.Code);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', 0xC3 }, 1)]
    [InlineData(new byte[] { (byte)'a', (byte)'b', 0xE9, (byte)'c' }, 2)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 0)]
    public void Invalid_UTF8_is_refused_with_its_offset(byte[] bytes, int offset)
    {
        var fault = Decode(bytes, out _);

        Assert.Equal((XmlErrorCode.InvalidEncoding, offset), (fault?.Code, fault?.Offset));
    }

    [Fact]
    public void Invalid_bytes_of_other_encodings_are_refused()
    {
        Assert.Equal(XmlErrorCode.InvalidEncoding, Decode([.. "<?xml encoding='US-ASCII'?>a"u8, 0xE9], out _)?.Code);
        Assert.Equal(XmlErrorCode.InvalidEncoding, Decode([.. "<?xml encoding='EUC-JP'?>a"u8, 0xB0], out _)?.Code);
        Assert.Equal(XmlErrorCode.InvalidEncoding, Decode([0xFF, 0xFE, (byte)'a', 0, 0, 0xD8, (byte)'b', 0], out _)?.Code);
        Assert.Equal(XmlErrorCode.InvalidEncoding, Decode([0xFF, 0xFE, (byte)'a'], out _)?.Code);
    }

    [Fact]
    public void A_fault_is_placed_in_the_entity()
    {
        var entities = new MemoryEntities(("p", "<?xml version='1.0'\n encoding 'UTF-8'?>"));
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'>%p;]>", external: entities);

        Assert.Equal(XmlErrorCode.InvalidXmlDeclaration, reading.Error?.Code);
        Assert.Contains("In the entity '%p' (p, line 2, column", reading.Error!.Description, StringComparison.Ordinal);
        Assert.Equal("<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'>".Length, reading.ErrorPlace.DocumentOffset);
    }

    [Fact]
    public void A_general_entity_is_loaded_when_it_is_wanted_and_once()
    {
        var entities = new MemoryEntities(("e", "<?xml encoding='UTF-8'?>x\r\ny"), ("big", new string('x', 11)));
        var reading = new DtdReading("<!DOCTYPE a [<!ENTITY e SYSTEM 'e'><!ENTITY big SYSTEM 'big'><!ENTITY gone SYSTEM 'gone'>]>", external: entities);
        Assert.Empty(entities.Opened);
        var e = reading.Declarations.FindEntity("e"u8)!;
        var place = new DtdPlace(5, null, 0);

        Assert.True(reading.Loader.TryLoad(e, 100, XmlErrorCode.DocumentLengthLimit, reading, place));
        Assert.True(reading.Loader.TryLoad(e, 100, XmlErrorCode.DocumentLengthLimit, reading, place));
        Assert.Equal("x\ny"u8, e.Text.Span);
        Assert.Equal(["e"], entities.Opened);

        var big = reading.Declarations.FindEntity("big"u8)!;
        Assert.Equal(
            XmlErrorCode.DocumentLengthLimit,
            Assert.Throws<XmlSyntaxException>(() => reading.Loader.TryLoad(big, 10, XmlErrorCode.DocumentLengthLimit, reading, place)).Code);

        var gone = reading.Declarations.FindEntity("gone"u8)!;
        Assert.False(reading.Loader.TryLoad(gone, 10, XmlErrorCode.DocumentLengthLimit, reading, place));
        Assert.False(reading.Loader.TryLoad(gone, 10, XmlErrorCode.DocumentLengthLimit, reading, place));
        Assert.Equal(["e", "big", "gone"], entities.Opened);
    }

    [Fact]
    public void A_resolver_gives_streams_and_bases()
    {
        var resolver = new StreamResolver(("http://h/sub/d.dtd", "<!ENTITY % p SYSTEM '../p.ent'>%p;"), ("http://h/p.ent", "<!ENTITY e 'x'>"));
        var reading = new DtdReading("<!DOCTYPE a SYSTEM 'sub/d.dtd'>", new DtdSettings { BaseUri = "http://h/doc.xml" }, new ResolverEntities(resolver));

        Assert.Equal("x", reading.Entity("e"));
        Assert.Equal(["http://h/sub/d.dtd", "http://h/p.ent"], resolver.Opened);
        Assert.True(resolver.Streams.TrueForAll(s => !s.CanRead));
    }

    [Fact]
    public void A_base_may_be_a_file_path()
    {
        var uri = new Uri(Path.GetFullPath("dir/d.dtd")).AbsoluteUri;
        foreach (var baseUri in new[] { "dir/doc.xml", Path.GetFullPath("dir/doc.xml") })
        {
            var resolver = new StreamResolver((uri, "<!ENTITY e 'x'>"));

            Assert.Equal("x", new DtdReading("<!DOCTYPE a SYSTEM 'd.dtd'>", new DtdSettings { BaseUri = baseUri }, new ResolverEntities(resolver)).Entity("e"));
        }
    }

    [Fact]
    public void A_resolver_that_fails_is_an_error_with_its_cause()
    {
        var settings = new DtdSettings { BaseUri = "http://h/" };
        var missing = new DtdReading("<!DOCTYPE a [<!ENTITY % p SYSTEM 'p'>%p;]>", settings, new ResolverEntities(new StreamResolver()));
        Assert.Equal(XmlErrorCode.UnreadableEntity, missing.Error?.Code);
        Assert.IsType<FileNotFoundException>(missing.Error!.InnerException);

        Assert.Equal(XmlErrorCode.UnreadableEntity, new DtdReading("<!DOCTYPE a SYSTEM 'd'>", settings, new ResolverEntities(XmlResolver.ThrowingResolver)).Error?.Code);
        Assert.Equal(XmlErrorCode.UnreadableEntity, new DtdReading("<!DOCTYPE a SYSTEM 'http://:x'>", settings, new ResolverEntities(new StreamResolver())).Error?.Code);
        Assert.Equal(XmlErrorCode.UnreadableEntity, new DtdReading("<!DOCTYPE a SYSTEM 'd'>", settings, new ResolverEntities(new StreamResolver { Answer = "text" })).Error?.Code);
    }

    [Fact]
    public void An_endless_stream_is_read_up_to_the_limit()
    {
        var resolver = new StreamResolver { Answer = new EndlessStream() };
        var reading = new DtdReading("<!DOCTYPE a SYSTEM 'd'>", new DtdSettings { BaseUri = "http://h/", MaxLength = 100_000 }, new ResolverEntities(resolver));

        Assert.Equal(XmlErrorCode.DtdLengthLimit, reading.Error?.Code);
        Assert.InRange(((EndlessStream)resolver.Answer).Given, 99_000, 100_001);
    }

    private sealed class StreamResolver(params (string Uri, string Text)[] entities) : XmlResolver
    {
        public List<string> Opened { get; } = [];

        public List<Stream> Streams { get; } = [];

        public object? Answer { get; init; }

        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
        {
            if (Answer is not null)
            {
                return Answer;
            }

            Opened.Add(absoluteUri.AbsoluteUri);
            var text = Array.Find(entities, e => e.Uri == absoluteUri.AbsoluteUri).Text ?? throw new FileNotFoundException("There is no such entity.");
            Streams.Add(new MemoryStream(Encoding.UTF8.GetBytes(text)));
            return Streams[^1];
        }
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');
            Given += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
