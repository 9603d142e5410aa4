using System.Buffers;
using XmlJson.Text;

namespace XmlJson.ElementTree;

/// <summary>Cuts a path into words.</summary>
internal ref struct PathTokenizer(string path)
{
    // What can follow a name.
    private static readonly SearchValues<char> NameEnd = SearchValues.Create("/[]()@=!'\" \t\r\n{}*:");
    private static readonly SearchValues<char> WhiteSpace = SearchValues.Create(" \t\r\n");

    private int _next;

    /// <summary>The kind of the word reached.</summary>
    public PathTokenKind Kind { get; private set; }

    /// <summary>Where it begins, from 0.</summary>
    public int Start { get; private set; }

    /// <summary>A name as written, a number, or what stands in the quotes.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>Whether white space stands before it.</summary>
    public bool FollowsSpace { get; private set; }

    /// <summary>Whether a path is one name in no namespace and nothing else.</summary>
    public static bool IsPlainTag(string path)
    {
        Span<byte> space = stackalloc byte[Trees.Utf8Buffer.TypicalLength];
        return path.Length is > 0 and <= Trees.Utf8Buffer.TypicalLength / 3 && IsName(path, space);
    }

    /// <summary>Goes to the next word.</summary>
    /// <exception cref="ArgumentException">What stands there is none.</exception>
    public void Next()
    {
        var rest = path.AsSpan(_next);
        var spaces = rest.IndexOfAnyExcept(WhiteSpace);
        FollowsSpace = spaces != 0 && !rest.IsEmpty;
        _next += spaces < 0 ? rest.Length : spaces;
        Start = _next;
        rest = path.AsSpan(_next);
        if (rest.IsEmpty)
        {
            Kind = PathTokenKind.End;
            return;
        }

        if (Symbol(rest) is var (kind, length))
        {
            Kind = kind;
            Text = rest[..length];
            _next += length;
        }
        else if (rest[0] is '\'' or '"')
        {
            ReadString(rest);
        }
        else if (char.IsAsciiDigit(rest[0]))
        {
            Kind = PathTokenKind.Number;
            Take(rest, rest.IndexOfAnyExceptInRange('0', '9'));
        }
        else
        {
            ReadName(rest);
        }
    }

    /// <summary>An error in the path.</summary>
    public readonly ArgumentException Error(string what, int? at = null)
    {
        var position = at ?? Start;
        return new ArgumentException($"{what}, at position {position} of the path '{path}'.", nameof(path));
    }

    private static (PathTokenKind Kind, int Length)? Symbol(ReadOnlySpan<char> rest) => rest switch
    {
        ['/', '/', ..] => (PathTokenKind.TwoSlashes, 2),
        ['/', ..] => (PathTokenKind.Slash, 1),
        ['.', '.', ..] => (PathTokenKind.TwoDots, 2),
        ['.', ..] => (PathTokenKind.Dot, 1),
        ['*', ..] => (PathTokenKind.Star, 1),
        ['[', ..] => (PathTokenKind.LeftBracket, 1),
        [']', ..] => (PathTokenKind.RightBracket, 1),
        ['@', ..] => (PathTokenKind.At, 1),
        ['=', ..] => (PathTokenKind.Equal, 1),
        ['!', '=', ..] => (PathTokenKind.NotEqual, 2),
        ['-', ..] => (PathTokenKind.Minus, 1),
        _ => null,
    };

    private static bool IsName(ReadOnlySpan<char> name, Span<byte> space)
    {
        using var bytes = new Trees.Utf8Buffer(name, space);
        return NameCharacters.IsNCName(bytes.Bytes);
    }

    private void Take(ReadOnlySpan<char> rest, int length)
    {
        Text = length < 0 ? rest : rest[..length];
        _next += Text.Length;
    }

    private void ReadString(ReadOnlySpan<char> rest)
    {
        var end = rest[1..].IndexOf(rest[0]);
        if (end < 0)
        {
            throw Error("The closing quote is missing");
        }

        Kind = PathTokenKind.String;
        Text = rest.Slice(1, end);
        _next += end + 2;
    }

    // {uri}local, {uri}*, prefix:local, local, last()
    private void ReadName(ReadOnlySpan<char> rest)
    {
        var length = 0;
        if (rest[0] == '{')
        {
            length = rest.IndexOf('}') + 1;
            if (length == 0)
            {
                throw Error("The closing brace is missing");
            }

            if (rest[length..].StartsWith('*'))
            {
                Kind = PathTokenKind.Name;
                Take(rest, length + 1);
                return;
            }
        }

        var local = NameLength(rest[length..]);
        if (length == 0 && rest[local..] is [':', ..])
        {
            CheckName(rest[..local]);
            length = local + 1;
            local = NameLength(rest[length..]);
        }

        CheckName(rest.Slice(length, local));
        Kind = PathTokenKind.Name;
        Take(rest, length + local);
        if (rest[Text.Length..].StartsWith('('))
        {
            ReadFunction(rest[Text.Length..]);
        }
    }

    private void ReadFunction(ReadOnlySpan<char> rest)
    {
        if (!Text.SequenceEqual("last") || !rest.StartsWith("()"))
        {
            throw Error($"'{Text}(' is no function of ElementTree's paths, which have only last()");
        }

        Kind = PathTokenKind.Last;
        _next += 2;
    }

    private static int NameLength(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(NameEnd);
        return end < 0 ? rest.Length : end;
    }

    private readonly void CheckName(ReadOnlySpan<char> name)
    {
        if (!IsName(name, stackalloc byte[Trees.Utf8Buffer.TypicalLength]))
        {
            throw Error(name.IsEmpty ? "A tag is missing" : $"'{name}' is no name");
        }
    }
}
