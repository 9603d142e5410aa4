namespace XmlJson.Cli.Tests;

public sealed class ProgressDisplayTests
{
    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public void Progress_is_drawn_on_a_terminal_that_nothing_else_is_written_to(bool isErrorTerminal, bool isOutputTerminal, bool isDrawn)
    {
        var error = new DrawnText();
        var streams = new StandardStreams
        {
            Input = new SlowStream("<a/>"u8.ToArray(), isDrawn ? error.Drawn : null),
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

    // Says when something is written, which another thread does when it is given the time.
    private sealed class DrawnText : StringWriter
    {
        public ManualResetEventSlim Drawn { get; } = new();

        public override void Write(char value)
        {
            base.Write(value);
            Drawn.Set();
        }

        public override void Write(char[] buffer, int index, int count)
        {
            base.Write(buffer, index, count);
            Drawn.Set();
        }

        public override void Write(string? value)
        {
            base.Write(value);
            Drawn.Set();
        }

        protected override void Dispose(bool disposing)
        {
            Drawn.Dispose();
            base.Dispose(disposing);
        }
    }

    // Work that takes until something is drawn, or else long enough for that.
    private sealed class SlowStream(byte[] bytes, ManualResetEventSlim? awaited) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (awaited is null)
            {
                Thread.Sleep(400);
            }
            else
            {
                Assert.True(awaited.Wait(TimeSpan.FromMinutes(1)), "Nothing was drawn.");
            }

            return base.Read(buffer, offset, count);
        }
    }
}
