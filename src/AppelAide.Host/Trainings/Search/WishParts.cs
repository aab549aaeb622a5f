namespace AppelAide.Host.Trainings.Search;

/// <summary>The parts of a wish that a session may not fulfil. The lower the value, the sooner it is given up when nothing fulfils all.</summary>
[Flags]
internal enum WishParts
{
    /// <summary>All is fulfilled.</summary>
    None = 0,

    /// <summary>The part of the day.</summary>
    Part = 1,

    /// <summary>The days.</summary>
    Dates = 2,

    /// <summary>Over the telephone.</summary>
    Way = 4,

    /// <summary>The language it is given in.</summary>
    Language = 8,

    /// <summary>What it is about.</summary>
    Topic = 16,

    /// <summary>Its kind.</summary>
    Kind = 32,
}
