using XmlJson.Text;

namespace XmlJson.Tests.Text;

/// <summary>A head read at the end of readable memory is the one read before other bytes.</summary>
public class NameHeadTests
{
    [Fact]
    public void Both_ways_to_read_give_the_same_head()
    {
        for (var length = 0; length <= 40; length++)
        {
            var name = Enumerable.Range(0, length).Select(i => (byte)('a' + i)).ToArray();
            byte[] padded = [.. name, .. Enumerable.Repeat((byte)0xFF, NameHead.Length)];
            var head = NameHead.Read(name);

            Assert.True(head.Is(NameHead.Read(ref padded[0], length)));
            for (var i = 0; i < NameHead.Length; i++)
            {
                Assert.Equal(i < length ? name[i] : 0, head.Bytes[i]);
            }
        }
    }
}
