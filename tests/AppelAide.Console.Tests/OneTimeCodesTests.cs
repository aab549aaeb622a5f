namespace AppelAide.Console.Tests;

public sealed class OneTimeCodesTests
{
    /// <summary>RFC 6238, appendix B, the last six of its eight digits; the secret is "12345678901234567890" in base 32.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(2000000000, "279037")]
    public void The_codes_are_those_of_the_RFC(long seconds, string code) =>
        Assert.Equal(code, OneTimeCodes.At("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(seconds)));
}
