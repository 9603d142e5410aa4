using System.Text;

namespace XmlJson;

/// <summary>A path of element names, <c>/catalog/book</c>, <c>/{urn:shop}catalog/*</c> or <c>**/item</c>, cut into its steps.</summary>
internal sealed record ElementPathPattern
{
    private readonly ElementPathStep[] _steps;

    private ElementPathPattern(string text, ElementPathStep[] steps)
    {
        Text = text;
        _steps = steps;
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>The steps: several for any number of names are never in a row, and none is last.</summary>
    public ReadOnlySpan<ElementPathStep> Steps => _steps;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="ArgumentException">The pattern is malformed.</exception>
    public static ElementPathPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith('/') && !text.StartsWith("**/", StringComparison.Ordinal))
        {
            throw Malformed(text);
        }

        var steps = new List<ElementPathStep>();
        for (var position = text[0] == '/' ? 1 : 0; position <= text.Length;)
        {
            var step = ReadStep(text, ref position);

            // Several ** in a row say no more than one.
            if (!step.IsAnyDepth || steps.Count == 0 || !steps[^1].IsAnyDepth)
            {
                steps.Add(step);
            }
        }

        return steps[^1].IsAnyDepth ? throw Malformed(text) : new ElementPathPattern(text, [.. steps]);
    }

    /// <inheritdoc/>
    public bool Equals(ElementPathPattern? other) => Text == other?.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    // A namespace name may hold slashes, and stands in braces.
    private static ElementPathStep ReadStep(string text, ref int position)
    {
        var name = text.AsSpan(position);
        ReadOnlySpan<char> uri = default;
        var hasUri = name is ['{', ..];
        if (hasUri)
        {
            var end = name.IndexOf('}');
            if (end < 0)
            {
                throw Malformed(text);
            }

            uri = name[1..end];
            name = name[(end + 1)..];
            position += end + 1;
        }

        var length = name.IndexOf('/');
        name = length < 0 ? name : name[..length];
        position += name.Length + 1;
        if (name.IsEmpty || (hasUri && name is "**"))
        {
            throw Malformed(text);
        }

        return name is "**"
            ? new ElementPathStep(null, null, IsAnyDepth: true)
            : new ElementPathStep(name is "*" ? null : Bytes(name), hasUri ? Bytes(uri) : null, IsAnyDepth: false);
    }

    private static byte[] Bytes(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    private static ArgumentException Malformed(string path) =>
        new($"'{path}' is no element path: it must look like /catalog/book, /{{urn:shop}}catalog/* or **/item.", nameof(path));
}
