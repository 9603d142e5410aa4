using XmlJson.Tests;

namespace XmlJson.Conformance.Large;

/// <summary>What becomes of large documents, and what they cost in memory; what they cost in time is measured by the program.</summary>
public sealed class LargeCaseTests
{
    public static TheoryData<string> Names => [.. LargeCase.All.Select(one => one.Name).Distinct(StringComparer.Ordinal)];

    [SuiteTheory]
    [MemberData(nameof(Names))]
    public void A_large_document_is_treated_as_listed_in_every_way(string name)
    {
        foreach (var one in LargeCase.All.Where(one => one.Name == name))
        {
            foreach (var way in one.Ways)
            {
                var document = one.Make(one.Small / way.Divisor);
                var whole = one.Read(LargeWay.All[0], document);
                var reading = SmallStack.Run(() => one.Read(way, document));

                Assert.Equal(whole.Answer, reading.Answer);
                Assert.Equal(whole.TextBytes, reading.TextBytes);
                Assert.InRange(reading.Allocated, 0, MemoryBound.Of(document));
                if (way.Divisor == 1)
                {
                    Assert.True(reading.Answer.IsOneOf(one.Expected), $"{one} {way}: expected {one.Expected}, found {reading.Answer}");
                }
            }
        }
    }
}
