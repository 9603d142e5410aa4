namespace XmlJson.Benchmarks.Tests;

public class StatisticsTests
{
    [Fact]
    public void The_median_is_the_middle_value_whatever_the_order()
    {
        Assert.Equal(3, Statistics.Median([9, 1, 3]));
        Assert.Equal(2.5, Statistics.Median([100, 2, 3, 1]));
        Assert.Equal(7, Statistics.Median([7]));
    }

    [Fact]
    public void Twice_and_half_as_fast_cancel_out_in_the_geometric_mean()
    {
        Assert.Equal(1, Statistics.GeometricMean([2, 0.5]), 12);
        Assert.Equal(6, Statistics.GeometricMean([4, 9]), 12);
        Assert.Equal(1e300, Statistics.GeometricMean([1e300, 1e300, 1e300]), 1e290);
    }

    [Fact]
    public void Means_that_do_not_exist_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Statistics.Median([]));
        Assert.Throws<ArgumentException>(() => Statistics.GeometricMean([]));
        Assert.Throws<ArgumentException>(() => Statistics.GeometricMean([1, 0]));
        Assert.Throws<ArgumentException>(() => Statistics.GeometricMean([double.NaN]));
    }
}
