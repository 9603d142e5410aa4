namespace XmlJson.Reference.Tests;

/// <summary>What the audit finds, and what it does not take for a fault.</summary>
public sealed class AuditTests
{
    [Fact]
    public void A_member_without_a_summary_is_found_with_its_place() =>
        Assert.Equal(["src/Small.cs(4): N.C.M() has no summary"], ProblemsOf("public void M() { }"));

    [Fact]
    public void A_reference_to_nothing_is_found() =>
        Assert.Equal(["src/Small.cs(5): N.C.M() refers to !:Nothing, which there is not"], ProblemsOf("/// <summary>See <see cref=\"Nothing\"/>.</summary>\npublic void M() { }"));

    [Fact]
    public void A_reference_to_what_is_not_public_is_found() =>
        Assert.Equal(["src/Small.cs(5): N.C.M() refers to M:N.C.Hidden, which is not public"],
            ProblemsOf("/// <summary>See <see cref=\"Hidden\"/>.</summary>\npublic void M() { }\ninternal void Hidden() { }"));

    [Fact]
    public void A_reference_to_a_type_that_is_not_public_is_found() =>
        Assert.Equal(["src/Small.cs(5): N.C.M() refers to T:N.Outside, which is not public"], ProblemsOf("/// <summary>See <see cref=\"Outside\"/>.</summary>\npublic void M() { }"));

    [Theory]
    [InlineData("throw new FormatException();", "System.FormatException")]
    [InlineData("if (DateTime.Now.Year > 0) Inner();", "System.InvalidOperationException")]
    [InlineData("ArgumentOutOfRangeException.ThrowIfNegative(DateTime.Now.Year);", "System.ArgumentOutOfRangeException")]
    [InlineData("_ = DateTime.Now.Year > 0 ? 1 : throw new FormatException();", "System.FormatException")]
    [InlineData("Outside.Fail();", "System.TimeoutException")]
    [InlineData("try { throw new FormatException(); } catch (OverflowException) { }", "System.FormatException")]
    [InlineData("try { Inner(); } catch (FormatException) { }", "System.InvalidOperationException")]
    [InlineData("try { } catch (FormatException) { throw new TimeoutException(); }", "System.TimeoutException")]
    public void An_exception_that_is_thrown_and_not_said_is_found(string body, string exception) =>
        Assert.Equal([$"src/Small.cs(5): N.C.M() throws {exception}, which its comment does not say"], ProblemsOf(Method(body)));

    [Theory]
    [InlineData("ArgumentNullException.ThrowIfNull(this);")]
    [InlineData("try { throw new FormatException(); } catch (FormatException) { }")]
    [InlineData("try { Inner(); } catch { }")]
    [InlineData("Action later = () => throw new FormatException(); later = null!;")]
    [InlineData("try { } catch (FormatException) { throw; }")]
    public void What_is_caught_comes_later_or_is_said_by_the_types_needs_no_word(string body) => Assert.Empty(ProblemsOf(Method(body)));

    [Theory]
    [InlineData("FormatException")]
    [InlineData("SystemException")]
    public void An_exception_is_said_by_itself_or_a_base(string exception) =>
        Assert.Empty(ProblemsOf($"/// <summary>It does.</summary>\n/// <exception cref=\"{exception}\">Always.</exception>\npublic void M() => throw new FormatException();"));

    [Fact]
    public void The_accessors_of_a_property_count() => Assert.Equal(
        ["src/Small.cs(5): N.C.P throws System.FormatException, which its comment does not say"],
        ProblemsOf("/// <summary>A value.</summary>\npublic int P => throw new FormatException();"));

    private static string Method(string body) => $"/// <summary>It does.</summary>\npublic void M() {{ {body} }}";

    private static IReadOnlyList<string> ProblemsOf(string members) => SmallLibrary.Of($$"""
        namespace N;
        /// <summary>A class.</summary>
        public class C {
        {{members}}
        private void Inner() => throw new InvalidOperationException();
        }
        internal static class Outside
        {
            [System.Diagnostics.CodeAnalysis.DoesNotReturn]
            public static void Fail() => throw new TimeoutException();
        }
        """).Problems;
}
