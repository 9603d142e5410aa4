using System.Globalization;
using System.Text;

namespace XmlJson.Cli;

/// <summary>Writes the lines of <c>xmljson check</c>. Other programs read them: their form is fixed.</summary>
internal sealed class VerdictWriter(Stream output) : IDisposable
{
    private readonly StreamWriter _lines = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 32 * 1024, leaveOpen: true) { NewLine = "\n" };

    /// <summary>How many documents were rejected.</summary>
    public int Rejected { get; private set; }

    /// <summary>Writes a document's line.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="fault">What is wrong with it; null accepts it.</param>
    public void Write(string file, InputFault? fault)
    {
        if (fault is { } f)
        {
            Rejected++;
            _lines.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reject\t{OneLine.FileName(file)}\t{f.Line}:{f.Column}\t{f.Code}\t{OneLine.Message(f.Message)}"));
        }
        else
        {
            _lines.Write("accept\t");
            _lines.WriteLine(OneLine.FileName(file));
        }
    }

    public void Flush() => _lines.Flush();

    public void Dispose() => _lines.Dispose();
}
