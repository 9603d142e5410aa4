namespace XmlJson.Mapping.Keyed;

/// <summary>Losses in elements that wait on the tape: where in the JSON they end up is told when the element is written.</summary>
internal sealed class AwaitedTargets(JsonOutput output, LossRecorder losses)
{
    private readonly List<(MappingLossKind Kind, int Row)> _waiting = [];

    /// <summary>Whether there is any.</summary>
    public bool AreAwaited => _waiting.Count > 0;

    /// <summary>Remembers a loss in an element.</summary>
    public void Await(MappingLossKind kind, int row) => _waiting.Add((kind, row));

    /// <summary>The value of a row is about to be written.</summary>
    public void Resolve(int row)
    {
        for (var i = _waiting.Count - 1; i >= 0; i--)
        {
            if (_waiting[i].Row == row)
            {
                losses.Report.SetTarget(_waiting[i].Kind, output.PointerOfValue());
                _waiting.RemoveAt(i);
            }
        }
    }

    /// <summary>Forgets what an error left.</summary>
    public void Clear() => _waiting.Clear();
}
