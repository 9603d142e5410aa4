using XmlJson.Mapping;

namespace XmlJson;

/// <summary>What a conversion between XML and lines of JSON has done.</summary>
public sealed class JsonLinesSummary
{
    internal JsonLinesSummary(long written, long damaged, Exception? firstError, MappingReport report)
    {
        Written = written;
        Damaged = damaged;
        FirstError = firstError;
        Report = report;
    }

    /// <summary>How many records were written.</summary>
    public long Written { get; }

    /// <summary>How many were left out because they are damaged: 0 unless <see cref="JsonLinesOptions.OnError"/> allows it.</summary>
    public long Damaged { get; }

    /// <summary>What was wrong with the first damaged record that was left out; <see langword="null"/> when there is none.</summary>
    public Exception? FirstError { get; }

    /// <summary>What the convention dropped or changed in all records that were written: counts are sums, and places the first of each kind in the whole input.</summary>
    public MappingReport Report { get; }

    /// <summary>
    /// XML → JSON: how much of the document is in no record: attributes of the elements above the records, runs of text that is not white space alone, references to entities that were not read,
    /// and elements that no record can be in, each counted once with all that is in it. Comments, processing instructions and namespace declarations do not count.
    /// </summary>
    public long LeftOut { get; internal init; }

    /// <summary>XML → JSON: the place of the first piece of the document that is in no record; unknown when <see cref="LeftOut"/> is 0.</summary>
    public TextPosition FirstLeftOut { get; internal init; } = TextPosition.Unknown;

    /// <summary>The counts in a line for people, those that are 0 left out: <c>12 written, 1 damaged, 2 left out, first at 1:7</c>.</summary>
    public override string ToString() =>
        $"{Written} written{(Damaged > 0 ? $", {Damaged} damaged" : "")}{(LeftOut > 0 ? $", {LeftOut} left out, first at {FirstLeftOut}" : "")}";
}
