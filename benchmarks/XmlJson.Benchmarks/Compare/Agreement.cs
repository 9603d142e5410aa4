namespace XmlJson.Benchmarks;

/// <summary>Makes sure that contenders did the same work before their speeds are compared.</summary>
internal static class Agreement
{
    /// <summary>Prepares contenders for a document and has each do the work thoroughly once.</summary>
    /// <returns>What all agree on, in the form that the first one gives it, and who has it in another form.</returns>
    /// <exception cref="WrongAnswerException">They do not agree, or one of them fails.</exception>
    public static (Answer Answer, IReadOnlyList<string> OtherForms) Find(IReadOnlyList<IContender> contenders, InputDocument document, string work)
    {
        var answers = new List<Answer>();
        foreach (var contender in contenders)
        {
            try
            {
                contender.Prepare(document);
                answers.Add(contender.Verify());
            }
            catch (Exception error) when (error is not WrongAnswerException)
            {
                throw new WrongAnswerException($"{document.Name}, {work}: {contender.Name} failed. {error.Message}", error);
            }
        }

        if (!answers.TrueForAll(answers[0].AgreesWith))
        {
            var list = string.Concat(contenders.Zip(answers, (contender, answer) => $"{Environment.NewLine}  {contender.Name}: {answer}"));
            throw new WrongAnswerException($"{document.Name}, {work}: the contenders do not agree.{list}");
        }

        return (answers[0], [.. contenders.Where((_, i) => !answers[i].LooksLike(answers[0])).Select(contender => contender.Name)]);
    }
}
