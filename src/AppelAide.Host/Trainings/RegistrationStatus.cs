namespace AppelAide.Host.Trainings;

/// <summary>What became of a wish to register.</summary>
internal enum RegistrationStatus
{
    /// <summary>The caller has a seat.</summary>
    Registered,

    /// <summary>No seat is left.</summary>
    Full,

    /// <summary>The caller had a seat already.</summary>
    Already,

    /// <summary>The session has begun, is cancelled, or never was.</summary>
    Gone,
}
