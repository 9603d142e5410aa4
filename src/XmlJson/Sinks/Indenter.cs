namespace XmlJson;

/// <summary>Puts line ends and indentation between tags, where no text is changed by it; holds back what was written until that is known.</summary>
/// <remarks>
/// <para>An element may be indented when it has no text of its own, which is known at its end or its first text. Up to then the places in it where a line would begin are
/// noted as points of the bytes held back. At its first text they are forgotten, and those of the elements in it too; at its end they are accepted; when too many bytes are held back, the outermost
/// undecided element is given up: it gets no lines, but the elements in it may.</para>
/// <para>The bytes that follow a point of the outermost undecided element cannot leave, so points are accepted or forgotten in the order of the bytes.</para>
/// </remarks>
internal sealed class Indenter
{
    // Where levels end to be indented further: otherwise the output for n nested elements would be n² long.
    private const int DeepestIndentation = 100;

    private const int NoFrame = -1;
    private const long NoRun = -1;

    private readonly byte[] _newLine;
    private readonly byte _character;
    private readonly int _size;
    private readonly int _lookAhead;
    private readonly bool _replacesWhiteSpace;
    private readonly int _flushAt;

    private Frame[] _frames = new Frame[16];
    private int _depth;
    private int _outermostFree = NoFrame;
    private int _serial;

    private Point[] _points = new Point[32];
    private int _firstPoint;
    private int _pointCount;

    // How many bytes have left; positions count from the beginning of the document.
    private long _left;

    // Where white space in the current element began that nothing has followed yet, if it can be replaced.
    private long _run = NoRun;
    private OutputBuffer _output;

    public Indenter(object target, Utf8XmlWriterOptions options)
    {
        _newLine = System.Text.Encoding.ASCII.GetBytes(options.NewLine);
        _character = (byte)options.IndentCharacter;
        _size = options.IndentSize;
        _lookAhead = options.IndentLookAhead;
        _replacesWhiteSpace = options.ReplaceWhiteSpace;
        _flushAt = Math.Min(options.BufferSize, 16 * 1024);
        _output = new OutputBuffer(target, options.BufferSize);
    }

    private enum Layout : byte
    {
        /// <summary>Undecided: no text so far.</summary>
        Free,

        /// <summary>Has text, or is in an element that has.</summary>
        Mixed,

        /// <summary>In the scope of <c>xml:space="preserve"</c> (XML 1.0 §2.10).</summary>
        Preserved,

        /// <summary>Too long to wait for.</summary>
        GivenUp,
    }

    /// <summary>What has left, on its way to the target.</summary>
    public ref OutputBuffer Output => ref _output;

    /// <summary>A tag, comment or processing instruction comes next.</summary>
    public void BeforeChild(ref OutputBuffer held)
    {
        if (_depth > 0)
        {
            Settle(ref held);
            AddPoint(ref held, _depth);
        }
    }

    /// <summary>A start tag was written.</summary>
    /// <param name="preserves">The value of its <c>xml:space</c>; <see langword="null"/> when it has none.</param>
    public void Open(bool? preserves)
    {
        var around = _depth == 0 ? Layout.Free : _frames[_depth - 1].Layout;
        var layout = around == Layout.Mixed ? Layout.Mixed
            : preserves ?? around == Layout.Preserved ? Layout.Preserved
            : Layout.Free;
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _depth * 2);
        }

        _frames[_depth] = new Frame(layout, _serial++, _pointCount);
        if (layout == Layout.Free && _outermostFree == NoFrame)
        {
            _outermostFree = _depth;
        }

        _depth++;
        _run = NoRun;
    }

    /// <summary>Text, a CDATA section or a reference comes next.</summary>
    /// <param name="held">What was written and has not left.</param>
    /// <param name="isWhiteSpace">Whether it is nothing but white space, and text as it stands in the document.</param>
    public void Text(ref OutputBuffer held, bool isWhiteSpace)
    {
        if (_depth > 0)
        {
            ref var frame = ref _frames[_depth - 1];
            if (isWhiteSpace && _replacesWhiteSpace)
            {
                _run = _run == NoRun && frame.Layout == Layout.Free ? _left + held.Pending : _run;
            }
            else if (frame.Layout != Layout.Preserved)
            {
                MakeMixed(ref frame);
            }
        }

        Settle(ref held);
    }

    /// <summary>An end tag comes next, of an element that has content.</summary>
    public void BeforeEnd(ref OutputBuffer held)
    {
        if (_frames[_depth - 1].HasChildren)
        {
            AddPoint(ref held, _depth - 1);
        }
    }

    /// <summary>An element has ended.</summary>
    public void Close(ref OutputBuffer held)
    {
        _depth--;
        _run = NoRun;
        if (_outermostFree == _depth)
        {
            _outermostFree = NoFrame;
        }

        Settle(ref held);
    }

    /// <summary>Lets everything out that was held back; open elements get no further lines.</summary>
    public void Release(ref OutputBuffer held)
    {
        while (_outermostFree != NoFrame)
        {
            GiveUp();
        }

        Pass(ref held, _left + held.Pending);
    }

    /// <summary>Forgets everything, for another document.</summary>
    public void Reset(object target)
    {
        _output.Retarget(target);
        _depth = 0;
        _outermostFree = NoFrame;
        _firstPoint = _pointCount = 0;
        _left = 0;
        _run = NoRun;
    }

    private void MakeMixed(ref Frame frame)
    {
        if (frame.Layout == Layout.Free)
        {
            _pointCount = frame.FirstPoint;
            _run = NoRun;
            if (_outermostFree == _depth - 1)
            {
                _outermostFree = NoFrame;
            }
        }

        frame.Layout = Layout.Mixed;
    }

    private void AddPoint(ref OutputBuffer held, int level)
    {
        ref var frame = ref _frames[_depth - 1];
        if (frame.Layout != Layout.Free)
        {
            return;
        }

        if (_pointCount == _points.Length)
        {
            MakeRoomForPoints();
        }

        frame.HasChildren = true;
        var position = _left + held.Pending;
        var start = _run == NoRun ? position : _run;
        _points[_pointCount++] = new Point(start, (int)(position - start), level, _depth - 1, frame.Serial);
        _run = NoRun;
    }

    private void Settle(ref OutputBuffer held)
    {
        var end = _left + held.Pending;
        var decided = Decided(end);
        var gaveUp = end - decided > _lookAhead;
        if (gaveUp)
        {
            // At least half leaves, so that what stays need not be moved too often.
            do
            {
                GiveUp();
                decided = Decided(end);
            }
            while (end - decided > _lookAhead / 2);
        }

        if (gaveUp || decided - _left >= _flushAt)
        {
            Pass(ref held, decided);
        }
    }

    private void GiveUp()
    {
        _frames[_outermostFree].Layout = Layout.GivenUp;
        do
        {
            _outermostFree++;
        }
        while (_outermostFree < _depth && _frames[_outermostFree].Layout != Layout.Free);
        if (_outermostFree == _depth)
        {
            _outermostFree = NoFrame;
            _run = NoRun;
        }
    }

    // Up to where nothing will be changed any more.
    private long Decided(long end)
    {
        if (_outermostFree == NoFrame)
        {
            return end;
        }

        var first = _frames[_outermostFree].FirstPoint;
        return first < _pointCount ? _points[first].Position
            : _run != NoRun ? _run
            : end;
    }

    private void Pass(ref OutputBuffer held, long end)
    {
        var bytes = held.PendingBytes[..(int)(end - _left)];
        var passed = 0;
        for (; _firstPoint < _pointCount && _points[_firstPoint].Position < end; _firstPoint++)
        {
            ref var point = ref _points[_firstPoint];
            if (IsGivenUp(in point))
            {
                continue;
            }

            var at = (int)(point.Position - _left);
            _output.Write(bytes[passed..at]);
            passed = at + point.Length;
            WriteLine(point.Level);
        }

        _output.Write(bytes[passed..]);
        held.RemoveFront(bytes.Length);
        _left = end;
    }

    private bool IsGivenUp(in Point point) =>
        point.Frame < _depth && _frames[point.Frame].Serial == point.Serial && _frames[point.Frame].Layout == Layout.GivenUp;

    private void WriteLine(int level)
    {
        _output.Write(_newLine);
        var length = Math.Min(level, DeepestIndentation) * _size;
        while (length > 0)
        {
            var part = Math.Min(length, 256);
            _output.GetSpan(part)[..part].Fill(_character);
            _output.Advance(part);
            length -= part;
        }
    }

    // Those that have left make room; the frames say by number which are theirs.
    private void MakeRoomForPoints()
    {
        if (_firstPoint > Math.Max(_points.Length / 2, _depth))
        {
            _points.AsSpan(_firstPoint, _pointCount - _firstPoint).CopyTo(_points);
            for (var i = 0; i < _depth; i++)
            {
                _frames[i].FirstPoint = Math.Max(0, _frames[i].FirstPoint - _firstPoint);
            }

            _pointCount -= _firstPoint;
            _firstPoint = 0;
        }
        else
        {
            Array.Resize(ref _points, _points.Length * 2);
        }
    }

    private record struct Frame(Layout Layout, int Serial, int FirstPoint)
    {
        public bool HasChildren { get; set; }
    }

    private readonly record struct Point(long Position, int Length, int Level, int Frame, int Serial);
}
