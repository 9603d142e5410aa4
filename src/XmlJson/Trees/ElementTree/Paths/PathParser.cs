using System.Globalization;
using System.Text;

namespace XmlJson.ElementTree;

/// <summary>Reads a path into steps.</summary>
//  Path      ::= '/'-less: Step (('/' | '//') Step)* '/'?          a '/' at the end means '/*'
//  Step      ::= ('.' | '..' | '*' | Name) Predicate*
//  Predicate ::= '[' ('@' Name (Compare String)? | Name (Compare String)? | '.' Compare String | Number | 'last()' ('-' Number)?) ']'
//  Compare   ::= '=' | '!='
internal ref struct PathParser(string path, IReadOnlyDictionary<string, string>? namespaces)
{
    // Steps call each other when the path is followed, so there must not be too many.
    private const int MaxSteps = 200;

    private readonly List<PathStep> _steps = [];
    private PathTokenizer _token = new(path);
    private bool _hasDescendants;

    /// <summary>Reads the whole path.</summary>
    /// <exception cref="ArgumentException">The path is not in the language.</exception>
    public PathStep[] Parse()
    {
        Next();
        if (_token.Kind is PathTokenKind.Slash or PathTokenKind.TwoSlashes)
        {
            throw _token.Error("A path begins at an element, not at the document: write . before the slash");
        }

        ParseStep(isDescendant: false);
        while (_token.Kind != PathTokenKind.End)
        {
            if (_token.Kind is not (PathTokenKind.Slash or PathTokenKind.TwoSlashes))
            {
                throw _token.Error("A slash or the end is expected");
            }

            var isDescendant = _token.Kind == PathTokenKind.TwoSlashes;
            Next();
            ParseStep(isDescendant, isLast: _token.Kind == PathTokenKind.End);
        }

        return [.. _steps];
    }

    private void ParseStep(bool isDescendant, bool isLast = false)
    {
        if (isLast)
        {
            AddNamed(default, isDescendant);
            return;
        }

        switch (_token.Kind)
        {
            case PathTokenKind.Star:
                AddNamed(default, isDescendant);
                break;
            case PathTokenKind.Name:
                AddNamed(ReadName(isAttribute: false), isDescendant);
                break;
            case PathTokenKind.Dot when !isDescendant:
                Add(new SelfStep());
                break;
            case PathTokenKind.TwoDots when !isDescendant:
                Add(new ParentStep());
                break;
            default:
                throw _token.Error(isDescendant ? "A tag or * is expected after //" : "A tag, *, . or .. is expected");
        }

        Next();
        while (_token.Kind == PathTokenKind.LeftBracket)
        {
            Next(spaces: true);
            Add(ParsePredicate());
            if (_token.Kind != PathTokenKind.RightBracket)
            {
                throw _token.Error("A closing bracket is expected: one thing is asked in each pair of brackets");
            }

            Next();
        }
    }

    private PathStep ParsePredicate()
    {
        switch (_token.Kind)
        {
            case PathTokenKind.At:
                Next();
                if (_token.Kind != PathTokenKind.Name)
                {
                    throw _token.Error("An attribute's name is expected");
                }

                var attribute = ReadName(isAttribute: true);
                Next(spaces: true);
                return new AttributePredicate(attribute.Namespace!, attribute.Local!, ReadComparison(out var isEqual), isEqual);
            case PathTokenKind.Name:
                var tag = ReadName(isAttribute: false);
                Next(spaces: true);
                return new ChildPredicate(tag, ReadComparison(out isEqual), isEqual);
            case PathTokenKind.Dot:
                Next(spaces: true);
                return new TextPredicate(ReadComparison(out isEqual) ?? throw _token.Error("= or != is expected"), isEqual);
            case PathTokenKind.Number:
                return new PositionPredicate(ReadNumber());
            case PathTokenKind.Last:
                Next(spaces: true);
                return new PositionPredicate(ReadOffset());
            default:
                throw _token.Error("A predicate is expected: @name, a tag, ., a position from 1, or last()");
        }
    }

    // The value compared with, or null when nothing is.
    private byte[]? ReadComparison(out bool isEqual)
    {
        isEqual = _token.Kind != PathTokenKind.NotEqual;
        if (_token.Kind is not (PathTokenKind.Equal or PathTokenKind.NotEqual))
        {
            return null;
        }

        Next(spaces: true);
        if (_token.Kind != PathTokenKind.String)
        {
            throw _token.Error("A value in quotes is expected");
        }

        var value = Encoding.UTF8.GetBytes(_token.Text.ToString());
        Next(spaces: true);
        return value;
    }

    private int ReadOffset()
    {
        if (_token.Kind != PathTokenKind.Minus)
        {
            return 0;
        }

        Next(spaces: true);
        return _token.Kind == PathTokenKind.Number ? -ReadNumber() : throw _token.Error("A number is expected");
    }

    private int ReadNumber()
    {
        if (!int.TryParse(_token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            throw _token.Error("Positions are counted from 1, and not that far");
        }

        Next(spaces: true);
        return number;
    }

    private readonly NameSpec ReadName(bool isAttribute)
    {
        var name = _token.Text;
        if (name[0] == '{')
        {
            var end = name.IndexOf('}');
            var (uri, local) = (name[1..end].ToString(), name[(end + 1)..].ToString());
            return isAttribute && (uri == "*" || local == "*") ? throw _token.Error("An attribute needs its whole name") : new NameSpec(uri, local);
        }

        var colon = name.IndexOf(':');
        var prefix = colon < 0 ? "" : name[..colon].ToString();
        if (namespaces is not null && namespaces.TryGetValue(prefix, out var found) && !(isAttribute && colon < 0))
        {
            return new NameSpec(found, name[(colon + 1)..].ToString());
        }

        return colon < 0 ? new NameSpec("", name.ToString()) : throw _token.Error($"The prefix '{prefix}' is not among the namespaces given");
    }

    private void AddNamed(NameSpec name, bool isDescendant)
    {
        Add(isDescendant ? new DescendantStep(name, _hasDescendants) : new ChildStep(name));
        _hasDescendants |= isDescendant;
    }

    private readonly void Add(PathStep step)
    {
        if (_steps.Count == MaxSteps)
        {
            throw _token.Error($"A path has at most {MaxSteps} steps and predicates");
        }

        _steps.Add(step);
    }

    // White space may stand only in predicates.
    private void Next(bool spaces = false)
    {
        _token.Next();
        if (!spaces && _token.FollowsSpace && _token.Kind != PathTokenKind.RightBracket)
        {
            throw _token.Error("There is white space before this");
        }
    }
}
