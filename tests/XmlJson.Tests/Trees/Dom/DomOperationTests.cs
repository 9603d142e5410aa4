using System.Reflection;
using XmlJson.Dom;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>Every public operation of the view: at a million levels on a small stack, with a million siblings and attributes, and on a document that was disposed.</summary>
public class DomOperationTests
{
    private const int Million = Effort.Million;

    private static readonly Type[] Types = [typeof(Node), typeof(NodeList), typeof(NodeList.Enumerator), typeof(NamedNodeMap), typeof(NamedNodeMap.Enumerator), typeof(DomExtensions)];

    /// <summary>The names of the view's public members, with their type's.</summary>
    public static IEnumerable<string> Members => Types.SelectMany(type => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo || (member is MethodInfo method && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal) || type == typeof(DomExtensions))))
        .Select(member => $"{NameOf(type)}.{(member.Name.StartsWith("get_", StringComparison.Ordinal) ? member.Name[4..] : member.Name)}"))
        .Distinct(StringComparer.Ordinal);

    [Fact]
    public void Every_member_is_tried()
    {
        var tried = DomOperations.All.SelectMany(operation => operation.Member.Split(' ').Where(word => word.Contains('.', StringComparison.Ordinal))).ToArray();
        Assert.Equal([], Members.Except(tried, StringComparer.Ordinal).Except(DomOperations.Handles, StringComparer.Ordinal));
        Assert.Equal([], tried.Concat(DomOperations.Handles).Where(name => !name.StartsWith("Xml.", StringComparison.Ordinal)).Except(Members, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(DomShape.Deep, Million)]
    [InlineData(DomShape.Wide, Million)]
    [InlineData(DomShape.ManyAttributes, Million)]
    [InlineData(DomShape.Deep, 3)]
    [InlineData(DomShape.Wide, 3)]
    [InlineData(DomShape.ManyAttributes, 3)]
    public void Everything_works_on_a_small_stack_however_big_the_document(DomShape shape, int size)
    {
        Exception? failure = null;
        var member = "";
        var thread = new Thread(
            () => failure = Record.Exception(() =>
            {
                using var subject = DomSubject.Create(shape, size);
                foreach (var operation in DomOperations.All)
                {
                    member = operation.Member;
                    operation.Run(subject);
                }
            }),
            maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.True(failure is null, $"{member}: {failure}");
    }

    [Theory]
    [InlineData(DomShape.Deep)]
    [InlineData(DomShape.Wide)]
    [InlineData(DomShape.ManyAttributes)]
    public void Nothing_is_said_about_a_document_that_was_disposed(DomShape shape)
    {
        var subject = DomSubject.Create(shape, 3);
        var found = subject.Document.GetElementsByTagName("*");
        var walk = found.GetEnumerator();
        var attributes = subject.Root.Attributes.GetEnumerator();
        subject.Dispose();

        // Another document has the memory now.
        using var other = DomSubject.Create(shape, 3);
        var wrong = DomOperations.All.Where(operation => Record.Exception(() => operation.Run(subject)) is not ObjectDisposedException).Select(operation => operation.Member);
        Assert.Equal([], wrong);
        Assert.Throws<ObjectDisposedException>(() => found.Count);
        Assert.Throws<ObjectDisposedException>(() => found[0]);
        Assert.Throws<ObjectDisposedException>(() => found.Item(0));
        Assert.Throws<ObjectDisposedException>(() => found[..1]);
        Assert.Throws<ObjectDisposedException>(() => found.Every(1));
        Assert.Throws<ObjectDisposedException>(() => found.GetEnumerator());
        Assert.Throws<ObjectDisposedException>(() => walk.MoveNext());
        Assert.Throws<ObjectDisposedException>(() => attributes.MoveNext());
        Assert.Equal(subject.Root, subject.Root);
        Assert.True(subject.Root.IsSameNode(subject.Root));
        Assert.NotEqual(subject.Root, other.Root);
        Assert.Same(subject.Document, subject.Root.OwnerDocument);
        Assert.Equal(other.Elements, other.Document.GetElementsByTagName("*").Count);
    }

    private static string NameOf(Type type) => type.FullName!["XmlJson.Dom.".Length..];
}
