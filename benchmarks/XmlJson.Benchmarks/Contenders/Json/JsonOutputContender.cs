namespace XmlJson.Benchmarks;

/// <summary>A contender that turns XML into JSON.</summary>
internal abstract class JsonOutputContender : OutputContender
{
    /// <summary>What the JSON says of the document: the counts, by reading it back as XML, which must be the same for all; and every value of those that write the same JSON.</summary>
    protected sealed override Answer AnswerOf(byte[] output)
    {
        var content = new ContentDigest();
        ReadBack(output, content);
        var json = JsonContent.Read(output);
        return IsNewtonsoftJson ? new Answer(content.VisibleCounts, json.Values, json.Form) : new Answer(content.VisibleCounts, Digest: null);
    }

    /// <summary>Whether the JSON must be the same as Newtonsoft.Json's.</summary>
    protected abstract bool IsNewtonsoftJson { get; }

    /// <summary>Reads the elements, attributes and text that the JSON stands for.</summary>
    protected abstract void ReadBack(byte[] json, ContentDigest content);
}
