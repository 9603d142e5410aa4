namespace XmlJson.Cli;

/// <summary>An input is refused by the command line itself.</summary>
internal sealed class InputFaultException(InputFault fault) : Exception(fault.Message)
{
    public InputFault Fault { get; } = fault;
}
