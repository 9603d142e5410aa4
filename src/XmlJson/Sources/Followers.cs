namespace XmlJson;

/// <summary>The elements that began behind a tag the last times: most often one of them does again.</summary>
internal struct Followers
{
    /// <summary>The last one.</summary>
    public int First;

    /// <summary>The last one before that was another.</summary>
    public int Second;

    /// <summary>Remembers the element that began.</summary>
    public void Put(int id)
    {
        Second = First;
        First = id;
    }
}
