namespace XmlJson.ElementTree;

/// <summary>What a parser says while a tree grows: the events of Python's <c>iterparse</c> and <c>XMLPullParser</c>. As a choice, any number of them; of an event, one.</summary>
[Flags]
public enum ElementEventKinds
{
    /// <summary>Nothing: the tree alone is wanted.</summary>
    None = 0,

    /// <summary>An element began: <c>start</c>. Its attributes are there; its text and children need not be yet.</summary>
    Start = 1,

    /// <summary>An element ended: <c>end</c>. All in it is there; its tail need not be yet.</summary>
    End = 2,

    /// <summary>A comment: <c>comment</c>.</summary>
    Comment = 4,

    /// <summary>A processing instruction: <c>pi</c>.</summary>
    ProcessingInstruction = 8,

    /// <summary>A namespace declaration, before the start of its element: <c>start-ns</c>.</summary>
    StartNamespace = 16,

    /// <summary>A namespace declaration goes out of scope, behind the end of its element: <c>end-ns</c>. As many come as <see cref="StartNamespace"/>, the last declared first.</summary>
    EndNamespace = 32,

    /// <summary>Everything the six kinds say, namespace declarations included: more than Python, whose <c>iterparse</c> gives <c>end</c> alone unless asked.</summary>
    All = Start | End | Comment | ProcessingInstruction | StartNamespace | EndNamespace,
}
