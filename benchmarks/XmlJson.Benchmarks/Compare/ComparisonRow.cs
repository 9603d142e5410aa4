using System.Text.Json.Serialization;

namespace XmlJson.Benchmarks;

/// <summary>How one contender did on one file; what <c>--json</c> writes.</summary>
/// <param name="File">The file's name, or <see cref="AllFiles"/>.</param>
/// <param name="Work">The work's name.</param>
/// <param name="Contender">The contender's name.</param>
/// <param name="MbPerSecond">Megabytes (10⁶ bytes) of input per second, the median of the rounds; over all files the geometric mean.</param>
/// <param name="Ratio">How many times as fast as the baseline; over all files the geometric mean.</param>
/// <param name="AllocatedPerByte">Bytes of managed memory allocated per byte of input, the median of the rounds; over all files the mean by bytes of input.</param>
/// <param name="Rounds">The number of rounds.</param>
/// <param name="Machine">What it was measured on, where that is known.</param>
internal sealed record ComparisonRow(
    string File,
    string Work,
    string Contender,
    double MbPerSecond,
    double Ratio,
    double AllocatedPerByte,
    int Rounds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Machine = null)
{
    /// <summary>Stands for all files together.</summary>
    public const string AllFiles = "*";
}
