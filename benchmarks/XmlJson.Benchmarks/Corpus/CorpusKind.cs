namespace XmlJson.Benchmarks;

/// <summary>A kind of document that the project makes itself, the same bytes every time.</summary>
/// <param name="name">The file's name, without <c>.xml</c>.</param>
/// <param name="characters">The length to make by default, about, in characters.</param>
internal abstract class CorpusKind(string name, int characters)
{
    /// <summary>The file's name.</summary>
    public string FileName { get; } = name + ".xml";

    /// <summary>Makes the document.</summary>
    public InputDocument Create() => Create(characters);

    /// <summary>Makes a document of another length, in characters, about. Kinds that are small by nature stay as small as they are.</summary>
    public InputDocument Create(int length)
    {
        var seed = new Hash64();
        seed.Add(System.Text.Encoding.UTF8.GetBytes(FileName));
        var text = new DocumentText();
        Write(text, new SeededRandom(seed.Value), Math.Min(length, characters));
        return InputDocument.Xml(FileName, text.ToUtf8());
    }

    /// <summary>Writes the whole document.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="random">The only source of variety.</param>
    /// <param name="length">When this many characters are reached, it is time to come to the end.</param>
    protected abstract void Write(DocumentText text, SeededRandom random, int length);
}
