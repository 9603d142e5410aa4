using System.Text;
using System.Text.Unicode;

namespace XmlJson.Benchmarks;

/// <summary>.NET's own check that bytes are UTF-8, which no parser of XML may leave out.</summary>
internal sealed class Utf8Limit : LimitContender
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private bool _isValid;

    public override string Name => "Utf8.IsValid";

    public override void Run() => _isValid = Utf8.IsValid(Source);

    public override void Check()
    {
        if (!_isValid)
        {
            throw Wrong("says that the document is not UTF-8");
        }

        _isValid = false;
    }

    protected override long GoOver()
    {
        Run();
        return Strict.GetByteCount(Strict.GetString(Source));
    }
}
