namespace XmlJson.Mapping;

/// <summary>Decides which texts and attribute values become JSON numbers and booleans.</summary>
/// <remarks>Reading JSON, a number or boolean is text, its digits as written; the report tells a value whose type this rule would not bring back.</remarks>
public sealed record TypeRule
{
    private readonly (ElementPathPattern Pattern, ScalarType Type)[] _patterns = [];

    private TypeRule()
    {
    }

    private TypeRule(TypeRule rule, (ElementPathPattern Pattern, ScalarType Type)[] patterns)
        : this(rule) => _patterns = patterns;

    private TypeRule(TypeRule rule)
    {
        _patterns = rule._patterns;
        Text = rule.Text;
        Attributes = rule.Attributes;
        UsesSchemaInstance = rule.UsesSchemaInstance;
        Decide = rule.Decide;
    }

    /// <summary>Every value is a string: nothing is ever changed.</summary>
    public static TypeRule Strings { get; } = new();

    /// <summary>
    /// An element's text is a number or boolean where that is written back as the same text, by this library and by those that read numbers as IEEE 754 doubles: <c>12</c>, <c>-0.5</c>, <c>true</c>.
    /// <c>007</c>, <c>1.10</c>, <c>+1</c>, <c>1e5</c>, <c>-0</c>, <c>NaN</c>, <c>TRUE</c>, and numbers of more than 15 digits stay strings. Attributes are strings.
    /// </summary>
    public static TypeRule Inferred { get; } = new() { Text = ScalarType.Inferred };

    /// <summary>What the text of elements becomes where no path says more.</summary>
    public ScalarType Text { get; private init; }

    /// <summary>What the values of attributes become where no path says more; namespace declarations are always strings.</summary>
    public ScalarType Attributes { get; private init; }

    /// <summary>Whether <c>xsi:type</c> and <c>xsi:nil</c> type the element they stand on (XML Schema Structures §2.6): see <see cref="WithSchemaInstance"/>.</summary>
    public bool UsesSchemaInstance { get; private init; }

    /// <summary>The function given to <see cref="DecidedBy"/>.</summary>
    internal Func<MappedPath, ScalarType?>? Decide { get; private init; }

    /// <summary>The patterns of <see cref="AtPaths"/>.</summary>
    internal ReadOnlySpan<(ElementPathPattern Pattern, ScalarType Type)> Patterns => _patterns;

    /// <summary>Whether nothing is typed.</summary>
    internal bool IsStrings => Text == ScalarType.String && Attributes == ScalarType.String && !UsesSchemaInstance && Decide is null && _patterns.Length == 0;

    /// <summary>The same rule, with a type for the text of elements at certain paths, or for attributes; of several paths that match, the first counts.</summary>
    /// <param name="type">The type.</param>
    /// <param name="paths">
    /// Paths such as <c>/catalog/book/price</c>, <c>**/item</c> or, for an attribute, <c>/catalog/book/@id</c>: names as written, with prefix; <c>*</c> is any one name, <c>**</c> any number of them.
    /// </param>
    /// <exception cref="ArgumentException">A path is malformed: empty, without a name, or it begins with neither <c>/</c> nor <c>**/</c>.</exception>
    public TypeRule AtPaths(ScalarType type, params ReadOnlySpan<string> paths)
    {
        var patterns = new List<(ElementPathPattern, ScalarType)>(_patterns);
        foreach (var path in paths)
        {
            patterns.Add((ElementPathPattern.Parse(path), type));
        }

        return new TypeRule(this, [.. patterns]);
    }

    /// <summary>The same rule for the text of elements, with a type of its own for attributes: <c>TypeRule.Inferred.WithAttributes(ScalarType.String)</c>.</summary>
    /// <param name="type">What their values become where no path says more.</param>
    public TypeRule WithAttributes(ScalarType type) => this with { Attributes = type };

    /// <summary>The same rule, with a function that decides where no path matches.</summary>
    /// <param name="decide">
    /// Is given the path of an element or attribute and decides; null leaves it to the rest of the rule. It is asked once for each
    /// distinct path of a document, must decide the same for the same path, and be safe for use by the threads that convert. What it throws reaches the caller.
    /// </param>
    public TypeRule DecidedBy(Func<MappedPath, ScalarType?> decide)
    {
        ArgumentNullException.ThrowIfNull(decide);
        return this with { Decide = decide };
    }

    /// <summary>The same rule, and elements are typed by what they say of themselves.</summary>
    /// <remarks>
    /// XML → JSON: <c>xsi:nil="true"</c> on an empty element is null; <c>xsi:type</c> with a numeric type of XML Schema, or <c>xs:boolean</c>, makes a number or boolean, with any other type of
    /// XML Schema a string. The attribute, and the declarations of the two namespaces, are dropped and told. JSON → XML: the root element declares <c>xsi</c> and <c>xs</c>; null becomes <c>xsi:nil="true"</c>, a number <c>xsi:type="xs:decimal"</c>
    /// or <c>xs:double</c>, a boolean <c>xsi:type="xs:boolean"</c>, where this rule would not bring the type back without.
    /// </remarks>
    public TypeRule WithSchemaInstance() => this with { UsesSchemaInstance = true };

    /// <inheritdoc/>
    public bool Equals(TypeRule? other) =>
        other is not null && Text == other.Text && Attributes == other.Attributes && UsesSchemaInstance == other.UsesSchemaInstance && Decide == other.Decide && _patterns.AsSpan().SequenceEqual(other._patterns);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Text);
        hash.Add(Attributes);
        hash.Add(UsesSchemaInstance);
        hash.Add(Decide);
        foreach (var pattern in _patterns)
        {
            hash.Add(pattern);
        }

        return hash.ToHashCode();
    }
}
