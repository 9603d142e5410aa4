namespace XmlJson.Aot;

/// <summary>Counts what holds. A test framework would need reflection, which is what is not there.</summary>
internal sealed class Checks
{
    private int _passed;
    private int _failed;

    public void That(string name, Func<bool> holds)
    {
        string? problem = null;
        try
        {
            if (!holds())
            {
                problem = "does not hold";
            }
        }
        catch (Exception exception)
        {
            problem = exception.ToString();
        }

        if (problem is null)
        {
            _passed++;
            Console.WriteLine($"ok    {name}");
        }
        else
        {
            _failed++;
            Console.WriteLine($"FAIL  {name}: {problem}");
        }
    }

    /// <summary>Prints the totals and returns the exit code.</summary>
    public int Finish()
    {
        Console.WriteLine($"{_passed} passed, {_failed} failed, 0 skipped");
        return _failed == 0 ? 0 : 1;
    }
}
