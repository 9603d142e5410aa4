using System.Text;
using Tour;

// A walk through the library over books.xml and books.json: five ways to look at the same books.
Console.OutputEncoding = Encoding.UTF8;
Stops.All(Console.Out, AppContext.BaseDirectory);
