using System.Globalization;
using System.Text;
using XmlJson.ElementTree;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.ElementTree;

/// <summary>Runs a program of tests/cases/trees/elementtree.py through the view of a document.</summary>
internal sealed class ElementTreeProgram : IDisposable
{
    private static readonly Utf8XmlWriterOptions Short = new() { EmptyElements = EmptyElementStyle.SelfClosingWithSpace };
    private static readonly Utf8XmlWriterOptions Long = new() { EmptyElements = EmptyElementStyle.StartAndEndTag };

    private readonly Dictionary<string, Element> _elements = new(StringComparer.Ordinal);
    private readonly List<Document> _documents = [];

    /// <summary>The answers, as Python's are written; an exception is a mere exclamation mark.</summary>
    public static string Run(string program)
    {
        using var machine = new ElementTreeProgram();
        var answers = new List<string>();
        try
        {
            foreach (var command in program.Split(';'))
            {
                var words = command.Split(' ');
                if (machine.Do(words[0], [.. words[1..].Select(Decode)]) is { } answer)
                {
                    answers.Add(answer);
                }
            }
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or KeyNotFoundException or XmlSyntaxException)
        {
            answers.Add("!");
        }

        return string.Join(" ; ", answers);
    }

    public void Dispose() => _documents.ForEach(document => document.Dispose());

    // Python's quote, with its set of safe characters.
    private static string Encode(string? value)
    {
        if (value is null)
        {
            return "~";
        }

        var encoded = new StringBuilder();
        foreach (var one in Encoding.UTF8.GetBytes(value))
        {
            encoded.Append(char.IsAsciiLetterOrDigit((char)one) || "/:{}[]()@='\"*.!<>,&-_+?#$".Contains((char)one, StringComparison.Ordinal) ? $"{(char)one}" : $"%{one:X2}");
        }

        return encoded.ToString();
    }

    private static string? Decode(string argument) => argument == "~" ? null : Uri.UnescapeDataString(argument);

    private static string NameOf(Element element) => element.IsComment ? "!" : element.IsProcessingInstruction ? "?" : element.Tag;

    private static string Names(IEnumerable<Element> elements) => string.Join(',', elements.Select(element => Encode(NameOf(element))));

    private static string Pairs(IEnumerable<KeyValuePair<string, string>> pairs, string between) => string.Join(between, pairs.Select(pair => $"{Encode(pair.Key)}={Encode(pair.Value)}"));

    private static string Show(Element element) =>
        $"{Encode(NameOf(element))}{{{Pairs(element.Items(), ",")}}}[{Encode(element.Text)}]({string.Concat(element.Select(Show))}){Encode(element.Tail)}/";

    private static (string, string)[] Attributes(ReadOnlySpan<string?> words) => [.. words.ToArray().Chunk(2).Select(pair => (pair[0]!, pair[1]!))];

    private static int Number(string? word) => int.Parse(word!, CultureInfo.InvariantCulture);

    private static string Say(ElementEvent said) => said.Kind switch
    {
        ElementEventKinds.StartNamespace => $"start-ns:{Encode(said.Prefix)}={Encode(said.NamespaceUri)}",
        ElementEventKinds.EndNamespace => $"end-ns:{Encode(said.Prefix)}",
        ElementEventKinds.Start => $"start:{Encode(said.Element.Tag)}{string.Concat(said.Element.Items().Select(pair => $"@{Encode(pair.Key)}={Encode(pair.Value)}"))}",
        ElementEventKinds.End => $"end:{Encode(said.Element.Tag)}[{Encode(said.Element.Text)}]{said.Element.Count}",
        ElementEventKinds.Comment => $"comment:{Encode(said.Element.Text)}",
        _ => $"pi:{Encode(said.Element.Text)}",
    };

    private static ElementEventKinds KindsOf(string names) => names.Split(',').Aggregate(ElementEventKinds.None, (kinds, name) => kinds | name switch
    {
        "start" => ElementEventKinds.Start,
        "end" => ElementEventKinds.End,
        "comment" => ElementEventKinds.Comment,
        "pi" => ElementEventKinds.ProcessingInstruction,
        "start-ns" => ElementEventKinds.StartNamespace,
        "end-ns" => ElementEventKinds.EndNamespace,
        _ => throw new FormatException(name),
    });

    // A register that is not there is a mistake in the program, not an answer.
    private Element At(string? register) => _elements.TryGetValue(register!, out var element) ? element : throw new FormatException($"'{register}' holds nothing.");

    private string? Do(string command, string?[] words) => Change(command, words) ? null : command switch
    {
        "show" => Show(At(words[0])),
        "count" => $"{At(words[0]).Count}",
        "slice" => Names(At(words[0])[Part(At(words[0]), words)]),
        "iter" => Names(At(words[0]).Iter(words[1] switch { "!" => Element.CommentTag, "?" => Element.ProcessingInstructionTag, var tag => tag })),
        "itertext" => string.Join(',', At(words[0]).IterText().Select(Encode)),
        "find" => At(words[0]).Find(words[1]!) is { } found ? Show(found) : "~",
        "findall" => Names(At(words[0]).FindAll(words[1]!)),
        "findtext" => Encode(words[2] is null ? At(words[0]).FindText(words[1]!) : At(words[0]).FindText(words[1]!, words[2]!)),
        "get" => Encode(words[2] is null ? At(words[0]).Get(words[1]!) : At(words[0]).Get(words[1]!, words[2]!)),
        "has" => At(words[0]).Attrib.ContainsKey(words[1]!) ? "True" : "False",
        "keys" => string.Join(',', At(words[0]).Keys().Select(Encode)),
        "items" => Pairs(At(words[0]).Items(), ","),
        "tostring" => Encode(At(words[0]).ToXml(words[1] == "short" ? Short : Long)),
        "pull" => Pull(words[0]!, KindsOf(words[1]!), Number(words[2]), words[3]!),
        _ => throw new FormatException(command),
    };

    private bool Change(string command, string?[] words)
    {
        Element At(int word) => this.At(words[word]);
        var document = _elements.TryGetValue("r", out var root) ? root.Document : null;
        switch (command)
        {
            case "parse":
                _elements[words[0]!] = Keep(DocumentLoader.Load(words[1]!)).Root;
                return true;
            case "plain":
                using (var builder = new DocumentBuilder { KeepComments = false, KeepProcessingInstructions = false })
                {
                    Xml.Parse(words[1]!, builder);
                    _elements[words[0]!] = Keep(builder.TakeDocument()).Root;
                }

                return true;
            case "pull":
                return false;
            case "build":
                Build(words[0]!, words[1..]);
                return true;
            case "make":
                _elements[words[0]!] = (document ?? Keep(new Document())).MakeElement(words[1]!, Attributes(words.AsSpan(2)));
                return true;
            case "comment":
                _elements[words[0]!] = document!.MakeComment(words[1]!);
                return true;
            case "pi":
                _elements[words[0]!] = document!.MakeProcessingInstruction(words[1]!, words[2] ?? "");
                return true;
            case "sub":
                _elements[words[0]!] = At(1).SubElement(words[2]!, Attributes(words.AsSpan(3)));
                return true;
            case "copy":
                _elements[words[0]!] = At(1).Copy();
                return true;
            case "at":
                _elements[words[0]!] = At(1)[Number(words[2])];
                return true;
            case "put":
                var parent = At(0);
                parent[Number(words[1])] = At(2);
                return true;
            case "append":
                At(0).Append(At(1));
                return true;
            case "extend":
                At(0).Extend(words[1..].Select(this.At));
                return true;
            case "insert":
                At(0).Insert(Number(words[1]), At(2));
                return true;
            case "remove":
                At(0).Remove(At(1));
                return true;
            case "delete":
                At(0).RemoveAt(Number(words[1]));
                return true;
            case "cut" or "splice":
                var (start, length) = Part(At(0), words).GetOffsetAndLength(At(0).Count);
                At(0).RemoveRange(start, length);
                At(0).InsertRange(start, words[3..].Select(this.At));
                return true;
            case "clear":
                At(0).Clear();
                return true;
            case "indent":
                At(0).Indent(words[1]!, Number(words[2]));
                return true;
            default:
                return ChangeOne(command, At(0), words);
        }
    }

    private static bool ChangeOne(string command, Element element, string?[] words)
    {
        switch (command)
        {
            case "text":
                element.Text = words[1];
                return true;
            case "tail":
                element.Tail = words[1];
                return true;
            case "tag":
                element.Tag = words[1]!;
                return true;
            case "set":
                element.Set(words[1]!, words[2]!);
                return true;
            case "unset":
                return element.Attrib.Remove(words[1]!) ? true : throw new KeyNotFoundException();
            case "unsetall":
                element.Attrib.Clear();
                return true;
            default:
                return false;
        }
    }

    // Python's slices end at the last child wherever they say that they end.
    private static Range Part(Element element, string?[] words) => Math.Min(Number(words[1]), element.Count)..Math.Min(Number(words[2]), element.Count);

    private string Pull(string register, ElementEventKinds kinds, int length, string xml)
    {
        using var parser = new XmlPullParser(kinds);
        var said = new List<string>();
        foreach (var piece in Encoding.UTF8.GetBytes(xml).Chunk(length))
        {
            parser.Feed(piece);
            said.AddRange(parser.ReadEvents().Select(Say));
        }

        _elements[register] = Keep(parser.Complete()).Root;
        said.AddRange(parser.ReadEvents().Select(Say));
        return string.Join(' ', said);
    }

    private void Build(string register, string?[] calls)
    {
        var builder = new TreeBuilder();
        Keep(builder.Document);
        foreach (var call in calls)
        {
            var words = call!.Split(' ').Select(Decode).ToArray();
            switch (words[0])
            {
                case "start":
                    builder.Start(words[1]!, Attributes(words.AsSpan(2)));
                    break;
                case "end":
                    builder.End(words[1]!);
                    break;
                case "data":
                    builder.Data(words[1]);
                    break;
                case "comment":
                    builder.Comment(words[1]!);
                    break;
                default:
                    builder.ProcessingInstruction(words[1]!, words[2]!);
                    break;
            }
        }

        _elements[register] = builder.Close();
    }

    private Document Keep(Document document)
    {
        _documents.Add(document);
        return document;
    }
}
