namespace XmlJson.Trees;

/// <summary>
/// A sink that keeps the elements at a path, each with its ancestors, until they were looked at. Now and then it stops the source behind one of them, so that memory does not grow.
/// </summary>
//  rows:   | document | type declaration | ancestor | record … | record … | ancestor | record … | the record being read …
//  Each record knows its ancestors. They know it while it is looked at: then each is the only child of the one above.
//  When all have been looked at and none is being read, the ancestors still open are moved to the front.
internal sealed partial class RecordBuilder : IRecordHandler, IDisposable
{
    // Beyond so much memory, and so much as the ancestors take, the source is stopped behind a record: the rows stay in the second-level cache.
    private const int BatchSize = 128 * 1024;

    private readonly RecordMemory _memory;
    private readonly ElementPathMatcher _paths;
    private readonly DocumentBuilder _builder;
    private readonly AncestorStack _ancestors;
    private readonly Queue<FoundRecord> _found;
    private readonly RecordErrorPolicy _onError;
    private Locator? _locator;

    // How many elements of the record are open, of one that is left out for its size, and of others under which there is none.
    private int _inRecord;
    private int _inLarge;
    private int _elsewhere;

    // What the document held before the root element, when the records of this batch began, and when the record being read did.
    private DocumentExtent _prolog;
    private DocumentExtent _batch;
    private DocumentExtent _start;
    private FoundRecord _record;
    private long _count;

    private bool _isDisposed;

    // What users of records see; another one after a change, and when rows are used again that one of them may still know.
    private Document? _shown;

    /// <summary>Makes a builder for one document.</summary>
    /// <param name="path">Which elements are records.</param>
    /// <param name="onError">What becomes of those that are damaged.</param>
    /// <param name="maxSize">How much memory one may take.</param>
    /// <param name="source">The bytes that the events will be read from, for records that refer to them; empty for others.</param>
    public RecordBuilder(ElementPathPattern path, RecordErrorPolicy onError, long maxSize, ReadOnlyMemory<byte> source)
    {
        _memory = RecordMemory.Rent(path);
        _paths = _memory.Paths;
        _ancestors = _memory.Ancestors;
        _found = _memory.Found;
        _builder = new DocumentBuilder(source) { ReadsSourceAtOnce = true };
        _onError = onError;
        _maxSize = maxSize;
    }

    /// <inheritdoc/>
    public int AncestorCount => _ancestors.Count;

    /// <inheritdoc/>
    public int OpenInRecord => _inRecord + _inLarge;

    /// <inheritdoc/>
    public bool IsBetweenRecords => OpenInRecord == 0 && _elsewhere == 0;

    private int State => _ancestors.Count == 0 ? _paths.Start : _ancestors.Innermost.State;

    /// <inheritdoc/>
    public bool IsRecord(in XmlName name)
    {
        _paths.Enter(State, in name, out var isMatch);
        return isMatch;
    }

    /// <summary>Takes the next record that was found. The one taken before is gone with that.</summary>
    public bool TryTake(out XmlRecord record)
    {
        EndLooking();
        if (!_found.TryDequeue(out var found))
        {
            record = default;
            return false;
        }

        record = new XmlRecord(found, found.Error is null ? Show(in found) : null);
        return true;
    }

    /// <summary>When all records found were taken, and the source was stopped: makes room for more.</summary>
    public void MakeRoom()
    {
        // The parser's window is not held in its place any more.
        _builder.Target.EndReading();
        if (OpenInRecord == 0 && _elsewhere == 0)
        {
            DropShown();
            _ancestors.Compact(_builder.Target, _prolog);
            _batch = _builder.Target.Extent;
            _batchSize = 0;
            GoOn();
        }
    }

    /// <inheritdoc/>
    public void Damage(XmlSyntaxException error, TextPosition start)
    {
        if (OpenInRecord > 0)
        {
            TakeBack();
        }
        else
        {
            _record = new FoundRecord { Index = _count++, Position = start };
        }

        _inRecord = _inLarge = 0;
        _record.Error = error;
    }

    /// <inheritdoc/>
    public void EndDamaged(long end)
    {
        _record.End = end;
        if (_onError == RecordErrorPolicy.Report)
        {
            _found.Enqueue(_record);
        }
    }

    public void StartDocument(scoped DocumentStart document)
    {
        _locator = document.Locator;
        _builder.StartDocument(document);
        _prolog = _builder.Target.Extent;
    }

    public void DocumentType(scoped DocumentTypeDeclaration documentType)
    {
        _builder.DocumentType(documentType);
        _prolog = _builder.Target.Extent;
    }

    public void StartElement(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (_inRecord > 0)
        {
            _inRecord++;
            _builder.StartElement(in name, attributes);
            CountAttributes(attributes.Count);
        }
        else
        {
            StartOutside(in name, attributes);
        }
    }

    public void EndElement(scoped in XmlName name)
    {
        if (_inRecord > 0)
        {
            _builder.EndElement(in name);
            if (--_inRecord == 0)
            {
                EndRecord();
            }
        }
        else
        {
            EndOutside();
        }
    }

    public void Characters(scoped ReadOnlySpan<byte> text, TextKind kind)
    {
        if (_inRecord > 0)
        {
            // Its row is looked at with what follows.
            _builder.Characters(text, kind);
            if ((_size += text.Length) > _maxSize)
            {
                RefuseSize();
            }
        }
    }

    public void StartCData()
    {
        if (_inRecord > 0)
        {
            _builder.StartCData();
            CheckSize();
        }
    }

    public void EndCData()
    {
        if (_inRecord > 0)
        {
            _builder.EndCData();
        }
    }

    public void Comment(scoped ReadOnlySpan<byte> text)
    {
        if (_inRecord > 0)
        {
            _builder.Comment(text);
            _size += text.Length;
            CheckSize();
        }
    }

    public void ProcessingInstruction(scoped ReadOnlySpan<byte> target, scoped ReadOnlySpan<byte> data)
    {
        if (_inRecord > 0)
        {
            _builder.ProcessingInstruction(target, data);
            _size += data.Length;
            CheckSize();
        }
    }

    public void SkippedEntity(scoped ReadOnlySpan<byte> name)
    {
        if (_inRecord > 0)
        {
            _builder.SkippedEntity(name);
            CheckSize();
        }
    }

    /// <summary>Releases the memory.</summary>
    public void Dispose()
    {
        DropShown();
        _builder.Dispose();
        if (!_isDisposed)
        {
            _isDisposed = true;
            _memory.Return();
        }
    }

    private void StartOutside(scoped in XmlName name, scoped AttributeList attributes)
    {
        if (_inLarge > 0)
        {
            _inLarge++;
            return;
        }

        if (_elsewhere > 0)
        {
            _elsewhere++;
            return;
        }

        var state = _paths.Enter(State, in name, out var isMatch);
        if (!isMatch && _paths.IsDead(state))
        {
            _elsewhere = 1;
            return;
        }

        var before = _builder.Target.Extent;
        _builder.StartElement(in name, attributes);
        if (isMatch)
        {
            _start = before;
            _record = new FoundRecord { Index = _count++, Position = _locator!.Position, Row = _builder.OpenRow, Depth = _ancestors.Count };
            _inRecord = 1;
            _size = 0;
            CountAttributes(attributes.Count);
        }
        else
        {
            _ancestors.Push(new Ancestor(state, _builder.OpenRow, before));
        }
    }

    private void EndOutside()
    {
        if (_elsewhere > 0)
        {
            _elsewhere--;
        }
        else if (_inLarge > 0)
        {
            if (--_inLarge == 0)
            {
                EndDamaged(_locator!.EventEnd);
            }
        }
        else
        {
            var closed = _ancestors.Pop();
            if (_found.Count == 0)
            {
                DropShown();
                _builder.Target.Truncate(closed.Before);
                _ancestors.ForgetClosed();
            }

            GoOn();
        }
    }

    private void EndRecord()
    {
        if (RecordSize > _maxSize)
        {
            RefuseSize();
            EndDamaged(_locator!.EventEnd);
            return;
        }

        _record.End = _locator!.EventEnd;
        _found.Enqueue(_record);
        _batchSize += RecordSize;
        GoOn();

        // What ancestors take counts too; text that stands in the source counts though it takes no memory, so that not too much is read before a record is looked at.
        if (Math.Max(_batchSize, _builder.Target.Extent.SizeSince(in _batch)) > Math.Max(BatchSize, _batch.SizeSince(in _prolog)))
        {
            _locator.Stop();
        }
    }

    // What comes next belongs to the innermost ancestor, and is its only child beside, perhaps, the document type declaration.
    private void GoOn()
    {
        var open = _ancestors.Count == 0 ? Document.DocumentRow : _ancestors.Innermost.Row;
        _builder.GoOn(open, last: open == Document.DocumentRow ? _prolog.Nodes - 1 : 0);
    }

    private Document Show(in FoundRecord found)
    {
        var document = _builder.Target;
        _ancestors.Show(document, found.Row, found.Depth, documentType: _prolog.Nodes - 1);
        if (_shown is null)
        {
            _shown = document.Share();
        }
        else
        {
            _shown.ShowOther();
        }

        return _shown;
    }

    private void EndLooking()
    {
        if (_shown is { IsEdited: false, HasAdded: false, IsReleased: false } or null)
        {
            return;
        }

        if (_shown.IsEdited)
        {
            _ancestors.Restore(_builder.Target);
        }

        DropShown();
    }

    private void DropShown()
    {
        _shown?.Dispose();
        _shown = null;
    }

    private void TakeBack()
    {
        _builder.Target.Truncate(_start);
        GoOn();
    }
}
