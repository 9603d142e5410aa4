namespace XmlJson.Benchmarks;

/// <summary>
/// A contender that edits a tree in memory, writes it, and undoes the edits, so that every run begins with the same content. Under every fourth element that has elements under it, one is
/// added at the end and moved to the front; every fourth element that has nothing but one text gets another name, another text and an attribute more.
/// </summary>
/// <typeparam name="TTree">The tree.</typeparam>
internal abstract class EditContender<TTree> : XmlOutputContender
    where TTree : class
{
    /// <summary>One of so many elements is edited.</summary>
    protected const int Step = 4;

    protected const string AddedName = "added";
    protected const string AddedText = "an element more";
    protected const string NewName = "renamed";
    protected const string NewText = "another text";
    protected const string AttributeName = "edited";
    protected const string AttributeValue = "yes";

    private TTree? _tree;

    public override void Prepare(InputDocument document)
    {
        base.Prepare(document);
        Discard();
        _tree = Load(document);
        Select(_tree);
    }

    public override void Dispose()
    {
        Discard();
        base.Dispose();
    }

    protected override void Convert(InputDocument document, Stream output)
    {
        Edit();
        Write(_tree!, output);
        Undo();
    }

    /// <summary>Loads the document, white space included.</summary>
    protected abstract TTree Load(InputDocument document);

    /// <summary>Notes the elements to edit. Not measured.</summary>
    protected abstract void Select(TTree tree);

    /// <summary>Edits them.</summary>
    protected abstract void Edit();

    /// <summary>Writes the tree.</summary>
    protected abstract void Write(TTree tree, Stream output);

    /// <summary>Takes the edits back.</summary>
    protected abstract void Undo();

    /// <summary>Gives back what the tree holds, where it holds anything.</summary>
    protected virtual void Release(TTree tree) { }

    private void Discard()
    {
        if (_tree is not null)
        {
            Release(_tree);
            _tree = null;
        }
    }
}
