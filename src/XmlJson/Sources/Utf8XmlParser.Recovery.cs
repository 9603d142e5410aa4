using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace XmlJson;

// Going on behind an element that is not well-formed: for those who read many records and can do without one.
public sealed partial class Utf8XmlParser
{
    // A name, its parts, and what every table begins with.
    private const int FewNames = 8;

    // What is being skipped, and why; null as a rule.
    private DamagedElement? _damaged;
    private XmlSyntaxException? _damage;

    // Where the last error is, and which part of the document it ended.
    private long _faultOffset;
    private Phase _faultedIn;

    /// <summary>Where the input was read to, in bytes of the input: behind the last event, when the handler stopped there. -1 where <see cref="TextPosition.ByteOffset"/> is.</summary>
    internal long InputOffset => PositionAt(_offset).ByteOffset;

    /// <summary>Sees to it that the next piece is taken as a whole before any of it is read: so an error leaves nothing of it behind.</summary>
    internal void MakeRoom(int length) => _window.GetSpan(Math.Max(length, 1));

    /// <summary>
    /// After an error, makes ready to skip the rest of the element that it is in. Call <c>Resume</c> then, and again while it asks for input: when it returns <see cref="ParseStatus.Stopped"/>, the
    /// element is behind. No event comes of what was skipped, nor the end of the element.
    /// </summary>
    /// <param name="error">The error that the parser threw last.</param>
    /// <param name="outer">How many elements are to stay open: the element is a child of the last of them.</param>
    /// <param name="inside">How many elements, the element itself among them, had begun behind those, as events told; 0 when its start tag is what is wrong.</param>
    /// <param name="isWanted">Whether an element of a name, if its start tag is what is wrong, may be skipped.</param>
    /// <param name="start">Where that start tag begins.</param>
    /// <returns>Whether that can be done. If not, the parser stays faulted.</returns>
    internal bool TrySkipDamaged(XmlSyntaxException error, int outer, int inside, Func<XmlName, bool> isWanted, out TextPosition start)
    {
        start = TextPosition.Unknown;
        if (_damaged is not null || _phase != Phase.Faulted || _faultedIn is not (Phase.Content or Phase.CData) || _decoderFault is not null
            || error.Code == XmlErrorCode.DocumentLengthLimit || ElementsInDocument() < outer + Math.Min(inside, 1) || _faultOffset < _viewOffset)
        {
            return false;
        }

        // The bytes that were being read are still in the window.
        var begin = (int)(_faultOffset - _viewOffset);
        if (begin > _window.Length)
        {
            return false;
        }

        var inCData = _faultedIn == Phase.CData && _openEntities == 0;
        if (_openEntities == 0 && !inCData)
        {
            begin = DamagedElement.FindTokenStart(_window.Bytes, begin);
        }

        if (!TryNameDamaged(outer, inside, begin, isWanted, out var name))
        {
            return false;
        }

        var open = 0;
        for (var i = outer; i < outer + inside; i++)
        {
            // Elements that began in entities have no part in what follows.
            open += i < ElementsInDocument() && _names.Bytes(_frames[i].NameId).SequenceEqual(name) ? 1 : 0;
        }

        _damaged = new DamagedElement(name, outer == 0 ? [] : _names.Bytes(_frames[outer - 1].NameId), open, inCData);
        _damage = error;
        LeaveElements(outer);
        LeaveWindow(begin);
        start = PositionAt(_offset);
        _pending = default;
        _endsNext = false;
        _phase = Phase.Content;
        Status = ParseStatus.Stopped;
        return true;
    }

    // The name of the element that is damaged.
    private bool TryNameDamaged(int outer, int inside, int begin, Func<XmlName, bool> isWanted, out byte[] name)
    {
        if (inside > 0)
        {
            name = _names.Bytes(_frames[outer].NameId).ToArray();
            return true;
        }

        name = [];
        var written = DamagedElement.NameOf(_window.Bytes[begin..]);
        if (_openEntities > 0 || written.IsEmpty)
        {
            return false;
        }

        // In a table of its own: a name that was refused must not be found, and pass, the next time; nor one that is beyond the limits.
        var names = new XmlNames(FewNames);
        var id = names.Intern(written);
        if (id <= XmlNames.EmptyName)
        {
            return false;
        }

        name = written.ToArray();
        var colon = _options.Namespaces ? written.IndexOf((byte)':') : -1;
        var prefix = colon < 0 ? XmlNames.EmptyName : _names.Find(written[..colon]);
        var uri = prefix < 0 ? XmlNames.NoNamespace : _scope.Find(prefix);
        return isWanted(new XmlName(names, id, uri < 0 ? uri : names.InternUri(_names.UriBytes(uri))));
    }

    // As if all but so many elements had ended.
    private void LeaveElements(int outer)
    {
        while (_openEntities > 0)
        {
            _entities[--_openEntities].Declaration.IsOpen = false;
            _entities[_openEntities] = default;
        }

        if (_depth > outer)
        {
            _scope.Restore(_frames[outer].Bindings);
        }

        _depth = outer;
        SetFrameEnd();
    }

    /// <summary>Skips what has come of the damaged element.</summary>
    /// <returns>Always true: reading ends here for now.</returns>
    private bool SkipDamaged()
    {
        var used = _damaged!.Read(_window.Bytes, _inputEnded, out var isOver);
        Skip(used);
        if (isOver)
        {
            _damaged = null;
            _exit = Exit.Stopped;
            _phase = _depth == 0 ? Phase.Epilog : Phase.Content;
        }
        else if (_inputEnded)
        {
            ThrowDamage();
        }
        else
        {
            _exit = Exit.NeedsInput;
        }

        return true;
    }

    // Nothing ends it, so nothing can be read behind it.
    [DoesNotReturn]
    private void ThrowDamage() => ExceptionDispatchInfo.Throw(_damage!);

    private void Skip(int count)
    {
        _lines.Advance(_window.Bytes[..count]);
        _window.Consume(count);
        _offset = _lines.Offset;
    }
}
