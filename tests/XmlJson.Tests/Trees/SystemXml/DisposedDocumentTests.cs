using System.Reflection;
using System.Xml;
using System.Xml.XPath;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.SystemXml;

public class DisposedDocumentTests
{
    private const string Xml = "<r xmlns='urn:a' xmlns:p='urn:b' p:x='1' y='2'>text<p:e>secret</p:e><?pi data?><!--c--></r>";

    // What says nothing about a document.
    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal)
    {
        "NameTable", "UnderlyingObject", "CanEdit", "SchemaInfo", "XmlType", "ValueType", "NavigatorComparer", "Clone", "CreateNavigator", "GetType", "GetHashCode", "ToString", "IsNode",
        "Settings", "CanReadBinaryContent", "CanReadValueChunk", "CanResolveEntity", "Close", "Dispose", "ReadState", "QuoteChar", "EOF", "get_Item",
    };

    public static TheoryData<string> Places => ["/*", "/*/@*[1]", "/*/@*[2]", "/*/text()", "/*/*", "/*/processing-instruction()", "/*/comment()", "/*/namespace::p", "/"];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_navigator_of_a_disposed_document_throws_in_every_member(string place)
    {
        var navigator = Dispose(document => document.CreateNavigator().SelectSingleNode(place)!);

        Assert.Empty(Quiet(typeof(XPathNavigator), navigator.Clone));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void A_reader_of_a_disposed_document_throws_in_every_member(int reads) => Assert.Empty(Quiet(typeof(XmlReader), () => Dispose(document =>
    {
        var reader = document.CreateReader();
        for (var i = 0; i < reads; i++)
        {
            reader.Read();
        }

        return reader;
    })));

    private static T Dispose<T>(Func<Document, T> take)
    {
        using var document = DocumentLoader.Load(Xml);
        return take(document);
    }

    // The members without parameters that come back with something.
    private static string[] Quiet(Type type, Func<object> make)
    {
        var getters = type.GetProperties().Where(property => property.GetMethod is not null && !Neutral.Contains(property.Name) && property.GetIndexParameters().Length == 0)
            .Select(property => (property.Name, property.GetMethod!));
        var methods = type.GetMethods().Where(method => !method.IsSpecialName && !method.IsStatic && !method.ContainsGenericParameters && !method.Name.EndsWith("Async", StringComparison.Ordinal)
                && method.GetParameters().Length == 0 && !Neutral.Contains(method.Name))
            .Select(method => (method.Name, method));
        return [.. getters.Concat(methods).Where(member => !Refuses(member.Item2, make())).Select(member => member.Name).Distinct(StringComparer.Ordinal)];
    }

    private static bool Refuses(MethodInfo member, object target)
    {
        try
        {
            member.Invoke(target, []);
            return false;
        }
        catch (TargetInvocationException error)
        {
            return error.InnerException is ObjectDisposedException or NotSupportedException;
        }
    }
}
