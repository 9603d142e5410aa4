using System.Diagnostics;

namespace XmlJson;

// Lines and columns, counted when somebody asks, or when the bytes that could tell them leave the window.
public sealed unsafe partial class Utf8XmlParser
{
    private LineCounter _lines;

    // The counter as it was where the view begins: for places that the counter has passed.
    private LineCounter _viewLines;

    // Where the open elements began whose start tags have left the view.
    private TextPosition[] _places = [];

    private TextPosition PositionAt(long offset)
    {
        CountLines(offset);
        var position = _lines.Position;
        return _decoder is null ? position : position with { ByteOffset = _decoder.OffsetOf(_lines.Characters, _lines.Supplementary) };
    }

    // Every question is about a place at or behind the last one asked for: lines are counted once.
    private void CountLines(long offset)
    {
        Debug.Assert(offset >= _lines.Offset, "Lines are counted forward.");
        Advance(ref _lines, offset);
    }

    private void Advance(ref LineCounter lines, long offset)
    {
        var start = _document is not null ? _document : _view;
        var startOffset = _document is not null ? _documentOffset : _viewOffset;
        if (start is not null && offset > lines.Offset)
        {
            lines.Advance(new ReadOnlySpan<byte>(start + (lines.Offset - startOffset), (int)(offset - lines.Offset)));
        }
    }

    // The bytes read so far go: what they tell of lines is noted.
    private void LeaveView()
    {
        var end = ElementsInDocument();
        var first = end;
        while (first > 0 && _frames[first - 1].Start >= _viewLines.Offset)
        {
            first--;
        }

        if (_places.Length < end)
        {
            Array.Resize(ref _places, _frames.Length);
        }

        if (first < end)
        {
            // From the view's start when somebody asked for a place behind that: once for all of them, since a view may be long.
            var lines = _lines.Offset <= _frames[first].Start ? _lines : _viewLines;
            for (var i = first; i < end; i++)
            {
                Advance(ref lines, _frames[i].Start);
                _places[i] = lines.Position;
            }

            _lines = lines.Offset > _lines.Offset ? lines : _lines;
        }

        CountLines(_offset);
    }

    // The first bytes of the window go, though reading them ended with an error somewhere.
    private void LeaveWindow(int count)
    {
        fixed (byte* pointer = &_window.First)
        {
            _view = pointer;
            _lines = _viewLines;
            _offset = _viewOffset + count;
            LeaveView();
            _view = null;
        }

        _window.Consume(count);
    }

    private TextPosition CountFromView(long offset)
    {
        var lines = _viewLines;
        Advance(ref lines, offset);
        return lines.Position;
    }

    // Where an open element began, for a message.
    private string DescribeStart(int index)
    {
        if (index >= ElementsInDocument())
        {
            return "which began in the same entity";
        }

        var start = _frames[index].Start;
        var place = start < _viewLines.Offset ? _places[index] : CountFromView(start);
        return $"which began at line {place.Line}, column {place.Column}";
    }

    // The open elements whose start tags stand in the document itself.
    private int ElementsInDocument()
    {
        if (_openEntities == 0)
        {
            return _depth;
        }

        var count = 0;
        while (!_frames[count].IsBarrier)
        {
            count++;
        }

        return count;
    }
}
