using System.Runtime.CompilerServices;
using XmlJson.Text;

namespace XmlJson;

// Names in tags: their numbers, and the plan that is made for each when it is first met.
public sealed partial class Utf8XmlParser
{
    private NamePlan[] _plans = [];
    private readonly NameGuesses _guesses = new();
    private int _tagSerial;

    // Of an element other than the one expected; -1 when its name does not end within the input.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindElement(scoped in MarkedBytes input, int position, ref int follower)
    {
        var nameEnd = input.FindNameEnd(position + 1);
        if (nameEnd >= input.Length)
        {
            return -1;
        }

        var id = FindName(input, position + 1, nameEnd);
        follower = id;
        return id;
    }

    // The number of a name, which has a plan then.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int FindName(scoped in MarkedBytes input, int start, int end)
    {
        var length = end - start;
        ref var guess = ref _guesses.For(input.Eight(start), input.Eight(start + Math.Max(0, length - sizeof(ulong))), length);
        ref var plan = ref _plans[guess];
        if (plan.Length == length && plan.Name.Matches(ref input.At(start - 1)))
        {
            return guess;
        }

        guess = FindNameByHash(input, start, end);
        return guess;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindNameByHash(scoped in MarkedBytes input, int start, int end)
    {
        var id = _names.Find(NameHead.Read(ref input.At(start), end - start), ref input.At(start), end - start);
        return (uint)id < (uint)_plans.Length && _plans[id].NameId != 0 ? id : PlanName(input, start, end);
    }

    /// <summary>Stores a name that is met for the first time, and plans for it.</summary>
    /// <returns>Its number.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int PlanName(scoped in MarkedBytes input, int start, int end)
    {
        var id = _names.Find(input.Slice(start, end - start));
        if (id <= XmlNames.EmptyName)
        {
            id = InternName(input, start, end);
        }

        PlanFor(id);
        return id;
    }

    private ref NamePlan PlanFor(int id)
    {
        if (id >= _plans.Length)
        {
            GrowPlans(id);
        }

        ref var plan = ref _plans[id];
        if (plan.NameId == 0)
        {
            plan = NamePlan.Create(id, _names.Info(id), _options.Namespaces);
        }

        return ref plan;
    }

    private void GrowPlans(int id)
    {
        var planned = _plans.Length;
        Array.Resize(ref _plans, Math.Max(64, id * 2));
        _plans.AsSpan(planned).Fill(NamePlan.None);
        _guesses.Fit(_plans.Length);
    }

    private int InternName(scoped in MarkedBytes input, int start, int end)
    {
        var name = input.Slice(start, end - start);
        var valid = NameCharacters.NameLength(name);
        if (valid < name.Length || name.IsEmpty)
        {
            FailAtName(input, start, start + valid);
        }

        if (name.Length > _options.MaxNameLength)
        {
            Fail(XmlErrorCode.NameLengthLimit, start, $"A name is longer than {nameof(XmlParserOptions)}.{nameof(XmlParserOptions.MaxNameLength)} allows ({_options.MaxNameLength} bytes).");
        }

        // A name that is refused is not stored: it would be found, and pass, the next time.
        if (_options.Namespaces && !NameCharacters.IsQName(name))
        {
            Fail(XmlErrorCode.InvalidQualifiedName, start, $"'{Show(name)}' is not a qualified name: it may have one colon, with a name on each side.");
        }

        CountName(start);
        return _names.Intern(name);
    }

    // Before a name or namespace name is stored that is not known.
    private void CountName(int position)
    {
        if (_nameLimit.IsReached(_names))
        {
            Fail(XmlErrorCode.NameCountLimit, position, _nameLimit.Exceeded);
        }
    }

    private int NextSerial()
    {
        if (_tagSerial == int.MaxValue)
        {
            _tagSerial = 0;
            foreach (ref var plan in _plans.AsSpan())
            {
                plan.LastUse = 0;
            }
        }

        return ++_tagSerial;
    }
}
