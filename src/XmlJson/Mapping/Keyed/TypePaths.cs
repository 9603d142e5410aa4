namespace XmlJson.Mapping.Keyed;

/// <summary>Decides the type of a value by the path it stands at.</summary>
internal sealed class TypePaths
{
    private readonly TypeRule _rule;
    private readonly PathDecisions<ScalarType>? _paths;

    public TypePaths(TypeRule rule)
    {
        _rule = rule;
        if (!rule.Patterns.IsEmpty || rule.Decide is not null)
        {
            var patterns = new ElementPathPattern[rule.Patterns.Length];
            var types = new ScalarType[patterns.Length];
            for (var i = 0; i < types.Length; i++)
            {
                (patterns[i], types[i]) = rule.Patterns[i];
            }

            _paths = new PathDecisions<ScalarType>(patterns, types, rule.Decide);
        }
    }

    /// <summary>The state at the document, above its root element.</summary>
    public int Start => _paths?.Start ?? 0;

    /// <summary>Begins a document.</summary>
    public void Begin() => _paths?.Begin();

    /// <summary>The state of a child element, and the type of its text.</summary>
    public int Enter(int state, in XmlName name, out TextType type)
    {
        ScalarType? found = null;
        state = _paths?.Enter(state, in name, out found) ?? 0;
        type = (TextType)(found ?? _rule.Text);
        return state;
    }

    /// <inheritdoc cref="Enter(int, in XmlName, out TextType)"/>
    /// <param name="state">The parent's state.</param>
    /// <param name="id">The number of the child's name.</param>
    /// <param name="name">The name as it is written.</param>
    /// <param name="type">The type.</param>
    public int Enter(int state, int id, ReadOnlySpan<byte> name, out TextType type)
    {
        ScalarType? found = null;

        // In paths an @ marks an attribute; a key with one that becomes an element has another name.
        state = _paths?.Enter(state, id, name is [(byte)'@', ..] ? [] : name, out found) ?? 0;
        type = (TextType)(found ?? _rule.Text);
        return state;
    }

    /// <summary>The type of an attribute's value. In paths its name stands behind an <c>@</c>.</summary>
    /// <param name="state">The state of its element.</param>
    /// <param name="id">The number of its name.</param>
    /// <param name="name">Its name as it is written.</param>
    public TextType OfAttribute(int state, int id, ReadOnlySpan<byte> name)
    {
        ScalarType? found = null;

        // Numbers of keys and of names must not meet.
        _paths?.Enter(state, ~id, [(byte)'@', .. name], out found);
        return (TextType)(found ?? _rule.Attributes);
    }

    /// <summary>Forgets which number stands for which name.</summary>
    public void ForgetNames() => _paths?.ForgetNames();
}
