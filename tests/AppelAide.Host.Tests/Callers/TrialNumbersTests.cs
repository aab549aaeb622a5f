using AppelAide.Host.Callers;
using AppelAide.Host.Twilio;

namespace AppelAide.Host.Tests.Callers;

public sealed class TrialNumbersTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4999)]
    [InlineData(long.MaxValue)]
    public void Each_of_the_staff_has_a_telephone_that_is_nobodys(long staff)
    {
        Assert.True(TrialNumbers.Is(TrialNumbers.Of(staff)));
        Assert.True(CallerNumber.IsE164(TrialNumbers.Of(staff)));
        Assert.True(TrialNumbers.Is(TrialNumbers.Any(new Random(1))));
        Assert.NotEqual(TrialNumbers.Of(staff), TrialNumbers.Any(new Random(1)));
    }

    [Theory]
    [InlineData("+14185550142")]
    [InlineData("+15555551")]
    [InlineData("")]
    public void Nobody_elses_is_one_of_them(string phone) => Assert.False(TrialNumbers.Is(phone));
}
