namespace XmlJson;

/// <summary>Counts what entity references expand to, and says when that is out of proportion to the input: "billion laughs" and its kin.</summary>
/// <remarks>One for a document, shared by all that expands in it.</remarks>
/// <param name="allowance">The number of bytes that may always be made of references.</param>
/// <param name="factor">How many times the input's length expansions may be once the allowance is used up.</param>
internal sealed class ExpansionBudget(long allowance = ExpansionBudget.DefaultAllowance, long factor = ExpansionBudget.DefaultFactor)
{
    /// <summary>8 MiB, as in expat: far above what documents need.</summary>
    public const long DefaultAllowance = 8 << 20;

    /// <summary>100, as in expat.</summary>
    public const long DefaultFactor = 100;

    /// <summary>What a reference costs beside its text, so that an empty entity is not free; 20 bytes, as in libxml2.</summary>
    public const int ReferenceCost = 20;

    /// <summary>The message when it is used up.</summary>
    public const string Exceeded =
        $"The entities and default values expand to more text than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxEntityExpansion)} and {nameof(XmlParserOptions.MaxEntityAmplification)} allow for a document of this length.";

    private long _loaded;

    /// <summary>The number of bytes of the document read so far; set by its reader.</summary>
    public long Input { get; set; }

    /// <summary>The number of bytes that references expanded to so far, with their cost.</summary>
    public long Expanded { get; private set; }

    /// <summary>Begins another document.</summary>
    public void Reset()
    {
        Input = 0;
        Expanded = 0;
        _loaded = 0;
    }

    /// <summary>Counts external text that was loaded: it is input as the document is.</summary>
    public void AddLoaded(long bytes) => _loaded += bytes;

    /// <summary>Counts one reference.</summary>
    /// <param name="bytes">The length of its replacement text.</param>
    /// <returns>Whether it is within the limits.</returns>
    public bool TryCharge(long bytes)
    {
        Expanded += bytes + ReferenceCost;
        return Expanded <= allowance || (factor > 0 && Expanded / factor < Input + _loaded);
    }
}
