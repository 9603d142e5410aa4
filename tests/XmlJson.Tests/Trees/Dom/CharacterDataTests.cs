using System.Text;
using CsCheck;
using XmlJson.Dom;
using XmlJson.Trees;

namespace XmlJson.Tests.Trees.Dom;

/// <summary>The members of CharacterData against the same done to a string; and adding to the end, which takes no longer the more there is.</summary>
public class CharacterDataTests
{
    private static readonly Gen<(int Operation, int Offset, int Count, string Data)[]> Steps = Gen.Select(
        Gen.Int[0, 4], Gen.Int[0, 12], Gen.Int[0, 12], Gen.OneOf("", "a", "-", "--", "]", "]]>", ">", "?", "?>", " ", "é", "😀", "\uD83D", "\uDE00", "x y z")).Array[1, 25];

    private static readonly Func<Document, Node>[] Makers =
    [
        document => document.CreateTextNode("text"), document => document.CreateCDataSection("text"), document => document.CreateComment("text"), document => document.CreateProcessingInstruction("p", "text"),
    ];

    [Fact]
    public void Edits_do_what_they_do_to_a_string_or_are_refused() => Gen.Select(Gen.Int[0, Makers.Length - 1], Steps).Sample((maker, steps) =>
    {
        using var document = new Document();
        var node = Makers[maker](document);
        var clone = node.CloneNode(true);
        var model = "text";
        foreach (var (operation, x, y, data) in steps)
        {
            var offset = x;
            var expected = offset > model.Length ? null : operation switch
            {
                0 => model + data,
                1 => model.Insert(offset, data),
                2 => model.Remove(offset, Math.Min(y, model.Length - offset)),
                3 => string.Concat(model.AsSpan(0, offset), data, model.AsSpan(offset + Math.Min(y, model.Length - offset))),
                _ => model,
            };
            Action edit = operation switch
            {
                0 => () => node.AppendData(data),
                1 => () => node.InsertData(offset, data),
                2 => () => node.DeleteData(offset, y),
                3 => () => node.ReplaceData(offset, y, data),
                _ => () => Assert.Equal(model.Substring(offset, Math.Min(y, model.Length - offset)), node.SubstringData(offset, y)),
            };
            if (operation == 0 && offset > model.Length)
            {
                expected = model + data;
            }

            if (expected is null)
            {
                Assert.Throws<ArgumentOutOfRangeException>(edit);
            }
            else if (operation < 4 && !IsAllowed(node.NodeType, expected))
            {
                Assert.Throws<ArgumentException>(edit);
            }
            else
            {
                edit();
                model = expected;
            }

            Assert.Equal((model, model.Length), (node.Data, node.Length));
        }

        Assert.Equal("text", clone.Data);
    });

    [Fact]
    public void Adding_to_the_end_a_million_times_takes_linear_time_and_memory()
    {
        using var document = new Document();
        var text = document.CreateTextNode("");
        var comment = document.CreateComment("");
        for (var i = 0; i < 1_000_000; i++)
        {
            text.AppendData("ab");
        }

        for (var i = 0; i < 1_000_000; i++)
        {
            comment.AppendData("c");
        }

        Assert.Equal((2_000_000, 1_000_000), (text.Length, comment.Length));
        Assert.Equal(new string('c', 1_000_000), comment.Data);
    }

    [Fact]
    public void White_space_between_elements_that_grows_is_text()
    {
        using var document = Xml.Load("<!DOCTYPE a [<!ELEMENT a (b*)>]><a> <b/></a>", new XmlParserOptions { DtdProcessing = System.Xml.DtdProcessing.Parse });
        var space = document.DocumentElement.FirstChild!.Value;
        space.AppendData("\n");
        Assert.True(space.IsElementContentWhitespace);
        space.AppendData("x");
        Assert.False(space.IsElementContentWhitespace);
    }

    private static bool IsAllowed(NodeType kind, string data) => IsWhole(data) && kind switch
    {
        NodeType.CDataSection => !data.Contains("]]>", StringComparison.Ordinal),
        NodeType.Comment => !data.Contains("--", StringComparison.Ordinal) && !data.EndsWith('-'),
        NodeType.ProcessingInstruction => !data.Contains("?>", StringComparison.Ordinal) && !data.StartsWith(' '),
        _ => true,
    };

    private static bool IsWhole(string data) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(data)) == data;
}
