namespace XmlJson.Reference;

/// <summary>The folder that holds XmlJson.sln.</summary>
internal static class RepositoryRoot
{
    /// <summary>Looks for it upwards from a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "XmlJson.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No XmlJson.sln above " + start);
    }
}
