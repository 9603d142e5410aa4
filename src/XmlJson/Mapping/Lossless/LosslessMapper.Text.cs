namespace XmlJson.Mapping.Lossless;

// Text and CDATA sections, and how content ends.
internal sealed partial class LosslessMapper
{
    // A string that is written whole is one call of the writer; a longer one is written in pieces as it comes, so that memory stays small.
    private const int LongestWhole = 16 * 1024;

    // Text that waits for what follows it; or it is a string in any case, and waits to be written whole unless it is being written in pieces.
    private byte[] _text = new byte[256];
    private int _textLength;
    private bool _isString;
    private bool _isInPieces;

    private ReadOnlySpan<byte> WaitingText => _text.AsSpan(0, _textLength);

    /// <inheritdoc/>
    public override void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        // White space outside the root element is no content.
        if (_depth == 1)
        {
            return;
        }

        _size += text.Length;
        if (_isLeaf)
        {
            if ((long)_textLength + text.Length <= _convention.LongestWaitingText)
            {
                Append(text);
                return;
            }

            BeginLeaf();
        }

        if (!_isString && !MayWait(ref Top, text))
        {
            var opens = Top.Content.Mode != ContentMode.Rest;
            BeginText(ref Top);
            if (opens)
            {
                // Here it is said that the JSON becomes too deep, not where the text ends.
                Write();
            }
        }

        if (_isString && (_isInPieces || _textLength + text.Length > LongestWhole))
        {
            BeginPieces();
            _tape.Add(JsonTokenKind.Piece, text);
            Write();
        }
        else
        {
            Append(text);
        }
    }

    /// <inheritdoc/>
    public override void StartCData()
    {
        BeginLeaf();
        ref var frame = ref Top;
        if (frame.Content.Mode == ContentMode.Start && _textLength == 0)
        {
            OpenObject(ref frame);
            frame.Content.Mode = ContentMode.Whole;
        }
        else
        {
            OpenRest(ref frame);
            EndText();
            _tape.Add(JsonTokenKind.StartObject);
        }

        _size += NodeSize.Of(Marks.CData);
        _tape.Add(JsonTokenKind.Key, _cdataKey);
        _isString = true;
    }

    /// <inheritdoc/>
    public override void EndCData()
    {
        EndText();
        if (Top.Content.Mode == ContentMode.Rest)
        {
            _tape.Add(JsonTokenKind.EndObject);
        }

        Write();
    }

    /// <inheritdoc/>
    public override void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        BeginLeaf();
        OpenRest(ref Top);
        EndText();
        _size += NodeSize.Of(name);
        _tape.Add(JsonTokenKind.StartObject);
        _tape.Add(JsonTokenKind.Key, _keys.Intern([.. Marks.Entity, .. name]));
        _tape.Add(JsonTokenKind.Null);
        _tape.Add(JsonTokenKind.EndObject);
        Write();
    }

    // Whether it is still open what becomes of the text when more of it comes.
    private bool MayWait(ref OpenContent frame, scoped ReadOnlySpan<byte> more) => frame.Content.Mode switch
    {
        ContentMode.Start => (long)_textLength + more.Length <= _convention.LongestWaitingText,
        ContentMode.Plain => (long)_textLength + more.Length <= Layout.LongestImplied,
        _ => false,
    };

    // What becomes of the text is decided: it is a string, and where it is too long to wait it is written from here on as it comes.
    private void BeginText(ref OpenContent frame)
    {
        if (frame.Content.Mode == ContentMode.Start)
        {
            OpenObject(ref frame);
            frame.Content.Mode = ContentMode.Whole;
            _tape.Add(JsonTokenKind.Key, _textKey);
            BeginPieces();
        }
        else
        {
            OpenRest(ref frame);
        }

        _isString = true;
    }

    private void BeginPieces()
    {
        _isInPieces = true;
        if (_textLength > 0)
        {
            _tape.Add(JsonTokenKind.Piece, WaitingText);
            _textLength = 0;
        }
    }

    private void Append(scoped ReadOnlySpan<byte> text)
    {
        if (_text.Length - _textLength < text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _textLength + text.Length));
        }

        text.CopyTo(_text.AsSpan(_textLength));
        _textLength += text.Length;
    }

    private void ForgetText()
    {
        _textLength = 0;
        _isString = false;
        _isInPieces = false;
    }

    // The run of text ends, and stands where the tape stands.
    private void EndText()
    {
        if (_isInPieces)
        {
            _tape.Add(JsonTokenKind.EndOfPieces);
        }
        else if (_isString || _textLength > 0)
        {
            _tape.Add(JsonTokenKind.String, WaitingText);
        }

        ForgetText();
    }

    private void EndContent(ref OpenContent frame)
    {
        if (frame.Content.Mode == ContentMode.Start)
        {
            EndTextAlone(ref frame);
            return;
        }

        if (!frame.Content.MayEnd(WaitingText))
        {
            OpenRest(ref frame);
        }

        if (frame.Content.Mode == ContentMode.Plain)
        {
            ForgetText();
        }
        else
        {
            EndText();
        }

        CloseMembers(ref frame);
        _tape.Add(JsonTokenKind.EndObject);
    }

    private void EndTextAlone(ref OpenContent frame)
    {
        if (!frame.IsObject)
        {
            _tape.Add(JsonTokenKind.String, WaitingText);
            ForgetText();
            return;
        }

        if (_textLength > 0)
        {
            _tape.Add(JsonTokenKind.Key, _textKey);
            EndText();
        }

        _tape.Add(JsonTokenKind.EndObject);
    }
}
