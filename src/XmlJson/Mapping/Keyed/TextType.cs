namespace XmlJson.Mapping.Keyed;

/// <summary>What a text becomes: a <see cref="ScalarType"/>, or what only <c>xsi:type</c> can say.</summary>
internal enum TextType : byte
{
    String = (byte)ScalarType.String,
    Inferred = (byte)ScalarType.Inferred,
    Number = (byte)ScalarType.Number,
    Boolean = (byte)ScalarType.Boolean,

    /// <summary>A number, or a string where it is none of JSON: <c>NaN</c>, <c>INF</c>, <c>-INF</c> (XML Schema Datatypes §3.2.5).</summary>
    Double,
}
