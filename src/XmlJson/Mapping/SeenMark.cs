namespace XmlJson.Mapping;

/// <summary>An open object to <see cref="SeenKeys"/>.</summary>
/// <param name="Number">Its number among all objects; 0 for none.</param>
/// <param name="Count">How many keys were remembered before it.</param>
internal readonly record struct SeenMark(long Number, int Count);
