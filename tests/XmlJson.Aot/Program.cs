using System.Runtime.CompilerServices;
using XmlJson.Aot;

var checks = new Checks();
checks.That("there is no JIT", () => !RuntimeFeature.IsDynamicCodeSupported);
ParseChecks.Run(checks);
WriterChecks.Run(checks);
TreeChecks.Run(checks);
MappingChecks.Run(checks);
return checks.Finish();
