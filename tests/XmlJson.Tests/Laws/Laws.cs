using XmlJson.Tests.Cases;
using XmlJson.Tests.Reading;

namespace XmlJson.Tests.Laws;

/// <summary>What the tests of laws have in common.</summary>
internal static class Laws
{
    /// <summary>Requires that a document gives the same when it is handed over otherwise; a difference names the document and the way.</summary>
    public static void Same(Outcome expected, CaseFile one, Feeding feeding, Utf8XmlParser parser, Recorder? recorder = null) =>
        Same(expected, one.Name, feeding, feeding.Run(parser, one.Document, recorder));

    /// <inheritdoc cref="Same(Outcome, CaseFile, Feeding, Utf8XmlParser, Recorder?)"/>
    public static void Same(Outcome expected, string document, Feeding feeding, Outcome found)
    {
        if (expected != found)
        {
            Assert.Equal($"{document}, {feeding}\n{expected}", $"{document}, {feeding}\n{found}");
        }
    }
}
