using XmlJson.Reference;

// XmlJson.Reference [--output FOLDER] [--source-url URL]: a page for each public type, an index, and sidebar.json for the site.
// Exits 1, and says where, when a comment is missing or says what does not exist; nothing is written then.
var root = RepositoryRoot.Find(AppContext.BaseDirectory);
var output = Path.Combine(root, "docs", "api");
var sourceUrl = "https://github.com/xmljson/xmljson/blob/main/";
for (var i = 0; i < args.Length; i += 2)
{
    switch (args[i])
    {
        case "--output" when i + 1 < args.Length:
            output = Path.GetFullPath(args[i + 1]);
            break;
        case "--source-url" when i + 1 < args.Length:
            sourceUrl = args[i + 1].TrimEnd('/') + "/";
            break;
        default:
            Console.Error.WriteLine("usage: XmlJson.Reference [--output FOLDER] [--source-url URL]");
            return 2;
    }
}

var assembly = Path.Combine(AppContext.BaseDirectory, "XmlJson.dll");
var library = Library.Load(assembly);
var sources = SourceCode.Read(Path.Combine(root, "src", "XmlJson"), root);
var comments = new Comments(library, CommentFile.Read(Path.ChangeExtension(assembly, ".xml")));
var problems = new Audit(library, comments, sources).Problems();
if (problems.Count > 0)
{
    foreach (var problem in problems)
    {
        Console.Error.WriteLine(problem);
    }

    Console.Error.WriteLine($"{problems.Count} problems");
    return 1;
}

var site = new Pages(library, comments, sources, Guides.Read(Path.Combine(root, "docs"), library), sourceUrl);
if (Directory.Exists(output))
{
    Directory.Delete(output, recursive: true);
}

Directory.CreateDirectory(output);
foreach (var (name, text) in site.Write())
{
    File.WriteAllText(Path.Combine(output, name), text);
}

Console.WriteLine($"{library.Types.Count} types, {library.Types.Sum(type => Library.MembersOf(type).Count)} members, written to {Path.GetRelativePath(root, output)}");
return 0;
