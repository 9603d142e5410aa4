using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace XmlJson.Text;

/// <summary>Reads a generic argument that is known to be of a class type, where the compiler must allow for a ref struct.</summary>
internal static class ClassArgument
{
    /// <summary>The object.</summary>
    public static object? Read<T>(ref T value)
        where T : allows ref struct
    {
        Debug.Assert(!typeof(T).IsValueType, "Only a class or interface type holds a reference.");
        // Safe: a variable of a class or interface type holds one object reference.
        return Unsafe.As<T, object?>(ref value);
    }
}
