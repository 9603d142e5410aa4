namespace XmlJson;

/// <summary>Where each error is explained: docs/errors.md, which has an anchor for every code.</summary>
internal static class ErrorPage
{
    private const string Address = "https://github.com/xmljson/xmljson/blob/main/docs/errors.md";

    /// <summary>The address of a code.</summary>
    /// <param name="kind">What the codes of its enumeration begin with there: <c>xml</c>, <c>mapping</c> or <c>canonical</c>.</param>
    /// <param name="code">The code.</param>
    public static string AddressOf<TCode>(string kind, TCode code)
        where TCode : struct, Enum => $"{Address}#{kind}-{code.ToString().ToLowerInvariant()}";
}
