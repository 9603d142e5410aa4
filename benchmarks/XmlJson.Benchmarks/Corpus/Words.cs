namespace XmlJson.Benchmarks;

/// <summary>What the documents are made of.</summary>
internal static class Words
{
    public static string[] Common { get; } =
    [
        "the", "of", "and", "to", "a", "in", "is", "that", "for", "it", "was", "on", "with", "as", "are", "be", "this", "by", "from", "at", "or", "an", "not", "which", "but", "have", "one", "all", "their", "has",
        "more", "when", "there", "been", "other", "some", "into", "water", "light", "river", "winter", "market", "garden", "letter", "window", "captain", "harbour", "mountain", "village", "evening", "morning",
        "bridge", "forest", "island", "journey", "machine", "measure", "number", "paper", "question", "record", "season", "silver", "station", "story", "summer", "table", "theatre", "thousand", "traveller",
        "valley", "voyage", "weather", "whisper", "yellow", "between", "because", "nothing", "remember", "together", "understand", "afterwards", "carefully", "extraordinary", "neighbouring", "observation",
        "particularly", "responsibility", "straightforward", "acknowledgement", "circumstances",
    ];

    public static string[] FirstNames { get; } = ["Ada", "Bruno", "Clara", "David", "Elif", "Frida", "Goran", "Hanna", "Ivo", "Jana", "Kofi", "Lena", "Mateo", "Nadia", "Oskar", "Priya", "Rosa", "Tomas", "Uma", "Yusuf"];

    public static string[] LastNames { get; } = ["Adler", "Becker", "Castro", "Dahl", "Eriksen", "Fischer", "Grant", "Hughes", "Ito", "Jensen", "Kaya", "Lopez", "Moreau", "Novak", "O'Neill", "Petrov", "Rossi", "Silva", "Tanaka", "Weber"];

    public static string[] Cities { get; } = ["Aarhus", "Bergen", "Cork", "Dresden", "Evora", "Florence", "Graz", "Haarlem", "Izmir", "Jena", "Krakow", "Lyon", "Malmo", "Nantes", "Ostrava", "Porto", "Riga", "Seville", "Turku", "Utrecht"];

    public static string[] Cyrillic { get; } = ["и", "в", "не", "на", "что", "город", "река", "письмо", "зима", "поезд", "утро", "дорога", "человек", "вопрос", "время", "окно", "библиотека", "путешествие"];

    public static string[] Greek { get; } = ["και", "το", "από", "πόλη", "ποτάμι", "γράμμα", "χειμώνας", "θάλασσα", "πρωί", "δρόμος", "άνθρωπος", "ερώτηση", "χρόνος", "παράθυρο", "βιβλιοθήκη"];

    public static string[] Japanese { get; } = ["の", "に", "は", "を", "町", "川", "手紙", "冬", "電車", "朝", "道", "人", "質問", "時間", "窓", "図書館", "旅行", "コンピューター", "プログラム", "。", "、"];

    public static string[] Hindi { get; } = ["और", "में", "नहीं", "शहर", "नदी", "पत्र", "सर्दी", "सुबह", "सड़क", "प्रश्न", "समय", "खिड़की", "पुस्तकालय", "यात्रा"];

    public static string[] Arabic { get; } = ["في", "من", "على", "مدينة", "نهر", "رسالة", "شتاء", "قطار", "صباح", "طريق", "سؤال", "وقت", "نافذة", "مكتبة", "رحلة"];

    public static string[] French { get; } = ["été", "forêt", "où", "île", "château", "garçon", "déjà", "naïve", "cœur", "fenêtre", "hiver", "lettre", "rivière", "ville"];

    public static string[] Emoji { get; } = ["🌍", "📚", "🚂", "❄️", "👩‍💻", "𝄞", "𠮷"];

    /// <summary>Several words with spaces between.</summary>
    public static string Sentence(SeededRandom random, int count, ReadOnlySpan<string> words)
    {
        var chosen = new string[count];
        for (var i = 0; i < count; i++)
        {
            chosen[i] = random.PickCommon(words);
        }

        return string.Join(' ', chosen);
    }

    /// <summary>Several English words with spaces between.</summary>
    public static string Sentence(SeededRandom random, int count) => Sentence(random, count, Common);

    /// <summary>A first and a last name.</summary>
    public static string Person(SeededRandom random) => $"{random.Pick(FirstNames)} {random.Pick(LastNames)}";
}
