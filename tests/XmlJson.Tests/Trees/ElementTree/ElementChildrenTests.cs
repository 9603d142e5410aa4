using XmlJson.ElementTree;

namespace XmlJson.Tests.Trees.ElementTree;

/// <summary>Children by position, several at once, and loops that change what they reach.</summary>
public class ElementChildrenTests
{
    private const int Many = 200_000;

    [Fact]
    public void Several_children_are_taken_out_with_their_tails()
    {
        using var document = DocumentLoader.Load("<r>t<a/>A<b/>B<c/>C<d/>D</r>");
        var r = document.Root;
        var taken = r[1..3];
        r.RemoveRange(1, 2);
        Assert.Equal("<r>t<a/>A<d/>D</r>", XmlText.Of(document));
        Assert.Equal(["B", "C"], taken.Select(element => element.Tail));
        r.RemoveRange(2, 0);
        r.RemoveRange(0, 2);
        Assert.Equal("<r>t</r>", XmlText.Of(document));
        Assert.Throws<ArgumentOutOfRangeException>(() => r.RemoveRange(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => r.RemoveRange(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => r.RemoveRange(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => r.RemoveRange(1, 0));
    }

    [Fact]
    public void Several_children_are_added_at_a_position()
    {
        using var document = DocumentLoader.Load("<r>t<a/>A<b/>B<s><x/>X<y/>Y</s></r>");
        var r = document.Root;
        var s = r[2];
        r.InsertRange(1, s);
        Assert.Equal("<r>t<a/>A<x/>X<y/>Y<b/>B<s/></r>", XmlText.Of(document));
        r.InsertRange(5, [document.MakeElement("z"), document.MakeComment("c")]);
        r.InsertRange(0, []);
        Assert.Equal("<r>t<a/>A<x/>X<y/>Y<b/>B<s/><z/><!--c--></r>", XmlText.Of(document));
    }

    [Fact]
    public void Nothing_is_added_when_one_cannot_be()
    {
        using var document = DocumentLoader.Load("<r><a><b/></a></r>");
        using var other = DocumentLoader.Load("<o/>");
        var r = document.Root;
        var (a, free) = (r[0], document.MakeElement("free"));
        foreach (var children in new Element[][] { [free, free], [free, a], [free, other.Root], [free, r] })
        {
            Assert.Throws<ArgumentException>(() => r.InsertRange(0, children));
        }

        Assert.Throws<ArgumentException>(() => a[0].InsertRange(0, [free, a]));
        Assert.Throws<ArgumentOutOfRangeException>(() => r.InsertRange(2, [free]));
        Assert.Throws<ArgumentOutOfRangeException>(() => r.InsertRange(-1, [free]));
        var comment = document.MakeComment("c");
        Assert.Throws<InvalidOperationException>(() => comment.InsertRange(0, []));
        Assert.Throws<InvalidOperationException>(() => comment.Extend([]));
        Assert.Equal("<r><a><b/></a></r>", XmlText.Of(document));
    }

    [Fact]
    public void A_loop_that_changes_what_it_reaches_takes_linear_time()
    {
        using var document = new XmlJson.Trees.Document();
        var root = document.SetRoot("r");
        for (var i = 0; i < Many; i++)
        {
            root.Insert(root.Count, document.MakeElement("a"));
        }

        for (var i = 0; i < root.Count; i++)
        {
            var child = root[i];
            child.Text = "x";
            child.Tail = "y";
            child.Set("n", "1");
            child.Tag = "b";
            child.SubElement("c");
        }

        for (var i = root.Count - 1; i > Many / 2; i--)
        {
            root.RemoveAt(i);
        }

        for (var i = 0; i < Many / 4; i++)
        {
            root.Insert(0, document.MakeElement("first"));
        }

        for (var i = 0; i < Many / 2; i += 2)
        {
            root[i] = document.MakeElement("other");
            root.Insert(i, document.MakeElement("before"));
        }

        Assert.Equal((Many / 2) + 1 + (Many / 2), root.Count);
        Assert.Equal(["before", "other"], root[..2].Select(child => child.Tag));
        Assert.Equal(root.Count, root.Count());
        Assert.Equal(root[root.Count / 2], root.ElementAt(root.Count / 2));
    }
}
