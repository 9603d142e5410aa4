namespace XmlJson.Mapping;

/// <summary>A source from the pool: one waits on each thread, with the convention and options last used there.</summary>
internal readonly struct RentedJsonSource : IDisposable
{
    [ThreadStatic]
    private static JsonSource? s_waiting;

    private RentedJsonSource(JsonSource source) => Source = source;

    /// <summary>The source.</summary>
    public JsonSource Source { get; }

    /// <summary>Takes the source that waits on this thread, or a new one.</summary>
    /// <param name="convention">How JSON becomes XML; <see cref="JsonConvention.Default"/> when null.</param>
    /// <param name="options">Limits and manners; <see cref="MappingOptions.Default"/> when null.</param>
    /// <exception cref="ArgumentException">The convention contradicts itself.</exception>
    public static RentedJsonSource Rent(MappingConvention? convention, MappingOptions? options)
    {
        if (s_waiting is { } waiting && waiting.Reads(convention ?? JsonConvention.Default, options ?? MappingOptions.Default))
        {
            s_waiting = null;
            return new RentedJsonSource(waiting);
        }

        return new RentedJsonSource(new JsonSource(convention, options));
    }

    /// <summary>Gives it back.</summary>
    public void Dispose()
    {
        if (Source.TryForget())
        {
            s_waiting?.Dispose();
            s_waiting = Source;
        }
        else
        {
            Source.Dispose();
        }
    }
}
