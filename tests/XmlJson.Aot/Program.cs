using XmlJson;
using XmlJson.Aot;

var checks = new Checks();

checks.That("running without a JIT", !System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported);
checks.That("names are interned", () =>
{
    var names = new XmlNames();
    return ReferenceEquals(names.Get("book"u8).ToString(), names.Get("book"u8).ToString()) && names.Get("book"u8).Is("book"u8);
});

return checks.Finish();
