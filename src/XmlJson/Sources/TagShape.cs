using XmlJson.Text;

namespace XmlJson;

/// <summary>The attributes that a start tag of some name had: the next one of that name most often has the same, as far apart, and then only their values are to be found.</summary>
/// <remarks>
/// <para>Idea: each attribute is expected whole, from the white space before its name to its quotation mark, in one comparison. What follows from the names is known: no duplicate among them,
/// and their numbers. A tag that ends sooner has the first attributes only. Where two tags of one name parted, each knows the other: one that begins as expected and then does not goes on in that.</para>
/// </remarks>
internal sealed class TagShape
{
    // Longer ones are rare and change more.
    private const int MaxAttributes = AttributeBuffer.UsualRows;

    // A name, and the white space of a line that begins with it.
    private const int MaxLead = 256;

    // So many are kept for the elements of one name.
    private const int MaxShapes = 4;
    private const int MaxWait = 1024;

    // So many tags may have had a shape by chance.
    private const int FewHits = 8;

    // After so many tags that had none, it is asked whether many more had one: looking in vain costs more than finding one gains.
    private const int Trial = 64;
    private const int EnoughHits = 4 * Trial;
    private const int MaxRest = 64 * 1024;

    private Step[] _steps;

    // The shapes of one element are a ring, so that another becomes the one that is expected without any change to their order; the higher its turn, the later that was.
    private TagShape _next;
    private long _turn;

    private int _wait = 1;
    private int _misses;
    private int _hits;

    // How many of the hits belong to the trial before.
    private int _hitsBefore;

    private TagShape(ReadOnlySpan<AttributeRow> rows, scoped in MarkedBytes input, int position, NamePlan[] plans)
    {
        _steps = new Step[rows.Length + 1];
        _next = this;
        Set(rows, input, position, plans);
    }

    /// <summary>The number of attributes expected; steps may be more.</summary>
    public int Count { get; private set; }

    /// <summary>What is expected, attribute by attribute, and behind the last only patterns that nothing matches.</summary>
    public Step[] Steps => _steps;

    /// <summary>What is to be said of some attribute of it.</summary>
    public AttributeRowFlags Flags { get; private set; }

    /// <summary>The state of the namespace scope in which the attributes have the namespaces that their rows tell; 0 for none.</summary>
    public long ScopeVersion { get; private set; }

    /// <summary>Remembers that a tag had this shape.</summary>
    public void Hit() => _hits++;

    /// <summary>Notes that a tag which was expected to have another shape went on in this one.</summary>
    public void TakeTurn(TagShape followed) => _turn = followed._turn + 1;

    /// <summary>Finds another shape of the same element in which a tag goes on as it does.</summary>
    /// <param name="expected">The shape that the tag followed so far, and then the one that it goes on in: the next tag is expected to have that one.</param>
    /// <param name="input">The stretch.</param>
    /// <param name="position">The byte behind what was read.</param>
    /// <param name="count">How many attributes were read.</param>
    /// <returns>Whether there is one; the attributes that were read are those that it begins with.</returns>
    public static bool TrySwitch(ref TagShape expected, scoped in MarkedBytes input, int position, int count)
    {
        var followed = expected;
        for (var shape = followed._next; shape != followed; shape = shape._next)
        {
            if (shape.Count <= count || !shape._steps[count].Matches(input, position, out _) || !BeginsAlike(followed._steps, shape._steps, count))
            {
                continue;
            }

            shape.TakeTurn(followed);
            expected = shape;
            return true;
        }

        return false;
    }

    /// <summary>Remembers the namespaces of a tag's attributes, which were all of its shape.</summary>
    /// <param name="rows">Their rows.</param>
    /// <param name="version">The state of the scope.</param>
    public void Remember(ReadOnlySpan<AttributeRow> rows, long version)
    {
        if (rows.Length < Count)
        {
            // Those that are missing have older ones.
            return;
        }

        for (var i = 0; i < rows.Length; i++)
        {
            _steps[i].Row.UriId = rows[i].UriId;
        }

        ScopeVersion = version;
    }

    /// <summary>Learns from a tag that had none of the shapes known: at once when the one to be forgotten was of use, and otherwise the more seldom, the more often it was not.</summary>
    /// <remarks>Where too many tags have none, as when attributes come in any order, no shape is expected for a while: looking for one costs time too.</remarks>
    /// <param name="element">The plan for the element's name.</param>
    /// <param name="rows">The tag's attributes.</param>
    /// <param name="input">Where they stand.</param>
    /// <param name="position">Where the element's name ends.</param>
    /// <param name="plans">The plans for all names.</param>
    public static void Learn(ref NamePlan element, ReadOnlySpan<AttributeRow> rows, scoped in MarkedBytes input, int position, NamePlan[] plans)
    {
        if (rows.Length is 0 or > MaxAttributes || IsResting(ref element))
        {
            return;
        }

        if (element.Shape is not { } expected)
        {
            element.Shape = new TagShape(rows, input, position, plans);
            return;
        }

        var shapes = 1;
        var oldest = expected;
        for (var shape = expected._next; shape != expected; shape = shape._next)
        {
            shapes++;
            oldest = shape._turn < oldest._turn ? shape : oldest;
        }

        if (shapes < MaxShapes)
        {
            expected._next = new TagShape(rows, input, position, plans) { _next = expected._next, _turn = expected._turn + 1 };
            element.Shape = expected._next;
            element.Shape.LinkAll();
            return;
        }

        // What is forgotten takes its hits along.
        element.ShapeHits += oldest.TakeHits();
        if (oldest.Miss(rows, input, position, plans))
        {
            oldest._turn = expected._turn + 1;
            element.Shape = oldest;
            oldest.LinkAll();
        }

        if (++element.ShapeMisses == Trial)
        {
            EndTrial(ref element);
        }
    }

    private static void EndTrial(ref NamePlan element)
    {
        var hits = element.ShapeHits;
        var shape = element.Shape!;
        do
        {
            hits += shape.TakeHits();
            shape = shape._next;
        }
        while (shape != element.Shape);

        element.ShapeMisses = element.ShapeHits = 0;
        if (hits >= EnoughHits)
        {
            element.NextShapeRest = 0;
            return;
        }

        (element.Shape, element.RestingShape) = (null, element.Shape);
        element.ShapeRest = element.NextShapeRest = Math.Clamp(element.NextShapeRest * 2, Trial, MaxRest);
    }

    private static bool IsResting(ref NamePlan element)
    {
        if (element.RestingShape is null)
        {
            return false;
        }

        if (--element.ShapeRest > 0)
        {
            return true;
        }

        (element.Shape, element.RestingShape) = (element.RestingShape, null);
        return false;
    }

    private int TakeHits()
    {
        var hits = _hits - _hitsBefore;
        _hitsBefore = _hits;
        return hits;
    }

    // Of two that part in the same place, the one that was met later is looked at first.
    private void LinkAll()
    {
        var shape = this;
        do
        {
            foreach (ref var step in shape._steps.AsSpan())
            {
                step.Other = null;
            }

            shape = shape._next;
        }
        while (shape != this);

        do
        {
            for (var other = shape._next; other != shape; other = other._next)
            {
                ref var step = ref shape._steps[shape.PartsAt(other)];
                if (step.Other is null || step.Other._turn < other._turn)
                {
                    step.Other = other;
                }
            }

            shape = shape._next;
        }
        while (shape != this);
    }

    // The first attribute that is not expected in the same way, or the end of the shorter one.
    private int PartsAt(TagShape other)
    {
        var shorter = Math.Min(Count, other.Count);
        var i = 0;
        while (i < shorter && _steps[i].Row.NameId == other._steps[i].Row.NameId && _steps[i].Pattern.Is(other._steps[i].Pattern))
        {
            i++;
        }

        return i;
    }

    private static bool BeginsAlike(Step[] left, Step[] right, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (left[i].Row.NameId != right[i].Row.NameId)
            {
                return false;
            }
        }

        return true;
    }

    private bool Miss(ReadOnlySpan<AttributeRow> rows, scoped in MarkedBytes input, int position, NamePlan[] plans)
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

        _misses = _hits = _hitsBefore = 0;
        if (rows.Length >= _steps.Length)
        {
            _steps = new Step[rows.Length + 1];
        }

        Set(rows, input, position, plans);
        return true;
    }

    private void Set(ReadOnlySpan<AttributeRow> rows, scoped in MarkedBytes input, int position, NamePlan[] plans)
    {
        Count = rows.Length;
        Flags = AttributeRowFlags.None;
        ScopeVersion = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var flags = plans[rows[i].NameId].Flags;
            var lead = input.Slice(position, rows[i].Start - position);
            Flags |= flags;
            _steps[i] = new Step
            {
                Pattern = NamePattern.ForLead(lead),
                ValueStart = Math.Min(lead.Length, NamePattern.MaxLead),
                Row = new AttributeRow { NameId = rows[i].NameId, UriId = rows[i].UriId, Flags = flags },
                Mark = lead[^1],
                Bytes = lead.Length is > NamePattern.MaxLead and <= MaxLead ? lead.ToArray() : null,
            };
            position = rows[i].Start + rows[i].Length + 1;
        }

        _steps.AsSpan(rows.Length).Fill(new Step { Pattern = NamePattern.None });
    }

    /// <summary>One attribute that is expected.</summary>
    internal struct Step
    {
        /// <summary>How it begins.</summary>
        public NamePattern Pattern;

        /// <summary>How far from there its value begins, when <see cref="Pattern"/> holds all that is before; never more than a pattern holds, since what is behind the input may look like any.</summary>
        public int ValueStart;

        /// <summary>Its row, complete but for the place of its value.</summary>
        public AttributeRow Row;

        /// <summary>Its quotation mark.</summary>
        public byte Mark;

        /// <summary>How it begins, when that is too long for a pattern.</summary>
        public byte[]? Bytes;

        /// <summary>The shape that a tag may go on in when this attribute does not come next: up to here both are alike.</summary>
        public TagShape? Other;

        /// <summary>Whether it stands here, however long it is.</summary>
        /// <param name="input">The stretch.</param>
        /// <param name="position">Where it would begin.</param>
        /// <param name="valueStart">Where its value begins.</param>
        public readonly bool Matches(scoped in MarkedBytes input, int position, out int valueStart)
        {
            valueStart = position + (Bytes?.Length ?? ValueStart);
            return Bytes is null
                ? Pattern.Matches(ref input.At(position))
                : Bytes.Length <= input.Length - position && input.Slice(position, Bytes.Length).SequenceEqual(Bytes);
        }
    }
}
