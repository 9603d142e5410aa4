namespace XmlJson.Trees;

// How much memory a record takes, wherever its text stands, and that no more may.
internal sealed partial class RecordBuilder
{
    private readonly long _maxSize;

    // How much memory the text and attributes of the record being read take, wherever the text stands; and all that records of this batch take.
    private long _size;
    private long _batchSize;

    private long RecordSize => _size + ((long)(_builder.Target.NextRow - _start.Nodes) * NodeRow.Size);

    // Adds what the attributes of the element that began last take, if there are any.
    private void CountAttributes(int count)
    {
        if (count > 0)
        {
            var target = _builder.Target;
            _size += (count * AttributeNodeRow.Size) + target.LengthOfValues(target.RecentNode(_builder.OpenRow).FirstAttribute, count);
        }

        CheckSize();
    }

    private void CheckSize()
    {
        if (RecordSize > _maxSize)
        {
            RefuseSize();
        }
    }

    private void RefuseSize()
    {
        _record.Error = new XmlSyntaxException(
            XmlErrorCode.RecordSizeLimit,
            $"The record takes more memory than RecordOptions.MaxRecordSize allows ({_maxSize} bytes).",
            _record.Position,
            _locator!.ElementPath);
        if (_onError == RecordErrorPolicy.Fail)
        {
            throw _record.Error;
        }

        _inLarge = _inRecord;
        _inRecord = 0;
        TakeBack();
    }
}
