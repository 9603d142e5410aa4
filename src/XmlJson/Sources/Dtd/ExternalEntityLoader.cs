using System.Text;

namespace XmlJson;

/// <summary>Gives external entities their text when it is first needed; each is opened at most once.</summary>
internal sealed class ExternalEntityLoader(IExternalEntities? source, ExpansionBudget budget)
{
    /// <summary>Loads an entity's text if it has none yet.</summary>
    /// <param name="entity">A parsed entity.</param>
    /// <param name="maxLength">The most bytes it may have.</param>
    /// <param name="limitCode">The error when it has more.</param>
    /// <param name="errors">Makes errors.</param>
    /// <param name="place">Where the reference is.</param>
    /// <returns>Whether <see cref="EntityDeclaration.Text"/> is known now; if not, the entity is to be skipped.</returns>
    /// <exception cref="XmlSyntaxException">It could not be read, or is in no valid encoding, or its text declaration is malformed, or it holds a forbidden character.</exception>
    public bool TryLoad(EntityDeclaration entity, long maxLength, XmlErrorCode limitCode, IDtdErrors errors, in DtdPlace place)
    {
        if (entity.HasText)
        {
            return true;
        }

        if (source is null || entity.IsSkipped)
        {
            return false;
        }

        if (Open(source, entity, maxLength, errors, in place) is not { } opened)
        {
            entity.IsSkipped = true;
            return false;
        }

        if (opened.Bytes.Length > maxLength)
        {
            throw errors.Create(limitCode, $"{NameOf(entity)} is longer than {nameof(XmlParserOptions)}.{(limitCode == XmlErrorCode.DtdLengthLimit ? nameof(XmlParserOptions.MaxDtdLength) : nameof(XmlParserOptions.MaxExternalLength))} allows: {maxLength} bytes were left.", in place);
        }

        budget.AddLoaded(opened.Bytes.Length);
        var fault = ExternalEntityDecoder.Decode(opened.Bytes.Span, out var text, out var length, out var start);
        entity.SetText(text, start, length, opened.Uri);
        if (fault is { } f)
        {
            throw errors.Create(f.Code, f.Description, place with { Entity = entity, EntityOffset = f.Offset - start });
        }

        return true;
    }

    private static ExternalEntity? Open(IExternalEntities source, EntityDeclaration entity, long maxLength, IDtdErrors errors, in DtdPlace place)
    {
        var publicId = entity.PublicId is null ? null : Encoding.UTF8.GetString(entity.PublicId);
        var systemId = Encoding.UTF8.GetString(entity.SystemId!);

        // §4.2.2: a fragment is an error one may recover from; it says nothing about which resource this is.
        var fragment = systemId.IndexOf('#', StringComparison.Ordinal);
        systemId = fragment < 0 ? systemId : systemId[..fragment];
        try
        {
            return source.Open(publicId, systemId, entity.BaseUri, maxLength);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            throw errors.Create(XmlErrorCode.UnreadableEntity, $"{NameOf(entity)} could not be read from '{systemId}': {e.Message}", in place, e);
        }
    }

    private static string NameOf(EntityDeclaration entity) => entity.IsExternalSubset ? "The external subset" : $"The entity '{entity.DisplayName}'";
}
