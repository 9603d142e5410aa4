using System.Text;

namespace XmlJson.Trees;

/// <summary>Several values of <c>xml:base</c> made one, as Canonical XML 1.1 §2.4 says: RFC 3986 §5.2 without a base that is known to be absolute, so that <c>../</c> at the start stays.</summary>
/// <remarks>The values come from the outermost element inwards. Each is looked at once: the path is kept without what later values cannot change.</remarks>
internal sealed class BaseReference
{
    private string _scheme = "";
    private string _authority = "";
    private string _query = "";
    private readonly StringBuilder _path = new();
    private string? _only;
    private int _count;

    /// <summary>Resolves a reference against what came before. Its fragment is dropped.</summary>
    public void Join(ReadOnlySpan<byte> reference)
    {
        var text = Encoding.UTF8.GetString(reference);
        _only = _count++ == 0 ? text : null;
        Join(text);
    }

    /// <summary>The value; empty when it says nothing. A single one stays as it is.</summary>
    public override string ToString() => _only ?? $"{_scheme}{_authority}{_path}{_query}";

    // RFC 3986 appendix B, and §5.2.2.
    private void Join(string reference)
    {
        var rest = reference.AsSpan();
        var scheme = rest[..LengthOfScheme(rest)];
        rest = rest[scheme.Length..];
        if (rest.IndexOf('#') is var fragment and >= 0)
        {
            rest = rest[..fragment];
        }

        var query = rest.IndexOf('?') is var mark and >= 0 ? rest[mark..] : [];
        rest = rest[..^query.Length];
        var authority = rest.StartsWith("//", StringComparison.Ordinal) ? rest[..LengthOfAuthority(rest)] : [];
        var path = rest[authority.Length..];
        if (scheme.Length > 0)
        {
            _scheme = scheme.ToString();
            _authority = "";
        }

        if (scheme.Length > 0 || authority.Length > 0)
        {
            _authority = authority.ToString();
            _path.Clear();
        }
        else if (path.Length == 0)
        {
            _query = query.Length > 0 ? query.ToString() : _query;
            return;
        }
        else if (path[0] == '/')
        {
            _path.Clear();
        }
        else
        {
            DropLastSegment();
        }

        _query = query.ToString();
        Append(path);
    }

    private static int LengthOfScheme(ReadOnlySpan<char> reference)
    {
        var end = reference.IndexOfAny(":/?#");
        return end > 0 && reference[end] == ':' && char.IsAsciiLetter(reference[0]) ? end + 1 : 0;
    }

    private static int LengthOfAuthority(ReadOnlySpan<char> reference) => reference[2..].IndexOf('/') is var end and >= 0 ? end + 2 : reference.Length;

    // RFC 3986 §5.2.3: what follows the last slash is replaced.
    private void DropLastSegment()
    {
        var length = _path.Length;
        while (length > 0 && _path[length - 1] != '/')
        {
            length--;
        }

        _path.Length = length;
        if (length == 0 && _authority.Length > 0)
        {
            _path.Append('/');
        }
    }

    // RFC 3986 §5.2.4, but ".." is kept where there is nothing to go up from, and several slashes are one.
    private void Append(ReadOnlySpan<char> path)
    {
        if (path.StartsWith('/'))
        {
            _path.Append('/');
        }

        while (path.Length > 0)
        {
            var end = path.IndexOf('/');
            var segment = end < 0 ? path : path[..end];
            path = end < 0 ? [] : path[(end + 1)..];
            if (segment is "..")
            {
                GoUp();
            }
            else if (segment.Length > 0 && segment is not ".")
            {
                _path.Append(segment);
                if (end >= 0)
                {
                    _path.Append('/');
                }
            }
        }
    }

    // The path is empty, "/", or ends with a slash.
    private void GoUp()
    {
        if (_path.Length == 0 || EndsWithUp())
        {
            _path.Append("../");
        }
        else if (_path.Length > 1 || _path[0] != '/')
        {
            _path.Length--;
            var length = _path.Length;
            while (length > 0 && _path[length - 1] != '/')
            {
                length--;
            }

            _path.Length = length;
        }
    }

    private bool EndsWithUp() =>
        _path.Length >= 3 && _path[^1] == '/' && _path[^2] == '.' && _path[^3] == '.' && (_path.Length == 3 || _path[^4] == '/');
}
