using XmlJson.Dom;

namespace XmlJson.Benchmarks;

/// <summary>How long it takes to have all elements under the root as trees, without a look at them: one after the other, or together in one tree that is disposed after use.</summary>
/// <param name="whole">Whether the document is loaded as a whole.</param>
internal sealed class RecordCount(bool whole) : IContender
{
    private InputDocument? _document;
    private long _expected;
    private long _seen;

    public string Name => whole ? "xmljson-whole" : "xmljson-each-only";

    public void Prepare(InputDocument document) => _document = document;

    public void Run() => _seen = whole ? CountInTree(_document!) : CountRecords(_document!);

    public Answer Verify()
    {
        var content = new ContentDigest();
        _expected = 0;
        if (whole)
        {
            using var tree = Xml.Load(_document!.Bytes, _document.ParserOptions);
            foreach (var child in tree.DocumentElement.ChildNodes.Where(child => child.NodeType == NodeType.Element))
            {
                _expected++;
                NodeWalk.AddTo(child, content);
            }
        }
        else
        {
            foreach (var record in Xml.LoadEach(_document!.Bytes, EachRecord.Path, _document.RecordOptions))
            {
                _expected++;
                NodeWalk.AddTo(record.AsNode(), content);
            }
        }

        return content.Answer;
    }

    public void Check()
    {
        if (_seen != _expected)
        {
            throw new WrongAnswerException($"{Name} counted {_seen} records where {_expected} were expected.");
        }
    }

    public void Dispose() => _document = null;

    private static long CountInTree(InputDocument document)
    {
        using var tree = Xml.Load(document.Bytes, document.ParserOptions);
        return tree.DocumentElement.ChildNodes.Count(child => child.NodeType == NodeType.Element);
    }

    private static long CountRecords(InputDocument document)
    {
        var count = 0L;
        foreach (var _ in Xml.LoadEach(document.Bytes, EachRecord.Path, document.RecordOptions))
        {
            count++;
        }

        return count;
    }
}
