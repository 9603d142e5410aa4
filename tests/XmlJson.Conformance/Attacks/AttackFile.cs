namespace XmlJson.Conformance.Attacks;

/// <summary>A row of attacks/manifest.tsv.</summary>
/// <param name="Path">The file.</param>
/// <param name="Default">What must become of it with the default options: accept, accept-inert, reject, limit, policy, rt (it comes back from a conversion), or several by a bar.</param>
/// <param name="Dtd">What must become of it when document type declarations are parsed and nothing is resolved.</param>
internal sealed record AttackFile(string Path, string Default, string Dtd)
{
    private static readonly AttackFile[] All =
    [
        .. SuiteFiles.ReadTable("attacks/manifest.tsv").Select(row => new AttackFile(row["file"], row["default"], row["dtd"] == "=" ? row["default"] : row["dtd"])),
    ];

    /// <summary>The files for an XML parser.</summary>
    public static IEnumerable<AttackFile> Xml => In("xml/");

    /// <summary>The files for a JSON parser.</summary>
    public static IEnumerable<AttackFile> Json => In("json/");

    /// <summary>JSON that is hard to say in XML.</summary>
    public static IEnumerable<AttackFile> JsonToXml => In("json2xml/");

    /// <summary>XML that is hard to say in JSON.</summary>
    public static IEnumerable<AttackFile> XmlToJson => In("xml2json/");

    /// <summary>Where the file is.</summary>
    public string FullPath => SuiteFiles.PathOf("attacks/" + Path);

    /// <summary>The file's bytes.</summary>
    public byte[] Read() => File.ReadAllBytes(FullPath);

    public override string ToString() => Path;

    private static IEnumerable<AttackFile> In(string folder) => All.Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal));
}
