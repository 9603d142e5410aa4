using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using XmlJson.Text;

namespace XmlJson;

// A stretch: as much input as is classified at once, and why reading it ended.
public sealed partial class Utf8XmlParser
{
#if DEBUG
    // Small, so that tests cross every boundary.
    private const int StretchLength = 64;
#else
    // The masks of one stretch and its bytes stay in the first-level cache.
    private const int StretchLength = 8 * 1024;
#endif

    private const int FirstStretchLength = 512;

    private readonly MarkupMasks _masks = new();

    // The stretch being read: where it begins, whether the input ends behind it, and what is wrong with the byte behind it.
    private long _stretchOffset;
    private int _stretchEnd;
    private bool _endsView;
    private bool _endsInput;
    private XmlErrorCode? _fault;
    private int _event;
    private int _eventEnd;
    private Exit _exit;

    private enum Exit : byte
    {
        /// <summary>Go on.</summary>
        None,

        /// <summary>What begins at the position returned is not complete.</summary>
        NeedsInput,

        /// <summary>The handler asked to stop.</summary>
        Stopped,

        /// <summary>Another part of the document begins.</summary>
        PhaseChanged,

        /// <summary>The text of an entity comes next.</summary>
        EntityOpened,
    }

    // Memory that only an unusual document needed.
    private void TrimMemory()
    {
        const int Kept = 256 * 1024;
        if (_scratch.Length > Kept)
        {
            _scratch = [];
        }

        _masks.Trim(Kept);
        _attributes.Trim(Kept);
    }

    // Reads part after part of the document until the stretch has no more to give.
    private int ReadStretch<THandler>(scoped in MarkedBytes input, ref THandler handler)
        where THandler : IContentHandler, allows ref struct
    {
        var position = 0;
        do
        {
            _exit = Exit.None;
            position = _phase switch
            {
                Phase.Start => ReadXmlDeclaration(input, ref handler),
                Phase.Content => ReadContent(input, position, ref handler),
                Phase.CData => ReadCData(input, position, ref handler),
                _ => ReadOutsideRoot(input, position, ref handler),
            };
        }
        while (_exit is Exit.None or Exit.PhaseChanged);
        return position;
    }

    // Answers the questions about the next stretch and finds out what is wrong with its bytes: it ends before the first that is.
    private MarkedBytes Mark(ref byte start, int length, int available, bool isLast)
    {
        _masks.Reserve(Math.Max(length, StretchLength));
        _stretchEnd = length;
        _endsView = length == available;
        _endsInput = _endsView && isLast;
        _fault = _endsView && _decoderFault is not null && _openEntities == 0 ? XmlErrorCode.InvalidEncoding : null;
        var valid = length;
        if (length > _options.MaxDocumentLength - _offset && _openEntities == 0)
        {
            valid = (int)Math.Max(0, _options.MaxDocumentLength - _offset);
            _fault = XmlErrorCode.DocumentLengthLimit;
        }

        if (MarkupClassifier.Classify(ref start, length, _masks))
        {
            valid = CheckEncoding(MemoryMarshal.CreateReadOnlySpan(ref start, valid));
        }

        if (valid < length)
        {
            _masks.CloseAt(valid, MarkupMasks.BlocksFor(length));
        }

        if (_fault is not null)
        {
            _endsView = true;
            _endsInput = false;
        }

        return new MarkedBytes(ref start, valid, _masks);
    }

    private int CheckEncoding(ReadOnlySpan<byte> bytes)
    {
        if (!_endsInput || _fault is not null)
        {
            bytes = bytes[..^Utf8Text.IncompleteTail(bytes)];
        }

        if (Utf8Validator.IsValid(bytes))
        {
            return bytes.Length;
        }

        var invalid = Utf8Text.FindInvalid(bytes, out var isEncoded);
        Debug.Assert(invalid >= 0, "Both ways of looking agree.");
        _fault = isEncoded ? XmlErrorCode.InvalidCharacter : XmlErrorCode.InvalidEncoding;
        return invalid;
    }

    private int NeedInput(int position)
    {
        _exit = Exit.NeedsInput;
        return position;
    }

    /// <summary>A token that begins at <paramref name="position"/> does not end within the stretch.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Incomplete(scoped in MarkedBytes input, int position)
    {
        // What is wrong behind the limit must not matter, since it may not have come yet; and a character that is cut at the end counts too.
        if ((_fault is null ? _stretchEnd : input.Length) - position >= _options.MaxMarkupLength)
        {
            FailTooLong(position);
        }

        if (_fault is { } fault)
        {
            FailAtFault(input, fault);
        }

        if (_endsInput)
        {
            FailAtEnd(input, position);
        }

        return NeedInput(position);
    }
}
