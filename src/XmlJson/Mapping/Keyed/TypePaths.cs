namespace XmlJson.Mapping.Keyed;

/// <summary>Decides the type of a value by the path it stands at.</summary>
internal sealed class TypePaths
{
    private readonly TypeRule _rule;
    private readonly ScalarType[] _types;
    private readonly ElementPathMatcher? _paths;

    public TypePaths(TypeRule rule)
    {
        _rule = rule;
        _types = new ScalarType[rule.Patterns.Length];
        var patterns = new ElementPathPattern[_types.Length];
        for (var i = 0; i < _types.Length; i++)
        {
            (patterns[i], _types[i]) = rule.Patterns[i];
        }

        _paths = patterns.Length == 0 ? null : new ElementPathMatcher(patterns);
    }

    /// <summary>The state at the document, above its root element.</summary>
    public int Start => _paths?.Start ?? 0;

    /// <summary>The state of a child element, and the type of its text.</summary>
    public int Enter(int state, in XmlName name, out TextType type)
    {
        var pattern = -1;
        state = _paths?.EnterAndFind(state, in name, out pattern) ?? 0;
        type = (TextType)(pattern < 0 ? _rule.Text : _types[pattern]);
        return state;
    }

    /// <inheritdoc cref="Enter(int, in XmlName, out TextType)"/>
    /// <param name="state">The parent's state.</param>
    /// <param name="id">The number of the child's name.</param>
    /// <param name="name">The name as it is written.</param>
    /// <param name="type">The type.</param>
    public int Enter(int state, int id, ReadOnlySpan<byte> name, out TextType type)
    {
        var pattern = -1;

        // In paths an @ marks an attribute; a key with one that becomes an element has another name.
        state = _paths?.EnterAndFind(state, id, name is [(byte)'@', ..] ? [] : name, out pattern) ?? 0;
        type = (TextType)(pattern < 0 ? _rule.Text : _types[pattern]);
        return state;
    }

    /// <summary>The type of an attribute's value. In paths its name stands behind an <c>@</c>.</summary>
    /// <param name="state">The state of its element.</param>
    /// <param name="id">The number of its key.</param>
    /// <param name="name">Its name as it is written.</param>
    public TextType OfAttribute(int state, int id, ReadOnlySpan<byte> name)
    {
        if (_paths is null || _paths.IsDead(state))
        {
            return (TextType)_rule.Attributes;
        }

        // Numbers of keys and of names must not meet.
        _paths.EnterAndFind(state, ~id, [(byte)'@', .. name], out var pattern);
        return (TextType)(pattern < 0 ? _rule.Attributes : _types[pattern]);
    }

    /// <summary>Forgets which number stands for which name.</summary>
    public void ForgetNames() => _paths?.ForgetNames();
}
