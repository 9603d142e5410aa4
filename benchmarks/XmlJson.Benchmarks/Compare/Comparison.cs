namespace XmlJson.Benchmarks;

/// <summary>Compares the contenders of one work on one document.</summary>
internal sealed class Comparison
{
    private readonly Work _work;
    private readonly int _rounds;
    private readonly double _sampleNanoseconds;

    /// <summary>Sets up a comparison.</summary>
    /// <param name="work">What to do.</param>
    /// <param name="rounds">How many times everyone is measured.</param>
    /// <param name="sampleTime">How long a measurement must last at least: a small document is worked on many times in one.</param>
    public Comparison(Work work, int rounds, TimeSpan sampleTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        _work = work;
        _rounds = rounds;
        _sampleNanoseconds = sampleTime.TotalNanoseconds;
    }

    /// <summary>Runs it.</summary>
    /// <param name="document">What to work on.</param>
    /// <returns>What all of the first group agree on, as those of each other group do, and the results, group by group, each group's baseline first.</returns>
    /// <exception cref="WrongAnswerException">The contenders do not agree, or one of them fails.</exception>
    public FileResult Run(InputDocument document)
    {
        var groups = _work.CreateGroups();
        IContender[] contenders = [.. groups.SelectMany(group => group)];
        try
        {
            var agreed = groups.Select(group => Agreement.Find(group, document, _work.Name)).ToArray();
            var runs = contenders.Select(Calibrate).ToArray();
            var samples = Measure(contenders, runs);
            return new FileResult(document.Bytes.Length, agreed[0].Answer, [.. agreed.SelectMany(group => group.OtherForms)], Summarize(groups, samples, document));
        }
        catch (Exception error) when (error is not WrongAnswerException)
        {
            throw new WrongAnswerException($"{document.Name}, {_work.Name}: a contender failed while it was measured. {error}", error);
        }
        finally
        {
            foreach (var contender in contenders)
            {
                contender.Dispose();
            }
        }
    }

    /// <summary>Warms up on this document and finds how many runs make one sample.</summary>
    private int Calibrate(IContender contender)
    {
        var runs = 1;
        while (true)
        {
            var time = Sample.Take(contender, runs).Nanoseconds;
            contender.Check();
            if (time * runs >= _sampleNanoseconds)
            {
                return runs;
            }

            // Overshooting a little ends this sooner; growing at most eightfold keeps one odd sample from deciding.
            var wanted = _sampleNanoseconds * 1.1 / Math.Max(time, 1);
            runs = (int)Math.Clamp(wanted, runs + 1, runs * 8.0);
        }
    }

    private Sample[][] Measure(IContender[] contenders, int[] runs)
    {
        var samples = contenders.Select(_ => new Sample[_rounds]).ToArray();
        for (var round = 0; round < _rounds; round++)
        {
            foreach (var i in Schedule.Round(contenders.Length, round))
            {
                // A run that is not measured finds caches and pools as everybody else left them; and nobody cleans up after somebody else.
                contenders[i].Run();
                contenders[i].Check();
                GC.Collect();
                samples[i][round] = Sample.Take(contenders[i], runs[i]);
                contenders[i].Check();
            }
        }

        return samples;
    }

    private List<ComparisonRow> Summarize(IContender[][] groups, Sample[][] samples, InputDocument document)
    {
        var rows = new List<ComparisonRow>();
        double size = document.Bytes.Length;
        foreach (var group in groups)
        {
            var baseline = double.NaN;
            foreach (var contender in group)
            {
                var own = samples[rows.Count];
                var time = Statistics.Median(own.Select(sample => sample.Nanoseconds));
                var allocated = Statistics.Median(own.Select(sample => sample.AllocatedBytes));
                if (contender == group[0])
                {
                    baseline = time;
                }

                rows.Add(new ComparisonRow(document.Name, _work.Name, contender.Name, size / time * 1000, baseline / time, allocated / size, _rounds));
            }
        }

        return rows;
    }
}
