namespace XmlJson.Cli.Tests;

public sealed class ProgressDisplayTests
{
    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public void Progress_is_drawn_on_a_terminal_that_nothing_else_is_written_to(bool isErrorTerminal, bool isOutputTerminal, bool isDrawn)
    {
        var error = new StringWriter();
        var streams = new StandardStreams
        {
            Input = new SlowStream("<a/>"u8.ToArray()),
            Output = new MemoryStream(),
            Error = error,
            IsErrorTerminal = isErrorTerminal,
            IsOutputTerminal = isOutputTerminal,
            ProgressDelay = TimeSpan.Zero,
        };

        Assert.Equal(0, CommandLine.Run(["stats", "-"], streams));

        Assert.Equal(isDrawn, error.ToString().Length > 0);
    }

    [Fact]
    public void Short_work_is_silent()
    {
        var error = new StringWriter();
        var streams = new StandardStreams
        {
            Input = new MemoryStream("<a/>"u8.ToArray()),
            Output = new MemoryStream(),
            Error = error,
            IsErrorTerminal = true,
            ProgressDelay = TimeSpan.FromMinutes(1),
        };

        Assert.Equal(0, CommandLine.Run(["stats", "-"], streams));

        Assert.Empty(error.ToString());
    }

    private sealed class SlowStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            Thread.Sleep(400);
            return base.Read(buffer, offset, count);
        }
    }
}
