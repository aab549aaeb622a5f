namespace AppelAide.Host.Trainings.Registrations;

/// <summary>What became of a wish to register, or of an answer.</summary>
internal enum RegistrationStatus
{
    /// <summary>They have a seat.</summary>
    Registered,

    /// <summary>They are on the waitlist.</summary>
    Waiting,

    /// <summary>No seat is left.</summary>
    Full,

    /// <summary>They had a seat already.</summary>
    Already,

    /// <summary>They were on the waitlist already.</summary>
    AlreadyWaiting,

    /// <summary>They gave their seat, or their place on the waitlist, back.</summary>
    Cancelled,

    /// <summary>The session has begun, is cancelled, or never was; or there is no such registration.</summary>
    Gone,
}
