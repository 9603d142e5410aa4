namespace XmlJson.Benchmarks;

/// <summary>A message of some 300 bytes, where everything that is done once for a document shows.</summary>
internal sealed class SoapMessageDocument() : CorpusKind("soap-small", 300)
{
    protected override void Write(DocumentText text, SeededRandom random, int length)
    {
        text.Raw("<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Header/><soap:Body><q:GetPrice xmlns:q=\"urn:example:prices\">");
        text.Raw($"<q:Item>{random.Pick(Words.Common)}</q:Item><q:Quantity unit=\"kg\">{random.Next(1, 99)}</q:Quantity><q:Customer id=\"{random.Next(99999)}\">");
        text.Text(Words.Person(random)).Raw("</q:Customer></q:GetPrice></soap:Body></soap:Envelope>");
    }
}
