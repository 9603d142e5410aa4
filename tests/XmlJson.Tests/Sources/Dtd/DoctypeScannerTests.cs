using System.Text;

namespace XmlJson.Tests.Sources.Dtd;

public class DoctypeScannerTests
{
    [Theory]
    [InlineData("<!DOCTYPE a>", 0, 0)]
    [InlineData("<!DOCTYPE a SYSTEM \"x>[\" >", 0, 0)]
    [InlineData("<!DOCTYPE a PUBLIC ']' '>' [ ] >", 28, 29)]
    [InlineData("<!DOCTYPE a [<!-- ]> ' -->] >", 13, 26)]
    [InlineData("<!DOCTYPE a [<?p ]> ' ??>]>", 13, 25)]
    [InlineData("<!DOCTYPE a [<!ENTITY e \"]>'\"><!ENTITY f ']>\"'>%pe;]>", 13, 51)]
    [InlineData("<!DOCTYPE a [<!ENTITY e '<!--'>]>", 13, 31)]
    [InlineData("<!DOCTYPE a []\r\n\t >", 13, 13)]
    public void Finds_the_end_and_the_subset_for_every_cut(string doctype, int subsetStart, int subsetEnd)
    {
        var bytes = Encoding.UTF8.GetBytes(doctype + "<a>]></a>");
        for (var first = 0; first <= bytes.Length; first++)
        {
            for (var second = first; second <= bytes.Length; second++)
            {
                var scanner = default(DoctypeScanner);
                var isOver = scanner.Scan(bytes.AsSpan(0, first));
                Assert.Equal(first >= doctype.Length, isOver);
                scanner.Scan(bytes.AsSpan(0, second));
                scanner.Scan(bytes);

                Assert.Equal(DoctypeScanState.Complete, scanner.State);
                Assert.Equal(doctype.Length, scanner.Length);
                Assert.Equal((subsetStart, subsetEnd), (scanner.SubsetStart, scanner.SubsetEnd));
            }
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE a <", "b>")]
    [InlineData("<!DOCTYPE a [<a", "/>]>")]
    [InlineData("<!DOCTYPE a [<!a", " b>]>")]
    [InlineData("<!DOCTYPE a [<![", "INCLUDE[]]>]>")]
    [InlineData("<!DOCTYPE a [<!-x", "->]>")]
    [InlineData("<!DOCTYPE a [<!-- --x", "-->]>")]
    [InlineData("<!DOCTYPE a ['", "x']>")]
    [InlineData("<!DOCTYPE a [>", "]>")]
    [InlineData("<!DOCTYPE a [<!ELEMENT a <", ">]>")]
    [InlineData("<!DOCTYPE a []x", ">")]
    public void Stops_at_the_first_byte_that_fits_nothing(string scanned, string rest)
    {
        var bytes = Encoding.UTF8.GetBytes(scanned + rest);
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            var scanner = default(DoctypeScanner);
            scanner.Scan(bytes.AsSpan(0, cut));
            scanner.Scan(bytes);

            Assert.Equal(DoctypeScanState.Malformed, scanner.State);
            Assert.Equal(scanned.Length, scanner.Length);
        }

        Assert.NotNull(new DtdReading(scanned + rest).Error);
    }

    [Fact]
    public void A_declaration_fed_byte_by_byte_is_scanned_in_linear_time()
    {
        // Were each byte looked at again for each piece, this would be 5 * 10^11 steps.
        var bytes = Encoding.UTF8.GetBytes("<!DOCTYPE a [<!-- " + new string('x', 1_000_000) + " -->]>");
        var scanner = default(DoctypeScanner);
        for (var i = 1; i < bytes.Length; i++)
        {
            Assert.False(scanner.Scan(bytes.AsSpan(0, i)));
        }

        Assert.True(scanner.Scan(bytes));
    }
}
