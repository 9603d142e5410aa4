using XmlJson.Trees;

namespace XmlJson.ElementTree;

// Text and tail.
public readonly partial struct Element
{
    private const string Space = " \t\r\n";

    /// <summary>
    /// The text before the first child, CDATA sections included; <see langword="null"/> when there is none. The text of a comment; target and data of a processing instruction.
    /// References to entities that were not expanded are passed over. Setting it replaces all that; <see langword="null"/> removes it.
    /// </summary>
    /// <exception cref="ArgumentException">The text set holds what XML does not allow there.</exception>
    public string? Text
    {
        get => Row.Kind switch
        {
            NodeKind.Element => Document.RunText(Row.FirstChild),
            NodeKind.Comment => Document.StringOf(_row),
            _ => Row.Text.Length == 0 ? Name.ToString() : $"{Name} {Document.StringOf(_row)}",
        };

        set
        {
            if (Row.Kind == NodeKind.Element)
            {
                Document.ReplaceRun(_row, Row.FirstChild, Store(value));
            }
            else if (Row.Kind == NodeKind.Comment)
            {
                Document.SetData(_row, value);
            }
            else
            {
                SetInstruction(value ?? "");
            }
        }
    }

    /// <summary>The same as <see cref="Text"/> of an element in UTF-8, without making a string; empty when there is none. It allocates only where the text is in several pieces, as around CDATA sections.</summary>
    /// <exception cref="InvalidOperationException">This is a comment or processing instruction.</exception>
    public ReadOnlySpan<byte> TextUtf8
    {
        get
        {
            RequireElement("have this");
            return Document.RunUtf8(Row.FirstChild);
        }
    }

    /// <summary>The text after this element's end, before the next one or the parent's end; <see langword="null"/> when there is none. Setting it replaces it; <see langword="null"/> removes it.</summary>
    /// <exception cref="ArgumentException">The text set holds what XML does not allow.</exception>
    /// <exception cref="InvalidOperationException">A root element would get one: XML allows no text there (XML 1.0 §2.1 [1]).</exception>
    public string? Tail
    {
        get => Document.RunText(Row.Next);
        set
        {
            if (Row.Parent == Document.DocumentRow && !string.IsNullOrEmpty(value))
            {
                throw new InvalidOperationException("There can be no text beside the root element (XML 1.0 §2.1 [1]).");
            }

            if (Row.Parent == Document.DocumentRow || (Row.Parent == Document.NoParent && value is null))
            {
                return;
            }

            var text = Store(value);
            if (Row.Parent == Document.NoParent)
            {
                Document.Link(Document.AddNode(NodeKind.Fragment, 0), _row, before: 0);
            }

            Document.ReplaceRun(Row.Parent, Row.Next, text);
        }
    }

    /// <summary>The tail in UTF-8; see <see cref="TextUtf8"/>.</summary>
    public ReadOnlySpan<byte> TailUtf8 => Document.RunUtf8(Row.Next);

    /// <summary>All text under this element, piece by piece in document order: texts and tails, without those that are empty and without comments and processing instructions.</summary>
    public IEnumerable<string> IterText()
    {
        var document = Document;
        var row = document.Following(_row, _row);
        while (row != 0)
        {
            if (!document.IsInRun(row))
            {
                row = document.Following(row, _row);
                continue;
            }

            var text = document.RunText(row);
            var last = row;
            while (document.IsInRun(document.Node(last).Next))
            {
                last = document.Node(last).Next;
            }

            if (!string.IsNullOrEmpty(text))
            {
                yield return text;
            }

            row = document.Following(last, _row);
        }
    }

    private TextSlice? Store(string? text) => text is null ? null : Document.StoreText(text.AsSpan());

    private void SetInstruction(string text)
    {
        var end = text.AsSpan().IndexOfAny(Space);
        var data = end < 0 ? "" : text[end..].TrimStart(Space.ToCharArray());
        var target = end < 0 ? text : text[..end];
        using var bytes = new Utf8Buffer(target, stackalloc byte[Utf8Buffer.TypicalLength]);
        var name = Document.Names.Add(bytes.Bytes);
        Document.SetData(_row, data);
        Row.Rename(name);
    }
}
