using System.Runtime.CompilerServices;
using System.Text;

namespace XmlJson;

/// <summary>Finds the <see cref="XmlName"/> of a name given in three strings, quickly when the strings are the same instances as before, as an <see cref="System.Xml.XmlNameTable"/> makes them.</summary>
internal sealed class ReaderNames(XmlNames names)
{
    private const int Slots = 1024;

    private readonly Slot[] _slots = new Slot[Slots];

    /// <summary>The name of an element or attribute.</summary>
    public XmlName Get(string local, string prefix, string uri)
    {
        var index = RuntimeHelpers.GetHashCode(local) & (Slots - 1);
        ref var first = ref _slots[index];
        if (first.Is(local, prefix, uri))
        {
            return first.Name;
        }

        ref var second = ref _slots[index ^ 1];
        if (second.Is(local, prefix, uri))
        {
            return second.Name;
        }

        // What was in the first slot moves to the second: of three names that share two slots, the one used last but one is forgotten last.
        second = first;
        first = new Slot(local, prefix, uri, Make(local, prefix, uri));
        return first.Name;
    }

    private XmlName Make(string local, string prefix, string uri)
    {
        if (prefix.Length == 0 && local.Contains(':'))
        {
            // A reader that does not process namespaces gives whole names as local ones.
            var id = names.Intern(Encoding.UTF8.GetBytes(local));
            return id < 0 ? names.Get(local) : new XmlName(names, id, -1);
        }

        return names.Get(prefix.Length == 0 ? local : $"{prefix}:{local}", uri);
    }

    private readonly record struct Slot(string Local, string Prefix, string Uri, XmlName Name)
    {
        public bool Is(string local, string prefix, string uri) =>
            ReferenceEquals(Local, local) && ReferenceEquals(Prefix, prefix) && ReferenceEquals(Uri, uri);
    }
}
