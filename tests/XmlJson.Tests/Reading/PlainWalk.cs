using System.Text;

namespace XmlJson.Tests.Reading;

/// <summary>
/// Where events stand, found out again in the plainest way: by walking through a UTF-8 document without a document type declaration, event by event. It knows nothing of the parser.
/// </summary>
internal sealed class PlainWalk(byte[] document)
{
    private readonly byte[] _document = document;
    private int _position = document.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
    private int _emptyElement = -1;

    /// <summary>Goes on to an event.</summary>
    /// <returns>The offset at which it must stand.</returns>
    public int Place(RecordedPiece piece)
    {
        switch (piece.Kind)
        {
            case RecordedPieceKind.StartDocument:
                var start = _position;
                if (Rest.Length > 5 && Rest.StartsWith("<?xml"u8) && Rest[5] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                {
                    Skip("?>");
                }

                return start;
            case RecordedPieceKind.StartElement:
                return StartElement(piece.Text);
            case RecordedPieceKind.EndElement:
                return EndElement(piece.Text);
            case RecordedPieceKind.Characters:
                return Text(piece.Text);
            case RecordedPieceKind.StartCData:
                return Whole("<![CDATA[", "[CDATA[");
            case RecordedPieceKind.EndCData:
                return Whole("]]>", "]]>");
            case RecordedPieceKind.Comment:
                SkipWhiteSpace();
                return Whole("<!--", "-->");
            case RecordedPieceKind.ProcessingInstruction:
                SkipWhiteSpace();
                return Whole("<?", "?>");
            case RecordedPieceKind.EndDocument:
                SkipWhiteSpace();
                Expect(_position == _document.Length, "the end");
                return _position;
            default:
                throw new NotSupportedException($"{piece.Kind} needs a document type declaration.");
        }
    }

    /// <summary>The line and column of an offset, by counting characters one by one.</summary>
    public static TextPosition PositionOf(ReadOnlySpan<byte> document, long offset)
    {
        long line = 1, column = 1;
        var i = document.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (i < offset)
        {
            var b = document[i];
            if (b == '\n' || (b == '\r' && (i + 1 >= document.Length || document[i + 1] != '\n')))
            {
                line++;
                column = 1;
            }
            else if (b != '\r')
            {
                column++;
            }

            Rune.DecodeFromUtf8(document[i..], out _, out var length);
            i += length;
        }

        return new TextPosition(line, column, offset);
    }

    private ReadOnlySpan<byte> Rest => _document.AsSpan(_position);

    private int StartElement(byte[] name)
    {
        SkipWhiteSpaceOutside();
        var start = _position;
        Expect(Rest.StartsWith((byte[])[(byte)'<', .. name]), "a start tag");
        byte quote = 0;
        for (_position++; quote != 0 || _document[_position] != '>'; _position++)
        {
            var b = _document[_position];
            quote = quote == 0 && b is (byte)'"' or (byte)'\'' ? b : b == quote ? (byte)0 : quote;
        }

        _emptyElement = _document[_position - 1] == '/' ? start : -1;
        _position++;
        return start;
    }

    private int EndElement(byte[] name)
    {
        var start = _emptyElement;
        if (start < 0)
        {
            start = _position;
            Expect(Rest.StartsWith((byte[])[.. "</"u8, .. name]), "an end tag");
            Skip(">");
        }

        _emptyElement = -1;
        return start;
    }

    private int Text(byte[] text)
    {
        var start = _position;
        for (var i = 0; i < text.Length;)
        {
            if (Rest[0] == '&' && !IsInCData)
            {
                var end = Rest.IndexOf((byte)';');
                var character = CharacterOf(Encoding.UTF8.GetString(Rest[1..end]));
                Expect(text.AsSpan(i).StartsWith(character), "the character of the reference");
                i += character.Length;
                _position += end + 1;
            }
            else if (Rest[0] == '\r')
            {
                Expect(text[i++] == '\n', "a line feed");
                _position += Rest.StartsWith("\r\n"u8) ? 2 : 1;
            }
            else
            {
                Expect(text[i++] == _document[_position++], "the text itself");
            }
        }

        return start;
    }

    private bool IsInCData => _document.AsSpan(0, _position).LastIndexOf("<![CDATA["u8) > _document.AsSpan(0, _position).LastIndexOf("]]>"u8);

    private static byte[] CharacterOf(string reference) => Encoding.UTF8.GetBytes(reference switch
    {
        "lt" => "<",
        "gt" => ">",
        "amp" => "&",
        "quot" => "\"",
        "apos" => "'",
        ['#', 'x', ..] => char.ConvertFromUtf32(Convert.ToInt32(reference[2..], 16)),
        _ => char.ConvertFromUtf32(Convert.ToInt32(reference[1..], 10)),
    });

    private int Whole(string begin, string end)
    {
        var start = _position;
        Expect(Rest.StartsWith(Encoding.ASCII.GetBytes(begin)), begin);
        _position += begin == end ? 0 : begin == "<!--" ? begin.Length : 2;
        Skip(end);
        return start;
    }

    private void Skip(string past)
    {
        var found = Rest.IndexOf(Encoding.ASCII.GetBytes(past));
        Expect(found >= 0, past);
        _position += found + past.Length;
    }

    private void SkipWhiteSpaceOutside()
    {
        if (Rest[0] != '<')
        {
            SkipWhiteSpace();
        }
    }

    private void SkipWhiteSpace()
    {
        while (!Rest.IsEmpty && Rest[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _position++;
        }
    }

    private void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Expected {what} at {_position}, where {Encoding.UTF8.GetString(Rest[..Math.Min(20, Rest.Length)])} stands.");
        }
    }
}
