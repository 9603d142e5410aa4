using XmlJson.ElementTree;

namespace XmlJson.Tests.Trees.ElementTree;

/// <summary>Python's <c>TreeBuilder</c>; what it builds is also compared by <see cref="ElementTreeProgramTests"/>.</summary>
public class TreeBuilderTests
{
    [Fact]
    public void Calls_become_a_document()
    {
        var builder = new TreeBuilder();
        builder.Comment("before");
        builder.Data(" \n");
        var root = builder.Start("r", ("a", "1"), ("{urn:p}b", "2"));
        using var document = root.Document;
        builder.Data("x<");
        builder.Data("é");
        var child = builder.Start("{urn:d}c");
        builder.Data("y");
        Assert.Equal(child, builder.End("{urn:d}c"));
        builder.Data("t");
        var instruction = builder.ProcessingInstruction("p", "q");
        Assert.Equal(root, builder.End("r"));
        builder.ProcessingInstruction("after");
        Assert.Equal(root, builder.Close());
        Assert.Equal(root, document.Root);
        Assert.Same(builder.Document, document);
        Assert.True(instruction.IsProcessingInstruction);
        Assert.Equal("""<!--before--><r xmlns:ns0="urn:p" a="1" ns0:b="2">x&lt;é<c xmlns="urn:d">y</c>t<?p q?></r><?after?>""", XmlText.Of(document));
    }

    [Fact]
    public void Registered_prefixes_are_used()
    {
        var builder = new TreeBuilder();
        using var document = builder.Document;
        document.RegisterNamespace("p", "urn:p");
        builder.Start("{urn:p}r", ("{urn:p}a", "1"));
        builder.Start("{urn:p}b");
        builder.End("{urn:p}b");
        builder.End("{urn:p}r");
        builder.Close();
        Assert.Equal("""<p:r xmlns:p="urn:p" p:a="1"><p:b/></p:r>""", XmlText.Of(document));
    }

    [Fact]
    public void Comments_and_instructions_can_be_left_out()
    {
        var builder = new TreeBuilder { KeepComments = false, KeepProcessingInstructions = false };
        using var document = builder.Document;
        builder.Start("r");
        builder.Data("a");
        Assert.Equal("c", builder.Comment("c").Text);
        builder.Data("b");
        Assert.Equal("p q", builder.ProcessingInstruction("p", "q").Text);
        builder.Data("c");
        builder.End("r");
        Assert.Equal("abc", builder.Close().Text);
        Assert.Equal("<r>abc</r>", XmlText.Of(document));
    }

    [Fact]
    public void Calls_that_may_not_come_are_refused_and_change_nothing()
    {
        var builder = new TreeBuilder();
        using var document = builder.Document;
        Assert.Contains("no element is open", Assert.Throws<InvalidOperationException>(() => builder.End("r")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => builder.Data("x"));
        Assert.Throws<InvalidOperationException>(() => builder.Close());
        Assert.Throws<ArgumentException>(() => builder.Start("1"));
        Assert.Throws<ArgumentException>(() => builder.Start("r", ("a", "\0")));
        Assert.Throws<ArgumentNullException>(() => builder.Start(null!));
        builder.Start("r");
        Assert.Contains("'r' is open", Assert.Throws<InvalidOperationException>(() => builder.End("{urn:a}r")).Message, StringComparison.Ordinal);
        Assert.Contains("'r' is still open", Assert.Throws<InvalidOperationException>(() => builder.Close()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => builder.Data("\uD83D"));
        Assert.Throws<ArgumentException>(() => builder.Comment("--"));
        Assert.Throws<ArgumentException>(() => builder.ProcessingInstruction("xml", "x"));
        builder.End("r");
        Assert.Contains("beside the root", Assert.Throws<InvalidOperationException>(() => builder.Start("s")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => builder.Data("x"));
        builder.Close();
        foreach (var call in new Action[] { () => builder.Start("x"), () => builder.End("x"), () => builder.Data(" "), () => builder.Comment("x"), () => builder.ProcessingInstruction("x"), () => builder.Close() })
        {
            Assert.Contains("was closed", Assert.Throws<InvalidOperationException>(call).Message, StringComparison.Ordinal);
        }

        Assert.Equal("<r/>", XmlText.Of(document));
    }

    [Fact]
    public void The_tree_can_be_changed_while_it_grows()
    {
        var builder = new TreeBuilder();
        var root = builder.Start("r");
        using var document = root.Document;
        for (var i = 0; i < 3; i++)
        {
            var record = builder.Start("record");
            builder.Data($"{i}");
            builder.End("record");

            // What was taken out keeps what comes behind it, as in Python.
            root.Remove(record);
            builder.Data($"tail {i}");
            Assert.Equal(($"{i}", $"tail {i}"), (record.Text, record.Tail));
        }

        var open = builder.Start("open");
        root.Clear();
        builder.Data("in");
        builder.Start("deep");
        builder.End("deep");
        builder.End("open");
        builder.Data("behind");
        var last = builder.Start("last");
        builder.Data("x");
        last.Text = "changed ";
        builder.Data("y");
        builder.End("last");
        builder.Data("t");
        last.Tail = null;
        builder.Data("u");
        builder.End("r");
        builder.Close();
        Assert.Equal("<r><last>changed y</last>u</r>", XmlText.Of(document));
        Assert.Equal("<open>in<deep/></open>", XmlText.Of(open));
        Assert.Equal("behind", open.Tail);
    }
}
