namespace XmlJson.Mapping;

/// <summary>The JSON type that text becomes.</summary>
public enum ScalarType
{
    /// <summary>A string, whatever it looks like.</summary>
    String,

    /// <summary>
    /// A number, <c>true</c> or <c>false</c> where the text is exactly how one is written (see <see cref="TypeRule.Inferred"/>); a string otherwise.
    /// </summary>
    Inferred,

    /// <summary>
    /// A number, digit by digit as it stands; <c>+1</c>, <c>01</c>, <c>.5</c> and <c>1.</c>, which are numbers in XML Schema and not in JSON, become <c>1</c>, <c>1</c>, <c>0.5</c> and <c>1</c>, and
    /// are told. Other text is refused with <see cref="MappingErrorCode.InvalidValue"/>.
    /// </summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>, also from <c>1</c> and <c>0</c>, which is told (XML Schema Datatypes §3.2.2). Other text is refused with <see cref="MappingErrorCode.InvalidValue"/>.</summary>
    Boolean,
}
