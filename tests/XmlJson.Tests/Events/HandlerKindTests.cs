using XmlJson.Tests.Samples;

namespace XmlJson.Tests.Events;

/// <summary>Handlers of every kind are driven, and the compiler refuses what would outlive an event.</summary>
public sealed class HandlerKindTests
{
    private const string Document = "<a x='1'>t<b/></a>";

    [Fact]
    public void A_sealed_class_is_driven()
    {
        var handler = new ClassHandler();
        Xml.Parse(Document, handler);
        Assert.Equal(2, handler.Elements);

        Xml.Parse(Document, ref handler);
        Assert.Equal(4, handler.Elements);
    }

    [Fact]
    public void An_interface_variable_is_driven()
    {
        IContentHandler handler = new ClassHandler();
        Xml.Parse(Document, ref handler);
        Assert.Equal(2, ((ClassHandler)handler).Elements);
    }

    [Fact]
    public void A_struct_keeps_its_state()
    {
        var handler = default(StructHandler);
        Xml.Parse(Document, ref handler);
        Assert.Equal(2, handler.Elements);
    }

    [Fact]
    public void A_ref_struct_writes_into_a_span_of_its_own()
    {
        Span<char> names = stackalloc char[8];
        var handler = new RefStructHandler(names);
        Xml.Parse(Document, ref handler);
        Assert.Equal("ab", names[..handler.Count].ToString());
    }

    [Fact]
    public void A_handler_that_is_null_is_refused()
    {
        ClassHandler handler = null!;
        Assert.Throws<ArgumentNullException>("handler", () => Xml.Parse(Document, handler));
    }

    [Theory]
    [InlineData("CS8345", "sealed class H : ContentHandler { ReadOnlySpan<byte> _kept; }")]
    [InlineData("CS8345", "struct H { AttributeList _kept; }")]
    [InlineData("CS8345", "sealed class H : ContentHandler { DocumentStart _kept; }")]
    [InlineData("CS8352", "ref struct H { ReadOnlySpan<byte> _kept; public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) => _kept = text; }")]
    [InlineData("CS8352", "ref struct H { AttributeList _kept; public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => _kept = attributes; }")]
    [InlineData("CS8352", "ref struct H { DocumentStart _kept; public void StartDocument(scoped DocumentStart document) => _kept = document; }")]
    [InlineData("CS8352", "ref struct H { AttributeItem _kept; public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => _kept = attributes[0]; }")]
    [InlineData("CS8352", "ref struct H { ReadOnlySpan<byte> _kept; public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => _kept = attributes[0].Value; }")]
    [InlineData("CS8987", "ref struct H : IContentHandler { AttributeList _kept; public void StartElement(scoped in XmlName name, AttributeList attributes) => _kept = attributes; }")]
    [InlineData("CS0452", "struct H { static void M() => Xml.Parse(new byte[1], new EventCounter()); }")]
    [InlineData("CS0535", "struct H : IContentHandler { }")]
    [InlineData("CS1503", "ref struct H { static void M(RefStruct handler) => Xml.ParseAsync(new MemoryStream(), handler); } ref struct RefStruct { }")]
    public void What_would_be_unsafe_does_not_compile(string error, string declaration)
    {
        var errors = SampleProgram.ErrorsOf("using XmlJson;\n" + declaration + "\nstatic class Program { static void Main() { } }");
        Assert.True(errors.Any(found => found.Contains(error, StringComparison.Ordinal)), string.Join('\n', errors));
    }

    private sealed class ClassHandler : ContentHandler
    {
        public int Elements { get; private set; }

        public override void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Elements++;
    }

    private struct StructHandler : IContentHandler
    {
        public int Elements { get; private set; }

        public readonly void StartDocument(scoped DocumentStart document) { }

        public readonly void DocumentType(scoped DocumentTypeDeclaration documentType) { }

        public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => Elements++;

        public readonly void EndElement(scoped in XmlName name) { }

        public readonly void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) { }

        public readonly void StartCData() { }

        public readonly void EndCData() { }

        public readonly void Comment(scoped ReadOnlySpan<byte> text) { }

        public readonly void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

        public readonly void SkippedEntity(scoped ReadOnlySpan<byte> name) { }

        public readonly void EndDocument() { }
    }

    private ref struct RefStructHandler(Span<char> names) : IContentHandler
    {
        private readonly Span<char> _names = names;

        public int Count { get; private set; }

        public readonly void StartDocument(scoped DocumentStart document) { }

        public readonly void DocumentType(scoped DocumentTypeDeclaration documentType) { }

        public void StartElement(scoped in XmlName name, scoped AttributeList attributes) => _names[Count++] = name.ToString()[0];

        public readonly void EndElement(scoped in XmlName name) { }

        public readonly void Characters(scoped ReadOnlySpan<byte> text, TextKind kind) { }

        public readonly void StartCData() { }

        public readonly void EndCData() { }

        public readonly void Comment(scoped ReadOnlySpan<byte> text) { }

        public readonly void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data) { }

        public readonly void SkippedEntity(scoped ReadOnlySpan<byte> name) { }

        public readonly void EndDocument() { }
    }
}
