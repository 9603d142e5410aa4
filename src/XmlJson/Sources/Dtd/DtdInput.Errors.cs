using System.Text;
using XmlJson.Text;

namespace XmlJson;

// Where faults are, and what to say of them.
internal sealed partial class DtdInput
{
    // The longest piece of input that a message repeats, in bytes.
    private const int MaxQuoted = 40;

    private byte[]? _raw;
    private int _forbidden = -1;
    private int _externalSubsetOffset;

    /// <summary>An error here.</summary>
    public XmlSyntaxException Error(XmlErrorCode code, string description) => ErrorAt(code, description, Offset);

    /// <summary>An error at an offset in the text being read.</summary>
    public XmlSyntaxException ErrorAt(XmlErrorCode code, string description, int offset) =>
        IsCutAtForbidden && offset >= _forbidden ? ForbiddenError() : Create(code, description, PlaceAt(offset));

    /// <summary>The error that something else stands here than must.</summary>
    /// <param name="code">The cause, unless the text ends here.</param>
    /// <param name="expected">What must stand here.</param>
    public XmlSyntaxException Unexpected(XmlErrorCode code, string expected)
    {
        if (!AtEnd)
        {
            return Error(code, $"Expected {expected}, found {Found()}.");
        }

        return EndError($"Expected {expected}");
    }

    /// <summary>The error that what begins here does not end.</summary>
    public XmlSyntaxException Unterminated(string what) => EndError($"Expected the end of {what}");

    /// <summary>Where an offset in the text being read is.</summary>
    public DtdPlace PlaceAt(int offset)
    {
        ref var top = ref _frames[_top];
        if (top.Entity is null)
        {
            return new DtdPlace(offset, null, 0);
        }

        return new DtdPlace(_frames[0].Entity is null ? _frames[0].ReferenceOffset : _externalSubsetOffset, top.Entity, offset - top.Start);
    }

    /// <inheritdoc/>
    public XmlSyntaxException Create(XmlErrorCode code, string description, in DtdPlace place, Exception? innerException = null) =>
        _errors.Create(code, description, place with { DocumentOffset = OffsetAsGiven(place.DocumentOffset) }, innerException);

    /// <summary>A piece of the input for a message, shortened if it is long.</summary>
    public static string Show(ReadOnlySpan<byte> text)
    {
        var whole = text.Length <= MaxQuoted;
        var shown = whole ? text : text[..(MaxQuoted - Utf8Text.IncompleteTail(text[..MaxQuoted]))];
        return Encoding.UTF8.GetString(shown) + (whole ? "" : "…");
    }

    /// <summary>The first character of a text, for a message.</summary>
    public static string ShowCharacter(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out var c, out _);
        return Rune.IsControl(c) ? $"U+{c.Value:X4}" : c.ToString();
    }

    // A forbidden character ends the document's text, so that everything before it is still judged first.
    private bool IsCutAtForbidden => _forbidden >= 0 && _frames[_top].Entity is null;

    private XmlSyntaxException EndError(string beginning)
    {
        if (IsCutAtForbidden)
        {
            return ForbiddenError();
        }

        ref var top = ref _frames[_top];
        var entity = top.Entity;
        return entity is null || top.Kind == DtdFrameKind.Subset
            ? ErrorHere(XmlErrorCode.UnexpectedEnd, beginning + (entity is null ? ", found the end of the document type declaration." : ", found the end of the external subset."))
            : ErrorHere(XmlErrorCode.UnbalancedParameterEntity, $"{beginning}, found the end of the parameter entity '{entity.DisplayName}'.");

        XmlSyntaxException ErrorHere(XmlErrorCode code, string description) => Create(code, description, PlaceAt(_frames[_top].End));
    }

    private XmlSyntaxException ForbiddenError() =>
        Create(XmlErrorCode.InvalidCharacter, AllowedText.Describe(_frames[_top].Bytes, _forbidden), PlaceAt(_forbidden));

    private string Found()
    {
        var length = NameCharacters.TokenLength(Rest);
        if (length == 0)
        {
            Rune.DecodeFromUtf8(Rest, out _, out length);
        }

        return Rest[0] switch
        {
            (byte)' ' => "a space",
            (byte)'\t' => "a tab",
            (byte)'\n' or (byte)'\r' => "the end of the line",
            _ => $"'{Show(Rest[..length])}'",
        };
    }

    // Line ends are normalized once, for the whole declaration; the declaration as given is kept for the offsets of errors.
    private byte[] Normalize(ReadOnlySpan<byte> doctype)
    {
        var bytes = doctype.ToArray();
        if (!doctype.Contains((byte)'\r'))
        {
            return bytes;
        }

        _raw = doctype.ToArray();
        Array.Resize(ref bytes, LineEnds.Normalize(bytes));
        return bytes;
    }

    private int OffsetAsGiven(int offset)
    {
        if (_raw is null)
        {
            return offset;
        }

        var given = 0;
        for (var i = 0; i < offset && given < _raw.Length; i++)
        {
            given += _raw.AsSpan(given).StartsWith("\r\n"u8) ? 2 : 1;
        }

        return given;
    }
}
