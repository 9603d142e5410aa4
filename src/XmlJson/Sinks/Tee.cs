namespace XmlJson;

/// <summary>Makes tees without naming the handlers' types.</summary>
public static class Tee
{
    /// <summary>Joins two handlers: every event goes to both, to the first one first.</summary>
    /// <param name="first">Gets each event first. A struct is copied.</param>
    /// <param name="second">Gets each event after it. A struct is copied.</param>
    /// <returns>The two as one handler: pass it by <c>ref</c>.</returns>
    public static Tee<TFirst, TSecond> Create<TFirst, TSecond>(TFirst first, TSecond second)
        where TFirst : IContentHandler
        where TSecond : IContentHandler
        => new(first, second);
}
