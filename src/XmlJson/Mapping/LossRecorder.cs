using System.Diagnostics.CodeAnalysis;

namespace XmlJson.Mapping;

/// <summary>Counts what a conversion loses, and makes its errors.</summary>
internal sealed class LossRecorder(MappingOptions options)
{
    private MappingException? _thrown;
    private MappingReport? _report;

    /// <summary>Who knows the place in the input just now.</summary>
    public IInputPlace? Place { get; set; }

    /// <summary>What was lost since <see cref="Begin"/>.</summary>
    public MappingReport Report => _report ?? MappingReport.Empty;

    /// <summary>Begins a new report.</summary>
    public void Begin(IInputPlace place)
    {
        Forget();
        Place = place;
    }

    /// <summary>Lets go of the report and of who knows the place.</summary>
    public void Forget()
    {
        Place = null;
        _thrown = null;

        // It may be in the caller's hands, and most documents need none.
        _report = null;
    }

    /// <summary>Records a loss, or throws where losses are errors.</summary>
    /// <exception cref="MappingException">The options are strict.</exception>
    public void Add(MappingLossKind kind)
    {
        _report ??= new MappingReport();
        if (_report.Add(kind))
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
