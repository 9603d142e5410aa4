using System.Text.Json;
using System.Text.Json.Serialization;

namespace XmlJson.Benchmarks;

/// <summary>The form of <c>--json</c>, written out at build time: so it can be had where nothing can be looked up at run time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IEnumerable<ComparisonRow>))]
[JsonSerializable(typeof(List<ComparisonRow>))]
internal sealed partial class ComparisonJson : JsonSerializerContext;
