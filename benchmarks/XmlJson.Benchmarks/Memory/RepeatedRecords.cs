namespace XmlJson.Benchmarks;

/// <summary>A document of any length, made while it is read: the records of <see cref="RecordsDocument"/> again and again.</summary>
internal sealed class RepeatedRecords : RepeatedPart
{
    /// <summary>Where the records are.</summary>
    public const string Path = "/orders/order";

    private static readonly byte[] Repeated = new RecordsDocument().Create().Bytes;
    private static readonly int First = Repeated.AsSpan().IndexOf("<orders>"u8) + "<orders>".Length;
    private static readonly int End = Repeated.AsSpan().LastIndexOf("</orders>"u8);

    /// <summary>Makes a document.</summary>
    /// <param name="length">Its length in bytes, about.</param>
    public RepeatedRecords(long length)
        : base(Repeated.AsMemory(0, First), Repeated.AsMemory(First, End - First), Repeated.AsMemory(End), RepetitionsFor(length, End - First))
    {
        Records = RepetitionsFor(length, End - First) * Repeated.AsSpan().Count("</order>"u8);
    }

    /// <summary>The number of records in all.</summary>
    public long Records { get; }

    /// <summary>A document in memory.</summary>
    /// <param name="repetitions">How often the records are repeated.</param>
    public static byte[] Document(int repetitions)
    {
        using var stream = new RepeatedRecords((long)repetitions * (End - First));
        using var document = new MemoryStream();
        stream.CopyTo(document);
        return document.ToArray();
    }
}
