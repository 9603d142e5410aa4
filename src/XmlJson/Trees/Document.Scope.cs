namespace XmlJson.Trees;

// Which prefix means which namespace at an element.
public sealed partial class Document
{
    /// <summary>The number of the namespace that a prefix means at an element; negative when it means nothing.</summary>
    internal int NamespaceBoundTo(int prefix, int element)
    {
        for (; element >= 0; element = Node(element).Parent)
        {
            ref var node = ref Node(element);
            if (node.Kind != NodeKind.Element)
            {
                continue;
            }

            // An element's own name says it even where a declaration is missing, as after an edit.
            ref readonly var name = ref Names[node.Name];
            if (name.Prefix == prefix && name.Namespace > XmlNames.NoNamespace)
            {
                return name.Namespace;
            }

            if (FindDeclaration(element, prefix) is var declaration and not 0)
            {
                return Names.Names.FindUri(ValueOf(declaration));
            }
        }

        return -1;
    }

    /// <summary>The number of a prefix that means a namespace at an element, an own one before one further up; negative when there is none.</summary>
    /// <param name="uri">The namespace's number; nothing means a negative one.</param>
    /// <param name="element">The element; negative for none.</param>
    /// <param name="emptyToo">Whether it may be the empty prefix.</param>
    /// <param name="levels">How many elements are looked at, this one and those above it.</param>
    internal int PrefixBoundTo(int uri, int element, bool emptyToo, int levels = int.MaxValue)
    {
        if (uri <= XmlNames.NoNamespace)
        {
            return -1;
        }

        // The first one that was ever bound to it is nearly always the answer; only where it means something else here all prefixes have to be remembered.
        var prefix = FirstPrefixOf(uri, element, emptyToo, levels, inner: null);
        return prefix < 0 || NamespaceBoundTo(prefix, element) == uri ? prefix : FirstPrefixOf(uri, element, emptyToo, levels, inner: []);
    }

    // The nearest prefix that is bound to a namespace somewhere above, but for those that are bound nearer.
    private int FirstPrefixOf(int uri, int element, bool emptyToo, int levels, HashSet<int>? inner)
    {
        bool Fits(int prefix, int bound) => (inner is null || inner.Add(prefix)) && bound == uri && (emptyToo || prefix != XmlNames.EmptyName);
        for (; element >= 0 && levels > 0; element = Node(element).Parent, levels--)
        {
            ref var node = ref Node(element);
            if (node.Kind != NodeKind.Element)
            {
                continue;
            }

            ref readonly var name = ref Names[node.Name];
            if (name.Namespace > XmlNames.NoNamespace && Fits(name.Prefix, name.Namespace))
            {
                return name.Prefix;
            }

            var (index, place) = (0, 0);
            while ((index = NextDeclaration(element, index, ref place)) != 0)
            {
                var prefix = Names[Attribute(index).Name].DeclaredPrefix;
                if (Fits(prefix, Names.Names.FindUri(ValueOf(index))))
                {
                    return prefix;
                }
            }
        }

        return -1;
    }

    private int FindDeclaration(int element, int prefix)
    {
        var (index, place) = (0, 0);
        while ((index = NextDeclaration(element, index, ref place)) != 0)
        {
            if (Names[Attribute(index).Name].DeclaredPrefix == prefix)
            {
                break;
            }
        }

        return index;
    }

    // The first attribute of an element behind another one that declares a namespace; 0 behind the last. The place counts those before.
    private int NextDeclaration(int element, int index, ref int place)
    {
        if (KnownIndexOf(element) is { } known)
        {
            return known.DeclarationAt(place++);
        }

        var steps = 0;
        index = index == 0 ? Node(element).FirstAttribute : Attribute(index).Next;
        while (index > 0 && Names[Attribute(index).Name].Namespace != XmlNames.XmlnsNamespace)
        {
            index = Attribute(index).Next;
            if (++steps == ManyAttributes && (known = IndexOf(element)) is not null)
            {
                return known.DeclarationAt(place++);
            }
        }

        place++;
        return Math.Max(index, 0);
    }
}
