namespace XmlJson.Benchmarks;

/// <summary>Something to be done with a document, and those who can do it.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">What is done, in words.</param>
/// <param name="CreateGroups">Makes the contenders, in groups that do exactly the same; the first of each group is its baseline.</param>
internal sealed partial record Work(string Name, string Title, Func<IContender[][]> CreateGroups)
{
    /// <summary>The document that the work starts from, or <see langword="null"/> when it is not for this work; made from the one given where need be. XML as it is, unless set.</summary>
    public Func<InputDocument, InputDocument?> InputFrom { get; init; } = document => document.IsJson ? null : document;
}
