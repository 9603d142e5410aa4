using CsCheck;

namespace XmlJson.Tests.Sinks;

/// <summary>Documents as lists of steps that write them, of every kind of event.</summary>
internal static class GeneratedDocuments
{
    private static readonly Gen<string> Names = Gen.Int[0, 4].Select(i => new[] { "a", "b", "long-name.x", "é", "_" }[i]);
    private static readonly Gen<string> Prefixes = Gen.Int[0, 3].Select(i => new[] { "", "p:", "q:", "p:" }[i]);
    private static readonly Gen<string> Uris = Gen.Int[0, 2].Select(i => new[] { "urn:1", "urn:2", "a&\"b" }[i]);

    private static readonly Gen<string> Texts = Gen.Int[0, 11]
        .Select(i => new[] { "x", " ", "\n  ", "\t", "\r", "&", "<", ">", "]]>", "\"'", "é€😀\uFFFD", "a text of some length, longer than a block" }[i])
        .Array[1, 4].Select(string.Concat);

    /// <summary>A whole document: give it a handler.</summary>
    public static Gen<Action<IContentHandler>> All { get; } =
        Gen.Select(Steps(depth: 4), Gen.Bool, (inside, declared) => (Action<IContentHandler>)(handler =>
        {
            var events = new HandMadeEvents<IContentHandler>(handler);
            _ = declared ? events.Document("1.0", "UTF-8", standalone: true) : events.Document();
            events.Comment("before").Start("root", ("xmlns:p", "urn:p"), ("xmlns:q", "urn:q"));
            inside(events);
            events.End().Instruction("behind", "it").EndDocument();
        }));

    private static Gen<Action<HandMadeEvents<IContentHandler>>> Steps(int depth) =>
        Step(depth).Array[0, 5].Select(steps => (Action<HandMadeEvents<IContentHandler>>)(events =>
        {
            foreach (var step in steps)
            {
                step(events);
            }
        }));

    private static Gen<Action<HandMadeEvents<IContentHandler>>> Step(int depth)
    {
        var leaf = Gen.OneOf(
            Texts.Select(text => (Action<HandMadeEvents<IContentHandler>>)(e => e.Text(text))),
            Texts.Select(text => (Action<HandMadeEvents<IContentHandler>>)(e => e.Text(text).Text("|"))),
            Texts.Select(text => (Action<HandMadeEvents<IContentHandler>>)(e => e.CData(text.Replace("]]>", "]] >", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal)))),
            Gen.Const((Action<HandMadeEvents<IContentHandler>>)(e => e.CData())),
            Texts.Select(text => (Action<HandMadeEvents<IContentHandler>>)(e => e.Comment(text.Replace("\r", "\n", StringComparison.Ordinal)))),
            Texts.Select(text => (Action<HandMadeEvents<IContentHandler>>)(e => e.Instruction("pi", text.Replace("\r", "\n", StringComparison.Ordinal).TrimStart()))));
        return depth == 0 ? leaf : Gen.OneOf(leaf, Element(depth - 1));
    }

    private static Gen<Action<HandMadeEvents<IContentHandler>>> Element(int depth) =>
        Gen.Select(Prefixes, Names, Uris, Texts, Gen.Int[0, 3], Steps(depth)).Select((prefix, name, uri, value, attributes, inside) =>
            (Action<HandMadeEvents<IContentHandler>>)(events =>
            {
                (string Name, string Value)[] all = [("v", value), ("other", ""), ("xml-like", "'")];
                var declaration = prefix.Length == 0 ? "xmlns" : $"xmlns:{prefix[0]}";
                events.StartIn(uri, prefix + name, [(declaration, uri), .. all[..attributes]]);
                inside(events);
                events.End();
            }));
}
