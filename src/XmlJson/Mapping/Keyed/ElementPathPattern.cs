using System.Text;

namespace XmlJson.Mapping.Keyed;

/// <summary>A path of element names, <c>/catalog/book</c> or <c>**/item</c>, cut into its steps.</summary>
internal sealed record ElementPathPattern
{
    // A name; null for any one name, empty for any number of them.
    private readonly byte[]?[] _steps;

    private ElementPathPattern(string text, byte[]?[] steps)
    {
        Text = text;
        _steps = steps;
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>The number of steps.</summary>
    public int Length => _steps.Length;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="ArgumentException">The pattern is malformed.</exception>
    public static ElementPathPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.StartsWith('/') ? text[1..] : text.StartsWith("**/", StringComparison.Ordinal) ? text : "";
        var names = rest.Split('/');
        if (names[^1] is "" or "**" || Array.IndexOf(names, "") >= 0)
        {
            throw new ArgumentException($"'{text}' is no element path: it must look like /catalog/book or **/item.", nameof(text));
        }

        var steps = new List<byte[]?>();
        foreach (var name in names)
        {
            // Several ** in a row say no more than one.
            if (name != "**" || steps.Count == 0 || steps[^1] is not [])
            {
                steps.Add(name switch { "*" => null, "**" => [], _ => Encoding.UTF8.GetBytes(name) });
            }
        }

        return new ElementPathPattern(text, [.. steps]);
    }

    /// <summary>Whether a step stands for any number of names.</summary>
    public bool IsAnyDepth(int step) => _steps[step] is [];

    /// <summary>Whether a step that stands for one name stands for this one.</summary>
    public bool Matches(int step, ReadOnlySpan<byte> name) => _steps[step] is not { } expected || name.SequenceEqual(expected);

    /// <inheritdoc/>
    public bool Equals(ElementPathPattern? other) => Text == other?.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}
