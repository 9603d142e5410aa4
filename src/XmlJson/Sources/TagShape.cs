using XmlJson.Text;

namespace XmlJson;

/// <summary>The attributes that a start tag of some name had: the next one of that name most often has the same, one space apart, and then only their values are to be found.</summary>
/// <remarks>
/// <para>Idea: each attribute is expected whole, from the space before its name to its quotation mark, in one comparison. What follows from the names is known: no duplicate among them,
/// and the rows already hold their numbers. A tag that ends sooner has the first rows only; one that goes on in another way is read on from there as any other.</para>
/// </remarks>
internal sealed class TagShape
{
    // Longer ones are rare and change more.
    private const int MaxAttributes = 32;

    // So many are kept for the elements of one name.
    private const int MaxShapes = 4;
    private const int MaxWait = 1024;

    // So many tags may have had a shape by chance.
    private const int FewHits = 8;

    private Step[] _steps;
    private AttributeRow[] _rows;
    private TagShape? _next;
    private int _wait = 1;
    private int _misses;
    private int _hits;

    private TagShape(ReadOnlySpan<AttributeRow> rows, scoped in MarkedBytes input, NamePlan[] plans, XmlNames names)
    {
        _steps = new Step[rows.Length + 1];
        _rows = new AttributeRow[rows.Length];
        Set(rows, input, plans, names);
    }

    /// <summary>The number of attributes expected; steps and rows may be more.</summary>
    public int Count { get; private set; }

    /// <summary>What is expected, attribute by attribute, and behind the last only patterns that nothing matches.</summary>
    public Step[] Steps => _steps;

    /// <summary>The rows of the attributes, complete but for the places of their values.</summary>
    public AttributeRow[] Rows => _rows;

    /// <summary>What is to be said of some attribute of it.</summary>
    public AttributeRowFlags Flags { get; private set; }

    /// <summary>The state of the namespace scope in which the rows were given their namespaces; 0 for none.</summary>
    public long ScopeVersion { get; set; }

    /// <summary>Remembers that a tag had this shape.</summary>
    public void Hit() => _hits++;

    /// <summary>Finds another shape of the same element in which a tag goes on as it does, and moves it to the front.</summary>
    /// <param name="first">The first shape of the element, which the tag followed so far.</param>
    /// <param name="input">The stretch.</param>
    /// <param name="position">The byte behind what was read.</param>
    /// <param name="count">How many attributes were read.</param>
    /// <returns>Whether there is one; then it is the first, and its rows have the places of the values that were read.</returns>
    public static bool TrySwitch(ref TagShape first, scoped in MarkedBytes input, int position, int count)
    {
        var followed = first;
        var before = first;
        for (var shape = first._next; shape is not null; before = shape, shape = shape._next)
        {
            if (shape.Count <= count || !shape._steps[count].Matches(input, position) || !BeginsAlike(followed._rows, shape._rows, count))
            {
                continue;
            }

            for (var i = 0; i < count; i++)
            {
                ref var row = ref shape._rows[i];
                row.Start = followed._rows[i].Start;
                row.Length = followed._rows[i].Length;
                row.Flags = followed._rows[i].Flags;
            }

            before._next = shape._next;
            shape._next = first;
            first = shape;
            return true;
        }

        return false;
    }

    /// <summary>Learns from a tag that had none of the shapes known: at once when the one to be forgotten was of use, and otherwise the more seldom, the more often it was not.</summary>
    /// <param name="first">The first shape of the element.</param>
    /// <param name="rows">The tag's attributes.</param>
    /// <param name="input">Where they stand.</param>
    /// <param name="plans">The plans for all names.</param>
    /// <param name="names">The names.</param>
    public static void Learn(ref TagShape? first, ReadOnlySpan<AttributeRow> rows, scoped in MarkedBytes input, NamePlan[] plans, XmlNames names)
    {
        if (rows.Length is 0 or > MaxAttributes)
        {
            return;
        }

        var shapes = 0;
        TagShape? before = null;
        var last = first;
        for (var shape = first; shape is not null; shape = shape._next)
        {
            shapes++;
            before = last == shape ? null : last;
            last = shape;
        }

        if (shapes < MaxShapes)
        {
            first = new TagShape(rows, input, plans, names) { _next = first };
        }
        else if (last!.Miss(rows, input, plans, names))
        {
            before!._next = null;
            last._next = first;
            first = last;
        }
    }

    private static bool BeginsAlike(AttributeRow[] left, AttributeRow[] right, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (left[i].NameId != right[i].NameId)
            {
                return false;
            }
        }

        return true;
    }

    private bool Miss(ReadOnlySpan<AttributeRow> rows, scoped in MarkedBytes input, NamePlan[] plans, XmlNames names)
    {
        if (_hits > FewHits)
        {
            _wait = 1;
        }
        else if (++_misses < _wait)
        {
            return false;
        }
        else
        {
            _wait = Math.Min(_wait * 2, MaxWait);
        }

        _misses = _hits = 0;
        if (rows.Length > _rows.Length)
        {
            _steps = new Step[rows.Length + 1];
            _rows = new AttributeRow[rows.Length];
        }

        Set(rows, input, plans, names);
        return true;
    }

    private void Set(ReadOnlySpan<AttributeRow> rows, scoped in MarkedBytes input, NamePlan[] plans, XmlNames names)
    {
        Count = rows.Length;
        Flags = AttributeRowFlags.None;
        ScopeVersion = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            ref readonly var plan = ref plans[rows[i].NameId];
            Flags |= plan.Flags;
            var mark = input[rows[i].Start - 1];
            _steps[i] = new Step
            {
                Pattern = mark == '"' ? plan.Attribute : NamePattern.ForAttribute(names.Bytes(plan.NameId), mark),
                ValueStart = plan.ValueStart,
                Flags = plan.Flags,
                Mark = mark,
                Bytes = plan.Length > NamePattern.MaxAttributeName ? [(byte)' ', .. names.Bytes(plan.NameId), (byte)'=', mark] : null,
            };
        }

        _steps.AsSpan(rows.Length).Fill(new Step { Pattern = NamePattern.None });
        rows.CopyTo(_rows);
    }

    /// <summary>One attribute that is expected.</summary>
    internal struct Step
    {
        /// <summary>How it begins.</summary>
        public NamePattern Pattern;

        /// <summary>How far from there its value begins.</summary>
        public int ValueStart;

        /// <summary>What is to be said of it.</summary>
        public AttributeRowFlags Flags;

        /// <summary>Its quotation mark.</summary>
        public byte Mark;

        /// <summary>How it begins, when that is too long for a pattern.</summary>
        public byte[]? Bytes;

        /// <summary>Whether it stands here, however long it is.</summary>
        public readonly bool Matches(scoped in MarkedBytes input, int position) =>
            Pattern.Matches(ref input.At(position))
            || (Bytes is not null && Bytes.Length <= input.Length - position && input.Slice(position, Bytes.Length).SequenceEqual(Bytes));
    }
}
