using System.Text;

namespace XmlJson.Mapping;

/// <summary>The place of an event that comes from JSON: the byte where its token begins. Lines are not counted.</summary>
internal sealed class JsonLocator(EventReplay replay) : Locator
{
    /// <summary>The number of bytes before the current event's token.</summary>
    public long Offset { get; set; }

    public override TextPosition Position => new(0, 0, Offset);

    public override string ElementPath
    {
        get
        {
            var path = new StringBuilder();
            for (var i = 0; i < replay.Depth; i++)
            {
                path.Append('/').Append(replay[i]);
            }

            return path.Length == 0 ? "/" : path.ToString();
        }
    }

    public override int Depth => replay.Depth;
}
