using System.CommandLine;
using System.Text.Unicode;
using XmlJson.Benchmarks;

const int badUsage = 2;

var events = new Work("events", "visit every name, attribute and text", () =>
[
    [
        new XmlReaderEvents(),
        new StructEvents(),
        new ClassEvents(),
        new StringEvents(),
        new StreamEvents(),
        new AdapterEvents(),
    ],
]);
var limits = new Work("limits", "go over all bytes: what memory and processor allow, beside the parser", () =>
[
    [
        new CopyLimit(),
        new Utf8Limit(),
        new BitmapsLimit(),
        new ParseLimit(),
    ],
])
{
    InputFrom = document => document.IsJson || !Utf8.IsValid(document.Bytes) ? null : document,
};
var root = new RootCommand("Compares XmlJson with XmlReader, both compiled ahead of time.") { CompareCommand.Create([events, limits], MachineDescription.Of()) };
var result = root.Parse(args.Length == 0 ? ["--help"] : args);
var status = result.Invoke();
return result.Errors.Count > 0 ? badUsage : status;
