namespace XmlJson.Benchmarks;

/// <summary>The few statistics that a comparison needs.</summary>
internal static class Statistics
{
    /// <summary>The middle value; between the two middle ones when their number is even.</summary>
    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
        {
            throw new ArgumentException("There is no median of nothing.", nameof(values));
        }

        var middle = sorted.Length / 2;
        return sorted.Length % 2 != 0 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The n-th root of the product: the mean for ratios, in which 2 and ½ cancel out.</summary>
    /// <exception cref="ArgumentException">There are no values, or one is not positive.</exception>
    public static double GeometricMean(IEnumerable<double> values)
    {
        var sum = 0.0;
        var count = 0;
        foreach (var value in values)
        {
            if (!(value > 0))
            {
                throw new ArgumentException($"{value} has no place in a geometric mean.", nameof(values));
            }

            sum += Math.Log(value);
            count++;
        }

        return count > 0 ? Math.Exp(sum / count) : throw new ArgumentException("There is no mean of nothing.", nameof(values));
    }
}
