using System.Xml;

namespace XmlJson;

/// <summary>Opens external entities through a caller's <see cref="XmlResolver"/>, and only through that.</summary>
internal sealed class ResolverEntities(XmlResolver resolver) : IExternalEntities
{
    /// <inheritdoc/>
    public ExternalEntity? Open(string? publicId, string systemId, string? baseUri, long maxLength)
    {
        if (resolver.ResolveUri(BaseOf(baseUri), systemId) is not { } uri)
        {
            return null;
        }

        switch (resolver.GetEntity(uri, null, typeof(Stream)))
        {
            case null:
                return null;
            case Stream stream:
                using (stream)
                {
                    return new ExternalEntity(ReadAll(stream, maxLength), uri.IsAbsoluteUri ? uri.AbsoluteUri : uri.OriginalString);
                }

            case var other:
                throw new NotSupportedException($"The resolver gave a {other.GetType()}, not a Stream.");
        }
    }

    // A document's base may be a plain file path.
    private Uri? BaseOf(string? baseUri)
    {
        if (string.IsNullOrEmpty(baseUri))
        {
            return null;
        }

        return Uri.TryCreate(baseUri, UriKind.Absolute, out var absolute) ? absolute : resolver.ResolveUri(null, baseUri);
    }

    private static byte[] ReadAll(Stream stream, long maxLength)
    {
        var limit = Math.Min(maxLength, Array.MaxLength - 1) + 1;
        var bytes = new byte[Math.Min(16_384, limit)];
        var count = 0;
        while (true)
        {
            if (count == bytes.Length)
            {
                if (count == limit)
                {
                    return bytes;
                }

                Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, limit));
            }

            var read = stream.Read(bytes, count, bytes.Length - count);
            if (read == 0)
            {
                Array.Resize(ref bytes, count);
                return bytes;
            }

            count += read;
        }
    }
}
