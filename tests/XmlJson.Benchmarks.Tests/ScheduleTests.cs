namespace XmlJson.Benchmarks.Tests;

public class ScheduleTests
{
    [Fact]
    public void Everybody_runs_once_in_each_round_and_begins_in_turn()
    {
        var rounds = Enumerable.Range(0, 8).Select(round => Schedule.Round(4, round).ToArray()).ToArray();

        Assert.All(rounds, round => Assert.Equal([0, 1, 2, 3], round.Order()));
        Assert.Equal([0, 1, 2, 3, 0, 1, 2, 3], rounds.Select(round => round[0]));
    }
}
