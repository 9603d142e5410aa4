namespace XmlJson.Reference.Tests;

/// <summary>What a page says of a type.</summary>
public sealed class PageTests
{
    private const string Code = """
        namespace N;
        /// <summary>Something that is fed.</summary>
        public interface IFed
        {
            /// <summary>Takes {some} of <see cref="List{T}"/>, a &lt; b.</summary>
            /// <param name="food">What.</param>
            /// <exception cref="FormatException">It is none.</exception>
            void Feed(in int food);
        }
        /// <summary>A pet.</summary>
        /// <example>
        /// <code>
        ///     var pet = new Pet&lt;int>();
        ///         pet.Feed(1);
        /// </code>
        /// </example>
        public sealed class Pet<T> : IFed, IDisposable where T : struct
        {
            /// <inheritdoc/>
            /// <exception cref="TimeoutException">It sleeps.</exception>
            public void Feed(in int food) { }
            /// <summary>The same for text. And more. Not <see cref="Feed(in int)"/>.</summary>
            /// <returns>How much.</returns>
            public int Feed(string text, int first = 1, string? somethingThatHasAVeryLongNameSoThatTheLineBreaks = null) => 1;
            /// <inheritdoc/>
            public void Dispose() { }
        }
        /// <summary>Names.</summary>
        public static class PetExtensions
        {
            extension(string text)
            {
                /// <summary>How loud.</summary>
                public int Volume => 1;
            }
        }
        /// <summary>A point.</summary>
        /// <param name="X">To the right.</param>
        public record Point(int X);
        /// <summary>How.</summary>
        public enum Mood
        {
            /// <summary>Well.</summary>
            Good = 3,
        }
        """;

    private static readonly SmallLibrary Small = SmallLibrary.Of(Code);

    [Fact]
    public void A_comment_is_inherited_and_what_is_said_itself_is_added()
    {
        var page = Small.Page("N.Pet-1.md");
        Assert.Contains("Takes &#123;some&#125; of [`List<T>`](https://learn.microsoft.com/dotnet/api/system.collections.generic.list-1), a &lt; b.", page, StringComparison.Ordinal);
        Assert.Contains("): It sleeps.", page, StringComparison.Ordinal);
        Assert.Contains("): It is none.", page, StringComparison.Ordinal);
        Assert.Contains("- `food` [int](https://learn.microsoft.com/dotnet/api/system.int32): What.", page, StringComparison.Ordinal);
        Assert.Contains("As [`IFed.Feed`](./N.IFed.md#feed) says.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_platform_describes_is_a_link() =>
        Assert.Contains("As [`IDisposable.Dispose`](https://learn.microsoft.com/dotnet/api/system.idisposable.dispose) says.", Small.Page("N.Pet-1.md"), StringComparison.Ordinal);

    [Fact]
    public void Overloads_have_anchors_of_their_own_and_long_declarations_lines()
    {
        var page = Small.Page("N.Pet-1.md");
        Assert.Contains("### Feed(int) {#feed-int}", page, StringComparison.Ordinal);
        Assert.Contains("### Feed(string, int, string?) {#feed-string-int-string}", page, StringComparison.Ordinal);
        Assert.Contains("public int Feed(\n    string text,\n    int first = 1,\n    string? something", page, StringComparison.Ordinal);
        Assert.Contains("| [Feed(string, int, string?)](#feed-string-int-string) | The same for text. |", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declaration_is_as_C_sharp_writes_it()
    {
        Assert.Contains("public sealed class Pet<T> : IFed, IDisposable where T : struct\n", Small.Page("N.Pet-1.md"), StringComparison.Ordinal);
        Assert.Contains("public static class PetExtensions\n", Small.Page("N.PetExtensions.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_keeps_its_lines() => Assert.Contains("```csharp\nvar pet = new Pet<int>();\n    pet.Feed(1);\n```", Small.Page("N.Pet-1.md"), StringComparison.Ordinal);

    [Fact]
    public void Sources_are_linked_by_file_and_line() => Assert.Contains("[Source](https://example.org/src/Small.cs#L17)", Small.Page("N.Pet-1.md"), StringComparison.Ordinal);

    [Fact]
    public void Members_of_extension_blocks_are_on_the_page_of_their_class()
    {
        var page = Small.Page("N.PetExtensions.md");
        Assert.Contains("### Volume {#volume}\n\nHow loud.\n\n```csharp\n// on string\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("get_Volume", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_has_what_was_written_and_not_what_the_compiler_made()
    {
        var page = Small.Page("N.Point.md");
        Assert.Contains("### X {#x}\n\nTo the right.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("PrintMembers", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It is [a pet](https://example.org/api/N.Pet-1.html#feed).")]
    [InlineData("A `Pet<T>` is one.")]
    [InlineData("| `Pet.Feed(food)` | feeds |")]
    public void A_page_leads_back_to_the_guides_that_lead_to_it(string text) =>
        Assert.Contains("Guides: [Pets](../pets.md)\n", Small.Page("N.Pet-1.md", ("pets.md", $"# Pets: how to keep them\n\n{text}\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("```csharp\nPet<int> pet;\n```")]
    [InlineData("Pet is no code, and `Pets` no type.")]
    [InlineData("See [`Pet`](./others.md).")]
    public void What_is_no_link_in_a_guide_is_none_back(string text) =>
        Assert.DoesNotContain("Guides", Small.Page("N.Pet-1.md", ("pets.md", $"# Pets\n\n{text}\n")), StringComparison.Ordinal);

    [Fact]
    public void The_guide_that_mentions_a_type_most_comes_first() => Assert.Contains(
        "Guides: [Pets](../pets.md) · [All](../all.md)\n",
        Small.Page("N.Pet-1.md", ("all.md", "# All\n\n`Pet`\n"), ("pets.md", "# Pets\n\n`Pet` `Pet`\n")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[`Pet`](https://example.org/api/N.Pet-1.html)")]
    [InlineData("## Options of Pet\n\n`Pet`")]
    public void The_guide_that_is_about_a_type_comes_before_one_that_mentions_it(string text) => Assert.Contains(
        "Guides: [Pets](../pets.md) · [Many](../many.md)\n",
        Small.Page("N.Pet-1.md", ("many.md", "# Many\n\n`Pet` `Pet` `Pet`\n"), ("pets.md", $"# Pets\n\n{text}\n")),
        StringComparison.Ordinal);

    [Fact]
    public void Guides_by_task_come_before_lists_and_what_is_for_contributors_last() => Assert.Contains(
        "Guides: [Pets](../pets.md) · [Cats](../from-cats.md) · [Errors](../errors.md) · [Roadmap](../roadmap.md)\n",
        Small.Page("N.Pet-1.md", ("errors.md", "# Errors\n\n`Pet` `Pet` `Pet`\n"), ("from-cats.md", "# Cats\n\n`Pet` `Pet`\n"), ("pets.md", "# Pets\n\n`Pet`\n"), ("roadmap.md", "# Roadmap\n\n[`Pet`](https://example.org/api/N.Pet-1.html)\n")),
        StringComparison.Ordinal);

    [Fact]
    public void A_link_within_a_page_does_not_name_its_type_again() =>
        Assert.Contains("Not [`Feed`](#feed-int).", Small.Page("N.Pet-1.md"), StringComparison.Ordinal);

    [Fact]
    public void An_enumeration_is_a_table() => Assert.Contains("| <span id=\"good\">`Good`</span> | 3 | Well. |", Small.Page("N.Mood.md"), StringComparison.Ordinal);
}
