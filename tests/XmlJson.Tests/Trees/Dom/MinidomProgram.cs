using System.Globalization;
using System.Text;
using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>Runs the part of Python in which the cases of minidom.py are written, with this library's nodes.</summary>
internal sealed class MinidomProgram
{
    private readonly Dictionary<string, object?> _names;
    private string _text = "";
    private int _at;

    private MinidomProgram(Document document) =>
        _names = new(StringComparer.Ordinal) { ["doc"] = document.AsNode(), ["r"] = document.DocumentElement, ["None"] = null, ["True"] = true, ["False"] = false };

    /// <summary>The value of each statement that is an expression, in the order of the program; an exception's name behind an exclamation mark.</summary>
    public static IReadOnlyList<string> Run(Document document, string program)
    {
        var interpreter = new MinidomProgram(document);
        return [.. program.Split("; ").SelectMany(interpreter.Execute)];
    }

    private string[] Execute(string statement)
    {
        _text = statement;
        _at = 0;
        try
        {
            return ReadStatement(out var value) ? [Show(value)] : [];
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            return ["!" + error.GetType().Name];
        }
    }

    // Whether it is an expression.
    private bool ReadStatement(out object? value)
    {
        var equals = _text.IndexOf(" = ", StringComparison.Ordinal);
        if (equals < 0)
        {
            value = ReadExpression();
            Assert.Equal(_text.Length, _at);
            return true;
        }

        var target = _text[..equals];
        _at = equals + 3;
        value = ReadExpression();
        if (target.Split('.') is [var name, var member])
        {
            MinidomMembers.Set((Node)_names[name]!, member, (string?)value);
        }
        else
        {
            _names[target] = value;
        }

        return false;
    }

    private object? ReadExpression()
    {
        var value = ReadPrimary();
        while (_at < _text.Length && _text[_at] is '.' or '[')
        {
            if (_text[_at++] == '.')
            {
                var name = ReadName();
                value = MinidomMembers.Call(value!, name, TryRead('(') ? ReadArguments() : null);
            }
            else
            {
                value = MinidomMembers.Index(value!, ReadExpression()!);
                Assert.True(TryRead(']'));
            }
        }

        return value;
    }

    private object? ReadPrimary()
    {
        if (TryRead('\''))
        {
            return ReadString();
        }

        if (_text[_at] is '-' or (>= '0' and <= '9'))
        {
            var start = _at++;
            while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
            {
                _at++;
            }

            return int.Parse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
        }

        var name = ReadName();
        return TryRead('(') ? MinidomMembers.Call(Assert.Single(ReadArguments())!, name, []) : _names[name];
    }

    private object?[] ReadArguments()
    {
        var arguments = new List<object?>();
        while (!TryRead(')'))
        {
            arguments.Add(ReadExpression());
            if (TryRead(','))
            {
                Assert.True(TryRead(' '));
            }
        }

        return [.. arguments];
    }

    private string ReadString()
    {
        var value = new StringBuilder();
        for (; _text[_at] != '\''; _at++)
        {
            value.Append(_text[_at] != '\\' ? _text[_at] : _text[++_at] switch { 'n' => '\n', 't' => '\t', var other => other });
        }

        _at++;
        return value.ToString();
    }

    private string ReadName()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetterOrDigit(_text[_at]))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private bool TryRead(char expected)
    {
        var isThere = _at < _text.Length && _text[_at] == expected;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private static string Show(object? value) => value switch
    {
        null => "None",
        string text => $"'{text}'",
        NodeList list => $"[{string.Join(", ", list.Select(node => Show(node)))}]",
        Node { NodeType: NodeType.Document } => "document",
        Node node => $"{(int)node.NodeType} {node.NodeName} {node.NodeValue ?? "None"}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
