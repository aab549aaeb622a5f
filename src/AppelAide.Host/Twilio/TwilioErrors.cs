namespace AppelAide.Host.Twilio;

/// <summary>What Twilio's error numbers mean for whoever was to be reached. See https://www.twilio.com/docs/api/errors.</summary>
internal static class TwilioErrors
{
    /// <summary>The citizen opted out at the provider: nothing is to be sent again.</summary>
    public static bool IsOptOut(int code) => code == 21610;

    /// <summary>The telephone cannot receive texts: it is to be called. 30006 landline or unreachable carrier, 21614 no mobile number, 21635 a landline.</summary>
    public static bool IsLandline(int code) => code is 30006 or 21614 or 21635;

    /// <summary>Passing trouble: 30001 queue full, 30003 handset off or out of reach, 30008 unknown, 20429 too many, 20503 overloaded.</summary>
    public static bool IsPassing(int code) => code is 30001 or 30003 or 30008 or 20429 or 20503;
}
