using AppelAide.Host.Staff;

namespace AppelAide.Host.Tests.Staff;

public sealed class OneTimeCodeTests
{
    /// <summary>RFC 6238, appendix B, the last six of its eight digits; the secret is "12345678901234567890" in base 32.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(2000000000, "279037")]
    public void A_code_is_of_its_step_and_taken_one_step_early_or_late_and_no_more(long seconds, string code)
    {
        const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        foreach (var apart in new[] { -1, 0, 1 }) Assert.Equal([seconds / 30], OneTimeCode.StepsOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(seconds + (30 * apart))));
        foreach (var apart in new[] { -2, 2 }.Where(apart => seconds + (30 * apart) >= 0)) Assert.Empty(OneTimeCode.StepsOf(Secret, code, DateTimeOffset.FromUnixTimeSeconds(seconds + (30 * apart))));
    }
}
