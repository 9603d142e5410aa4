using System.Diagnostics.CodeAnalysis;

namespace XmlJson.Mapping;

/// <summary>Counts what a conversion loses, and makes its errors.</summary>
internal sealed class LossRecorder(MappingOptions options)
{
    private MappingException? _thrown;
    private MappingReport? _report;
    private MappingReport? _sum;

    /// <summary>Who knows the place in the input just now.</summary>
    public IInputPlace? Place { get; set; }

    /// <summary>What was lost since <see cref="Begin"/>.</summary>
    public MappingReport Report => _report ?? MappingReport.Empty;

    /// <summary>All reports are added to a sum and not kept, so one serves for all, and says where the first loss of a kind is only as long as the sum does not know.</summary>
    public void AddUp(MappingReport sum) => _sum = sum;

    /// <summary>Begins a new report.</summary>
    public void Begin(IInputPlace place)
    {
        Place = place;
        _thrown = null;
        if (_sum is null)
        {
            _report = null;
        }
        else
        {
            _report?.Clear();
        }
    }

    /// <summary>Lets go of the report and of who knows the place.</summary>
    public void Forget()
    {
        Place = null;
        _thrown = null;
        _sum = null;

        // It may be in the caller's hands, and most documents need none.
        _report = null;
    }

    /// <summary>Records a loss, or throws where losses are errors.</summary>
    /// <exception cref="MappingException">The options are strict.</exception>
    public void Add(MappingLossKind kind)
    {
        _report ??= new MappingReport();
        if (_report.Add(kind) && (_sum is null || _sum.Count(kind) == 0 || options.Strict))
        {
            AddFirst(kind);
        }
    }

    [DoesNotReturn]
    public void Throw(MappingErrorCode code, string description, Exception? innerException = null)
    {
        _thrown = new MappingException(code, description, Place?.Position ?? TextPosition.Unknown, Place?.Path ?? "", innerException);
        throw _thrown;
    }

    /// <summary>Whether an error comes from here: a handler may throw those of another conversion.</summary>
    public bool IsOwn(MappingException error) => ReferenceEquals(error, _thrown);

    private void AddFirst(MappingLossKind kind)
    {
        var target = Place?.Target;
        _report!.SetFirst(kind, Place?.Position ?? TextPosition.Unknown, Place?.Path ?? "", target);
        if (target is null)
        {
            Place?.AwaitTarget(kind);
        }

        if (options.Strict && kind is not (MappingLossKind.WhiteSpace or MappingLossKind.XmlDeclaration))
        {
            Throw(MappingErrorCode.Loss, $"The convention cannot keep something here: {kind}.");
        }
    }
}
