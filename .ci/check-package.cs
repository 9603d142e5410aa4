// Looks into the packages as a user's machine would: `dotnet run .ci/check-package.cs -- FOLDER VERSION COMMIT`, from the root of the repository.
// Prints a line per check and "N passed, N failed, 0 skipped"; exits 1 when one failed.
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

const string Repository = "https://github.com/xmljson/xmljson";
const string Sources = "https://raw.githubusercontent.com/xmljson/xmljson";

if (args is not [var folder, var version, var commit])
{
    Console.Error.WriteLine("usage: check-package.cs FOLDER VERSION COMMIT");
    return 2;
}

var passed = 0;
var failed = 0;
var package = Read(Path.Combine(folder, $"XmlJson.{version}.nupkg"));
var symbols = Read(Path.Combine(folder, $"XmlJson.{version}.snupkg"));
CheckFiles();
CheckMetadata(XDocument.Load(new MemoryStream(package["XmlJson.nuspec"])).Root!);
CheckIcon(package["icon.png"]);
CheckDocumentation(XDocument.Load(new MemoryStream(package["lib/net10.0/XmlJson.xml"])));
CheckAssembly(package["lib/net10.0/XmlJson.dll"], symbols["lib/net10.0/XmlJson.pdb"]);
Console.WriteLine($"{passed} passed, {failed} failed, 0 skipped");
return failed == 0 ? 0 : 1;

void CheckFiles()
{
    Same("files of the package", "README.md icon.png lib/net10.0/XmlJson.dll lib/net10.0/XmlJson.xml", Names(package));
    Same("files of the symbol package", "lib/net10.0/XmlJson.pdb", Names(symbols));
    var relative = Regex.Matches(Encoding.UTF8.GetString(package["README.md"]), @"\]\((?!https://|#)[^)]*\)").Select(link => link.Value);
    Same("links of the readme that lead nowhere on the package's page", "", string.Join(' ', relative));
    That("the readme is the repository's", package["README.md"].AsSpan().SequenceEqual(File.ReadAllBytes("README.md")));
}

void CheckMetadata(XElement nuspec)
{
    var metadata = nuspec.Elements().Single();
    string Value(string name) => (string?)Child(metadata, name) ?? "";
    Same("id", "XmlJson", Value("id"));
    Same("version", version, Value("version"));
    Same("authors", "XmlJson contributors", Value("authors"));
    Same("licence", "expression MIT", $"{(string?)Child(metadata, "license")?.Attribute("type")} {Value("license")}");
    Same("readme", "README.md", Value("readme"));
    Same("icon", "icon.png", Value("icon"));
    Same("project page", Repository, Value("projectUrl"));
    That("a description of a sentence or more", Value("description").Length is > 60 and < 4000);
    That("tags", Value("tags").Split(' ') is var tags && tags.Contains("xml") && tags.Contains("json") && tags.Contains("sax"));

    var repository = Child(metadata, "repository");
    Same("repository type", "git", (string?)repository?.Attribute("type"));
    Same("repository", Repository, (string?)repository?.Attribute("url"));
    Same("commit in the package", commit, (string?)repository?.Attribute("commit"));

    var groups = Child(metadata, "dependencies")?.Elements().ToArray() ?? [];
    Same("target frameworks", "net10.0", string.Join(' ', groups.Select(group => (string?)group.Attribute("targetFramework"))));
    That("no dependencies", groups.All(group => !group.HasElements));
}

void CheckIcon(byte[] icon)
{
    That("the icon is a PNG", icon.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']));
    Same("size of the icon", "128x128", $"{ReadBigEndian(icon, 16)}x{ReadBigEndian(icon, 20)}");
}

void CheckDocumentation(XDocument documentation)
{
    var members = documentation.Descendants("member").ToArray();
    That("the reference documents IContentHandler", members.Any(member => (string?)member.Attribute("name") == "T:XmlJson.IContentHandler"));
    var bare = members.Where(member => member.Element("inheritdoc") is null && string.IsNullOrWhiteSpace((string?)member.Element("summary")));
    Same("members without a summary", "", string.Join(' ', bare.Select(member => (string?)member.Attribute("name"))));
}

void CheckAssembly(byte[] assembly, byte[] pdb)
{
    using var image = new PEReader(new MemoryStream(assembly));
    using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(pdb));
    var metadata = image.GetMetadataReader();
    var debug = provider.GetMetadataReader();

    var references = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
    That("the assembly refers to the framework alone", references.All(name => name.StartsWith("System.", StringComparison.Ordinal)));
    That("commit in the assembly's version", Encoding.UTF8.GetString(assembly).Contains($"{version}+{commit}", StringComparison.Ordinal));
    That("the assembly is trimmable and AOT compatible", Encoding.UTF8.GetString(assembly) is var text
        && text.Contains("IsTrimmable", StringComparison.Ordinal) && text.Contains("IsAotCompatible", StringComparison.Ordinal));

    var entries = image.ReadDebugDirectory();
    That("the build is deterministic", entries.Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible));
    var codeView = image.ReadCodeViewDebugDirectoryData(entries.First(entry => entry.Type == DebugDirectoryEntryType.CodeView));
    That("the symbols belong to the assembly", new BlobContentId(debug.DebugMetadataHeader!.Id).Guid == codeView.Guid);
    That("no path of the building machine in the assembly", codeView.Path == "XmlJson.pdb" || codeView.Path.StartsWith("/_/", StringComparison.Ordinal));
    That("no path of the building machine in the symbols", !Encoding.UTF8.GetString(pdb).Contains(Environment.CurrentDirectory, StringComparison.Ordinal));

    var link = SourceLinkOf(debug);
    Same("source link", $"/_/* {Sources}/{commit}/*", link is null ? null : string.Join(' ', JsonDocument.Parse(link).RootElement.GetProperty("documents").EnumerateObject().Select(map => $"{map.Name} {map.Value}")));
    var lost = debug.Documents.Where(handle => !IsEmbedded(debug, handle)).Select(handle => debug.GetString(debug.GetDocument(handle).Name))
        .Where(path => !path.StartsWith("/_/", StringComparison.Ordinal) || !File.Exists(path["/_/".Length..]));
    That("symbols name their sources", debug.Documents.Count > 0);
    Same("sources neither linked nor embedded", "", string.Join(' ', lost));
}

static string? SourceLinkOf(MetadataReader debug)
{
    var kind = new Guid("CC110556-A091-4D38-9FEC-25AB9A351A6A");
    return (from handle in debug.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
            let information = debug.GetCustomDebugInformation(handle)
            where debug.GetGuid(information.Kind) == kind
            select Encoding.UTF8.GetString(debug.GetBlobBytes(information.Value))).SingleOrDefault();
}

static bool IsEmbedded(MetadataReader debug, DocumentHandle document)
{
    var kind = new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    return debug.GetCustomDebugInformation(document).Any(handle => debug.GetGuid(debug.GetCustomDebugInformation(handle).Kind) == kind);
}

static Dictionary<string, byte[]> Read(string path)
{
    using var archive = ZipFile.OpenRead(path);
    return archive.Entries.ToDictionary(entry => entry.FullName, ReadEntry, StringComparer.Ordinal);
}

static byte[] ReadEntry(ZipArchiveEntry entry)
{
    using var stream = entry.Open();
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    return bytes.ToArray();
}

// Without what every package has.
static string Names(Dictionary<string, byte[]> files) => string.Join(' ', files.Keys
    .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
        && !name.EndsWith(".nuspec", StringComparison.Ordinal) && name != "[Content_Types].xml")
    .Order(StringComparer.Ordinal));

static XElement? Child(XElement parent, string name) => parent.Elements().FirstOrDefault(child => child.Name.LocalName == name);

static int ReadBigEndian(byte[] bytes, int offset) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(offset));

void Same(string name, string? expected, string? actual) => Report(name, expected == actual, $"expected '{expected}', found '{actual}'");

void That(string name, bool holds) => Report(name, holds, "does not hold");

void Report(string name, bool holds, string problem)
{
    if (holds)
    {
        passed++;
        Console.WriteLine($"ok    {name}");
    }
    else
    {
        failed++;
        Console.WriteLine($"FAIL  {name}: {problem}");
    }
}
