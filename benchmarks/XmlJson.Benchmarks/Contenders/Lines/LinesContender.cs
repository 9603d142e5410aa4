namespace XmlJson.Benchmarks;

/// <summary>A contender that writes every element under the root as JSON on a line of its own, as Newtonsoft.Json would.</summary>
internal abstract class LinesContender : OutputContender
{
    /// <summary>Every element under the root.</summary>
    protected const string Path = "/*/*";

    /// <summary>How many lines there are, and what they say.</summary>
    protected sealed override Answer AnswerOf(byte[] output)
    {
        var (lines, values, form) = (0L, new Hash64(), new Hash64());
        var rest = output.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = rest.IndexOf((byte)'\n');
            if (length < 0)
            {
                throw new WrongAnswerException($"{Name} did not end its last line.");
            }

            var json = JsonContent.Read(rest[..length]);
            values.Add(json.Values);
            form.Add(json.Form);
            lines++;
            rest = rest[(length + 1)..];
        }

        return new Answer($"lines {lines}", values.Value, form.Value);
    }
}
